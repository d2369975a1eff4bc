import { html } from 'lit';
import type { DeliveryLog } from '#shared/wire/announcements.ts';
import type { SayNews } from '#desk/sections/news/news-words.ts';
import { tag } from '#desk/sections/parts.ts';

/** Who was written to and where each letter stands. @param moment an instant in the reader's zone */
export function deliveryRows(
  say: SayNews,
  { rows }: DeliveryLog,
  moment: (instant: string) => string,
) {
  if (rows.length === 0) return html`<p class="meta">${say('log.empty')}</p>`;
  return html`<ul class="rows">
    ${rows.map(
      ({ requesterId, at, state }) =>
        html`<li>
          <span class="meta figures">${requesterId ?? say('log.unlisted')}</span>
          <span class="side">${deliveryState(say, state, moment(at))}</span>
        </li>`,
    )}
  </ul>`;
}

function deliveryState(say: SayNews, state: DeliveryLog['rows'][number]['state'], time: string) {
  switch (state) {
    case 'sent':
      return tag('met', 'check', say('log.sent', { time }));
    case 'failed':
      return tag('late', 'alert', say('log.failed'));
    case 'held':
      return tag('paused', 'pause', say('log.held'));
    case 'waiting':
      return tag('soon', 'clock', say('log.waiting'));
  }
}
