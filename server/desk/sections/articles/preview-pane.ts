import { html, nothing } from 'lit';
import type { Language } from '#shared/vocabulary.ts';
import type { ArticleBlock } from '#shared/wire/article-tree.ts';
import { articleTree } from '#widget/elements/article-tree.ts';
import type { KnowledgeSay } from '#desk/sections/knowledge/knowledge-words.ts';

/** An article beside the fields where it is written. */
export const previewPane = (
  say: KnowledgeSay,
  shown: {
    readonly label: string;
    readonly locale: Language;
    readonly title: string;
    readonly summary: string;
    readonly blocks: readonly ArticleBlock[];
    /** What is shown may be older than what was typed. */
    readonly failed: boolean;
  },
) =>
  html`<section class="look" aria-label=${shown.label}>
    <p class="meta">${shown.label}</p>
    ${shown.failed ? html`<p class="stale" role="alert">${say('edit.lookFailed')}</p>` : nothing}
    ${
      shown.title === '' && shown.blocks.length === 0
        ? html`<p class="quiet">${say('edit.lookEmpty')}</p>`
        : html`<div lang=${shown.locale}>
            <h2>${shown.title}</h2>
            ${shown.summary ? html`<p class="summary">${shown.summary}</p>` : nothing}
            <div class="article">${articleTree(shown.blocks, 3)}</div>
          </div>`
    }
  </section>`;
