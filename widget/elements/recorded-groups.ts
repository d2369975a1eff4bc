import { html, type TemplateResult } from 'lit';
import type { Locale } from '#shared/vocabulary.ts';
import type { Recorded } from '#shared/wire/capture.ts';
import { recordedLists } from '#widget/form/recorded-lists.ts';
import type { SayWriting } from '#widget/writing-words.ts';

/** What was recorded, each list folded, each line and each list with a way to take it out. */
export function recordedGroups(
  say: SayWriting,
  recorded: Recorded,
  locale: Locale,
  withdraw: (item: string) => void,
): TemplateResult[] {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const off = (label: string, item: string) =>
    html`<button
      type="button"
      class="icon-button"
      title=${label}
      aria-label=${label}
      @click=${() => withdraw(item)}
    >
      <rg-icon name="close"></rg-icon>
    </button>`;
  return recordedLists(say, recorded).map(
    ({ id, name, lines }) =>
      html`<li class="recorded">
        <details>
          <summary>
            <span class="note">${name}</span> ${say('recorded.lines', { count: lines.length })}
          </summary>
          <ol tabindex="0" aria-label=${name}>
            ${lines.map(
              ({ at, text }) =>
                html`<li>
                  <span>${time.format(Date.parse(at))}</span><span>${text}</span>
                  ${off(say('along.removeLine'), `${id}.${at}`)}
                </li>`,
            )}
          </ol>
        </details>
        ${off(say('along.remove', { item: name }), id)}
      </li>`,
  );
}
