import { html } from 'hono/html';
import type { ArticleBlock, ArticleInline } from '#shared/wire/article-tree.ts';

/** A piece of the page; every value that was put into it is escaped. */
type Html = ReturnType<typeof html>;

/** The blocks of an article, each by its own template: no text becomes markup. */
export const articleHtml = (blocks: readonly ArticleBlock[]): Html[] => blocks.map(blockHtml);

function blockHtml(block: ArticleBlock): Html {
  switch (block.kind) {
    case 'heading': {
      const words = inlineHtml(block.children);
      if (block.level === 2) return html`<h2>${words}</h2>`;
      return block.level === 3 ? html`<h3>${words}</h3>` : html`<h4>${words}</h4>`;
    }
    case 'paragraph':
      return html`<p>${inlineHtml(block.children)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${articleHtml(item)}</li>`);
      return block.ordered
        ? html`<ol start="${String(block.start)}">
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    case 'quote':
      return html`<blockquote>${articleHtml(block.blocks)}</blockquote>`;
    case 'code':
      return html`<pre><code>${block.text}</code></pre>`;
    case 'table':
      return html`<table>
        <thead>
          <tr>
            ${block.head.map((cell) => html`<th scope="col">${inlineHtml(cell)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${block.rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td>${inlineHtml(cell)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>`;
    case 'rule':
      return html`<hr />`;
  }
}

const inlineHtml = (children: readonly ArticleInline[]): Html[] => children.map(wordsHtml);

function wordsHtml(node: ArticleInline): Html {
  switch (node.kind) {
    case 'text':
      return html`${node.text}`;
    case 'code':
      return html`<code>${node.text}</code>`;
    case 'strong':
      return html`<strong>${inlineHtml(node.children)}</strong>`;
    case 'emphasis':
      return html`<em>${inlineHtml(node.children)}</em>`;
    case 'struck':
      return html`<s>${inlineHtml(node.children)}</s>`;
    case 'link':
      return html`<a href="${node.href}" rel="noreferrer">${inlineHtml(node.children)}</a>`;
    case 'break':
      return html`<br />`;
  }
}
