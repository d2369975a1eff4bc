import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';
import { icon } from '#desk/icons.ts';
import type { ArticleLink } from '#desk/text/article-links.ts';
import type { Words } from '#desk/text/words.ts';

/** That a reply answers by a link, with the clause of a regulation that has such answers. */
export function selfServiceNote(words: Words, ticket: DeskTicket) {
  const clause = ticket.choices.answers.find(({ needs }) => needs === 'article')?.clause;
  return html`<p class="self-service">
    ${words.say('links.selfService')}${clause ? html` — ${clauseLink(words, ticket, clause)}` : nothing}
  </p>`;
}

/** Articles of a draft, each removable. */
export const draftArticles = (
  words: Words,
  ticket: DeskTicket,
  articles: readonly (ArticleLink & { readonly id: string })[],
  remove: (id: string) => void,
) =>
  articles.length === 0
    ? nothing
    : html`<ul class="files" aria-label=${words.say('links.label')}>
          ${articles.map(
            ({ id, title }) =>
              html`<li>
                ${icon('book', 14)}<span>${title}</span>
                <button
                  class="tool"
                  type="button"
                  aria-label=${words.say('composer.detach', { name: title })}
                  @click=${() => remove(id)}
                >
                  ${icon('close', 14)}
                </button>
              </li>`,
          )}
        </ul>
        ${selfServiceNote(words, ticket)}`;

/** Articles that a message in the history points at. */
export const sentArticles = (words: Words, ticket: DeskTicket, links: readonly ArticleLink[]) =>
  links.length === 0
    ? nothing
    : html`<ul class="articles" aria-label=${words.say('links.label')}>
          ${links.map(
            ({ title, href }) =>
              html`<li>
                ${icon('book', 14)}<a href=${href} target="_blank" rel="noopener">${title}</a>
              </li>`,
          )}
        </ul>
        ${selfServiceNote(words, ticket)}`;
