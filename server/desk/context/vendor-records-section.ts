import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { icon } from '#desk/icons.ts';
import type { Words } from '#desk/text/words.ts';

/** What stands for the ticket in the vendor's own portal. */
export function vendorRecordsSection({ say }: Words, { vendorRecords, events }: DeskTicket) {
  const erasedHere = events.some(({ kind }) => kind === 'content_erased');
  return vendorRecords
    ? html`<section>
        <h3>${say('context.vendorRecords')}</h3>
        <div class="who">
          ${icon('outbox', 18)}
          ${vendorRecords.map(
            ({ type, remoteId, url, handedOver, connected, erased }) =>
              html`<p>
                  <a class="looks" href=${url} target="_blank" rel="noopener"
                    >${say(type === 'item' ? 'records.item' : handedOver ? 'records.handed' : 'records.task', { number: remoteId })}</a
                  >
                </p>
                ${
                  connected || erased
                    ? nothing
                    : html`<p class=${erasedHere ? 'warn' : 'meta'}>
                        ${say(erasedHere ? 'records.leftErased' : 'records.left')}
                      </p>`
                }`,
          )}
        </div>
      </section>`
    : nothing;
}
