import { html, nothing } from 'lit';
import type { Language } from '#shared/vocabulary.ts';
import type { KnowledgeSay } from '#desk/sections/knowledge/knowledge-words.ts';

/**
 * Languages of an article, one of which is shown.
 *
 * @param empty languages in which there is nothing yet; said beside their names
 */
export const languageSwitch = (
  say: KnowledgeSay,
  offered: readonly Language[],
  shown: Language,
  {
    empty = [],
    choose,
  }: { readonly empty?: readonly Language[]; readonly choose: (locale: Language) => void },
) =>
  html`<div class="switch" role="group" aria-label=${say('article.languages')}>
    ${offered.map(
      (locale) =>
        html`<button
          type="button"
          aria-pressed=${locale === shown ? 'true' : 'false'}
          @click=${() => choose(locale)}
        >
          ${say(`language.${locale}`)}
          ${empty.includes(locale) ? html`<i>${say('language.none')}</i>` : nothing}
        </button>`,
    )}
  </div>`;
