import { html } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { environmentRows } from '#desk/text/environment-rows.ts';
import type { Words } from '#desk/text/words.ts';

/** What the widget took along with the request. */
export function environmentSection(words: Words, { context }: DeskTicket) {
  const rows = environmentRows(words, context);
  return html`<section>
    <h3>${words.say('context.environment')}</h3>
    ${
      rows.length === 0
        ? html`<p class="small">${words.say('environment.none')}</p>`
        : html`<dl>
            ${rows.map(
              ([label, value]) =>
                html`<dt>${label}</dt>
                  <dd>${value}</dd>`,
            )}
          </dl>`
    }
  </section>`;
}
