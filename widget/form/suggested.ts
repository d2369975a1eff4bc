import { html, nothing, type TemplateResult } from 'lit';
import type { SuggestedArticle } from '#shared/wire/articles.ts';
import type { Wanted } from '#widget/form/reading.ts';
import { clauseLink, phrase, type Ui } from '#widget/words.ts';
import type { SayWriting } from '#widget/writing-words.ts';

/** What the suggested articles need to be drawn. */
export interface SuggestedView {
  readonly ui: Ui;
  readonly say: SayWriting;
  readonly articles: readonly SuggestedArticle[];
  readonly wanted: Wanted;
  /** Whether somebody tried to send before what is wanted was done. */
  readonly asked: boolean;
  /** Whether all of them are shown, not only the best. */
  readonly unfolded: boolean;
  /** Whether it was said that they hold no answer; undefined where that is not asked. */
  readonly confirmed: boolean | undefined;
  readonly read: (article: SuggestedArticle) => void;
  readonly dismiss: (article: SuggestedArticle) => void;
  readonly unfold: () => void;
  readonly confirm: () => void;
  readonly link: () => void;
}

/** The best article or all of them, why they stand here and what has to be done with them. */
export function suggestedArticles(view: SuggestedView): TemplateResult {
  const { say, articles, unfolded, confirmed } = view;
  const [best, ...others] = articles;
  return html`<div role="group" aria-label=${say('articles.label')}>
    ${lead(view)}
    <ul>
      ${best && row(view, best, besideBest(view, others.length))}
      ${unfolded ? others.map((article) => row(view, article, nothing)) : nothing}
    </ul>
    ${
      confirmed === undefined
        ? nothing
        : html`<label>
            <input
              type="checkbox"
              .checked=${confirmed}
              ?disabled=${confirmed}
              @change=${view.confirm}
            />
            ${say('articles.confirm')}
          </label>`
    }
  </div>`;
}

function lead({ ui, say, wanted: { first, link }, asked }: SuggestedView): TemplateResult {
  const text = link ? say('articles.alike') : first && say(`articles.${first}First`);
  const clause = link?.field.clause ?? ui.config.reading?.clause;
  return html`<p class="lead ${text && asked ? 'wanted' : ''}">
    <span
      >${
        text === undefined
          ? say('articles.maybe')
          : clause === undefined
            ? text.replace(' — {clause}', '')
            : phrase(text, { clause: clauseLink(ui, clause) })
      }</span
    >
  </p>`;
}

function row(
  { say, read, dismiss, wanted }: SuggestedView,
  article: SuggestedArticle,
  beside: unknown,
): TemplateResult {
  const label = say('articles.dismiss', { title: article.title });
  return html`<li>
    <button type="button" class="link title" lang=${article.locale} @click=${() => read(article)}>
      <span>${article.title}</span>
    </button>
    ${beside}
    ${
      wanted.first || wanted.link?.article.id === article.id
        ? nothing
        : html`<button
            type="button"
            class="icon-button"
            title=${label}
            aria-label=${label}
            @click=${() => dismiss(article)}
          >
            <rg-icon name="close"></rg-icon>
          </button>`
    }
  </li>`;
}

/** The link to insert, or the way to the other articles. */
function besideBest({ say, wanted, unfolded, unfold, link }: SuggestedView, others: number) {
  if (wanted.link)
    return html`<button type="button" class="link more" @click=${link}>
      ${say('articles.link')}
    </button>`;
  if (others === 0) return nothing;
  return html`<button type="button" class="link more" aria-expanded=${unfolded} @click=${unfold}>
    ${unfolded ? say('articles.fold') : say('articles.more', { count: others })}
  </button>`;
}

/** Nothing was found, or all of it was put aside, which can be taken back. */
export function nothingLeft(say: SayWriting, aside: number, bringBack: () => void): TemplateResult {
  if (aside === 0) return html`<p>${say('articles.none')}</p>`;
  return html`<p>${say('articles.aside', { count: aside })} ${restoreButton(say, bringBack)}</p>`;
}

/** An article solved it: nothing was sent, and what was written can be brought back. */
export const putAwayLine = (say: SayWriting, restore: () => void): TemplateResult =>
  html`<p role="status">${say('articles.solved')}</p>
    ${restoreButton(say, restore)}`;

const restoreButton = (say: SayWriting, restore: () => void): TemplateResult =>
  html`<button type="button" class="link" @click=${restore}>${say('articles.restore')}</button>`;
