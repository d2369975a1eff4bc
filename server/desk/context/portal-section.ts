import { html, nothing } from 'lit';
import { paymentWords } from '#shared/portal-payment.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { icon } from '#desk/icons.ts';
import { sectionHref } from '#desk/routes.ts';
import type { Words } from '#desk/text/words.ts';

/** The portal that a request came from: what of it is proven, and whether the app was installed there. */
export function portalSection({ say }: Words, { vendor, portal, portalContract }: DeskTicket) {
  if (!portal) return nothing;
  const { domain, kind, license, version, installed, payment } = portal;
  const rows = [
    [say('portal.address'), domain],
    [say('portal.kind'), kind && say(`portal.kind.${kind}`)],
    [say('portal.license'), license],
    [say('portal.version'), version],
    [say('portal.payment'), payment && paymentWords(say, payment)],
  ] as const;
  return html`<section>
    <h3>${say('context.portal')}</h3>
    <div class="who proven">
      ${icon('shield', 18)}
      <p class="proof">${say('portal.proven')}</p>
      ${installed ? nothing : html`<p class="warn">${say('portal.notInstalled')}</p>`}
    </div>
    <dl>
      ${rows.map(([name, value]) =>
        value
          ? html`<dt>${name}</dt>
              <dd>${value}</dd>`
          : nothing,
      )}
      ${
        portalContract
          ? html`<dt>${say('portal.contract')}</dt>
              <dd>
                ${say(`portal.contract.${portalContract.state}`)}${
                  portalContract.waits
                    ? html`,
                        <a class="looks" href=${sectionHref(vendor, 'portals')}
                          >${say('portal.contract.waits')}</a
                        >`
                    : nothing
                }
              </dd>`
          : nothing
      }
    </dl>
  </section>`;
}
