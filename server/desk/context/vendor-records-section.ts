import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { icon } from '#desk/icons.ts';
import type { Words } from '#desk/text/words.ts';

/** What stands for the ticket in the vendor's own portal. */
export const vendorRecordsSection = ({ say }: Words, { vendorRecords, requester }: DeskTicket) =>
  vendorRecords
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
                    : html`<p class=${requester.erased ? 'warn' : 'meta'}>
                        ${say(requester.erased ? 'records.leftErased' : 'records.left')}
                      </p>`
                }`,
          )}
        </div>
      </section>`
    : nothing;
