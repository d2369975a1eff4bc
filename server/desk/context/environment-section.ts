import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { environmentRows } from '#desk/text/environment-rows.ts';
import { beforeSending } from '#desk/text/before-sending.ts';
import type { Words } from '#desk/text/words.ts';
import { recordedLists } from '#widget/form/recorded-lists.ts';

/** What the widget took along with the request; what was recorded before it is folded, the oldest first. */
export function environmentSection(words: Words, { context, createdAt }: DeskTicket) {
  const rows = environmentRows(words, context);
  const lists = recordedLists(words.say, context);
  return html`<section>
    <h3>${words.say('context.environment')}</h3>
    ${
      rows.length + lists.length === 0
        ? html`<p class="small">${words.say('environment.none')}</p>`
        : nothing
    }
    ${
      rows.length > 0
        ? html`<dl>
            ${rows.map(
              ([label, value]) =>
                html`<dt>${label}</dt>
                  <dd>${value}</dd>`,
            )}
          </dl>`
        : nothing
    }
    ${lists.map(
      ({ name, lines }) =>
        html`<details class="recorded">
          <summary>${name}: ${words.say('recorded.lines', { count: lines.length })}</summary>
          <ol tabindex="0" aria-label=${name}>
            ${lines.map(
              ({ at, text }) =>
                html`<li>
                  <time datetime=${at}>${beforeSending(words.locale, at, createdAt)}</time>
                  <span>${text}</span>
                </li>`,
            )}
          </ol>
        </details>`,
    )}
  </section>`;
}
