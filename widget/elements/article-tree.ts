import { html, type TemplateResult } from 'lit';
import type { ArticleBlock, ArticleInline } from '#shared/wire/article-tree.ts';

function heading(level: number, words: unknown): TemplateResult {
  if (level === 3) return html`<h3>${words}</h3>`;
  if (level === 4) return html`<h4>${words}</h4>`;
  return level === 5 ? html`<h5>${words}</h5>` : html`<h6>${words}</h6>`;
}

/**
 * The blocks of an article, each by its own template: no text becomes markup, and a link leads only where
 * one may.
 *
 * @param top level of its highest headings: below its title
 */
export const articleTree = (
  blocks: readonly ArticleBlock[],
  top: 3 | 4,
): readonly TemplateResult[] => blocks.map((block) => blockView(block, top));

function blockView(block: ArticleBlock, top: 3 | 4): TemplateResult {
  switch (block.kind) {
    case 'heading':
      // those of an article begin at 2
      return heading(block.level - 2 + top, inlineViews(block.children));
    case 'paragraph':
      return html`<p>${inlineViews(block.children)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${articleTree(item, top)}</li>`);
      return block.ordered
        ? html`<ol start=${block.start}>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    case 'quote':
      return html`<blockquote>${articleTree(block.blocks, top)}</blockquote>`;
    case 'code':
      return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
    case 'table':
      return table(block);
    case 'rule':
      return html`<hr />`;
  }
}

/** A wide table is scrolled within the article, also by keyboard. */
const table = ({ head, rows }: Extract<ArticleBlock, { kind: 'table' }>) =>
  html`<div class="wide" tabindex="0">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${inlineViews(cell)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${inlineViews(cell)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

const inlineViews = (children: readonly ArticleInline[]) => children.map(inlineView);

function inlineView(node: ArticleInline): TemplateResult | string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return html`<code>${node.text}</code>`;
    case 'strong':
      return html`<strong>${inlineViews(node.children)}</strong>`;
    case 'emphasis':
      return html`<em>${inlineViews(node.children)}</em>`;
    case 'struck':
      return html`<s>${inlineViews(node.children)}</s>`;
    case 'link':
      return /^(https?:\/\/|mailto:|tel:)/i.test(node.href)
        ? html`<a href=${node.href} target="_blank" rel="noopener noreferrer"
            >${inlineViews(node.children)}</a
          >`
        : html`${inlineViews(node.children)}`;
    case 'break':
      return html`<br />`;
  }
}
