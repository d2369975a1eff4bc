import { html } from 'hono/html';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** What only the vendor can settle about these sections of the pack; said quietly beside them. */
export function toConfirm(
  { locale, say }: PageWords,
  { unsettled }: PolicyPack,
  sections: readonly (keyof PolicyPack)[],
): Html | '' {
  const notes = unsettled.filter(({ at }) => sections.some((name) => at.split('/')[1] === name));
  if (notes.length === 0) return '';
  return html`<div class="confirm">
    <p>${say('confirm.title')}</p>
    <ul>
      ${notes.map(({ note }) => html`<li>${note[locale]}</li>`)}
    </ul>
  </div>`;
}
