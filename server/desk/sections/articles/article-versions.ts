import { html, nothing } from 'lit';
import type { DeskArticle } from '#shared/wire/articles.ts';
import type { KnowledgeSay } from '#desk/sections/knowledge/knowledge-words.ts';
import { tag } from '#desk/sections/parts.ts';

/** Every version of an article, the newest first; pressing one shows it. */
export const articleVersions = (
  say: KnowledgeSay,
  { versions, shown, publishedVersion }: DeskArticle,
  {
    moment,
    show,
  }: { readonly moment: (at: string) => string; readonly show: (version: number) => void },
) =>
  html`<section class="versions">
    <h3>${say('article.versions')}</h3>
    <ul class="rows">
      ${versions.toReversed().map(
        ({ version, at, by }) =>
          html`<li>
            <span class="title">${say('version.name', { version })}</span>
            <span class="meta figures">${say('version.by', { time: moment(at), agent: by })}</span>
            <span class="side">
              ${version === publishedVersion ? tag('met', 'check', say('version.readers')) : nothing}
              ${
                version === shown
                  ? tag('paused', 'eye', say('version.shown'))
                  : html`<button
                      class="edged"
                      type="button"
                      aria-label="${say('version.show')}: ${say('version.name', { version })}"
                      @click=${() => show(version)}
                    >
                      ${say('version.show')}
                    </button>`
              }
            </span>
          </li>`,
      )}
    </ul>
  </section>`;
