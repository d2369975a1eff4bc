import { html, type TemplateResult } from 'lit';
import type { ArticleBlock, ArticleInline } from '#shared/wire/article-tree.ts';

/** Blocks of an article, each by its own template: no text becomes markup, and a link leads only where one may. */
export const articleBlocks = (blocks: readonly ArticleBlock[]): TemplateResult[] =>
  blocks.map(blockTemplate);

function blockTemplate(block: ArticleBlock): TemplateResult {
  switch (block.kind) {
    case 'heading': {
      const words = inlines(block.children);
      // under the panel's title and the article's
      if (block.level === 2) return html`<h4>${words}</h4>`;
      return block.level === 3 ? html`<h5>${words}</h5>` : html`<h6>${words}</h6>`;
    }
    case 'paragraph':
      return html`<p>${inlines(block.children)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${articleBlocks(item)}</li>`);
      return block.ordered
        ? html`<ol start=${block.start}>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    case 'quote':
      return html`<blockquote>${articleBlocks(block.blocks)}</blockquote>`;
    case 'code':
      return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
    case 'table':
      return html`<div class="wide" tabindex="0">
        <table>
          <thead>
            <tr>
              ${block.head.map((cell) => html`<th scope="col">${inlines(cell)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${block.rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell) => html`<td>${inlines(cell)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
    case 'rule':
      return html`<hr />`;
  }
}

const inlines = (children: readonly ArticleInline[]): TemplateResult[] =>
  children.map(wordsTemplate);

function wordsTemplate(node: ArticleInline): TemplateResult {
  switch (node.kind) {
    case 'text':
      return html`${node.text}`;
    case 'code':
      return html`<code>${node.text}</code>`;
    case 'strong':
      return html`<strong>${inlines(node.children)}</strong>`;
    case 'emphasis':
      return html`<em>${inlines(node.children)}</em>`;
    case 'struck':
      return html`<s>${inlines(node.children)}</s>`;
    case 'link':
      return /^(https?:\/\/|mailto:|tel:)/i.test(node.href)
        ? html`<a href=${node.href} target="_blank" rel="noopener noreferrer"
            >${inlines(node.children)}</a
          >`
        : html`${inlines(node.children)}`;
    case 'break':
      return html`<br />`;
  }
}
