import { html, nothing } from 'lit';
import type { LeftInPortal } from '#shared/wire/vendor-portal.ts';
import { ticketHref } from '#desk/routes.ts';
import type { machineWords } from '#desk/sections/machines/machine-words.ts';
import { tag } from '#desk/sections/parts.ts';
import type { Words } from '#desk/text/words.ts';

/** What of erased tickets has to be deleted by hand, each with the way there. */
export const leftInPortal = (
  { say }: Words,
  sayMachine: ReturnType<typeof machineWords>,
  vendor: string,
  left: readonly LeftInPortal[],
  deleted: (one: LeftInPortal) => void,
) =>
  left.length === 0
    ? nothing
    : html`<section class="left" aria-labelledby="left-in-portal">
        <h3 id="left-in-portal">${tag('late', 'alert', sayMachine('portal.left'))}</h3>
        <p>${sayMachine('portal.leftMore')}</p>
        <ul>
          ${left.map((one) => {
            const record = say(one.type === 'item' ? 'records.item' : 'records.task', {
              number: one.remoteId,
            });
            return html`<li>
              <a class="title" href=${ticketHref(vendor, one.ticket)}>${one.number}</a>
              <a href=${one.url} target="_blank" rel="noopener"
                >${new URL(one.url).host}: ${record}</a
              >
              <button
                class="edged"
                type="button"
                aria-label="${sayMachine('portal.deleted')}: ${one.number}, ${record}"
                @click=${() => deleted(one)}
              >
                ${sayMachine('portal.deleted')}
              </button>
            </li>`;
          })}
        </ul>
      </section>`;
