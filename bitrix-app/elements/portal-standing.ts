import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { paymentWords } from '#shared/portal-payment.ts';
import type { PortalContract } from '#shared/wire/portal-contract.ts';
import type { PortalStart } from '#shared/wire/portal.ts';
import type { PortalContractLine } from '#bitrix-app/elements/portal-contract-line.ts';
import { portalStandingStyles } from '#bitrix-app/elements/portal-standing.styles.ts';
import { standingLine } from '#bitrix-app/elements/standing-line.ts';
import type { SayStanding } from '#bitrix-app/standing-words.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';

/** How the portal stands with its app: which version runs there, what is out beyond it, how it is paid for, and the contract. */
export class PortalStanding extends LitElement {
  static override styles = [controlStyles, portalStandingStyles];

  @property({ attribute: false }) start!: PortalStart;
  @property({ attribute: false }) say!: SayStanding;
  /** Undefined while it is read, and where nobody can say. */
  @property({ attribute: false }) contract: PortalContract | undefined;
  /** Names the number of the contract. */
  @property({ attribute: false }) name!: PortalContractLine['name'];

  override render() {
    return [this.#app(), this.#payment(), this.#contract()];
  }

  #contract() {
    const { say, start, contract } = this;
    return contract
      ? html`<rg-portal-contract
          .say=${say}
          .locale=${start.locale}
          .contract=${contract}
          .name=${this.name}
        ></rg-portal-contract>`
      : nothing;
  }

  #app(): TemplateResult {
    const { say, start } = this;
    const { version, newer } = start.portal;
    return html`<dl>
        <dt>${say('app')}</dt>
        <dd>
          ${say('version', { version })}
          ${
            newer
              ? html`<span class="newer">${say('newer', { version: newer.version })}</span>`
              : nothing
          }
        </dd>
      </dl>
      ${newer ? this.#newer(newer.fixes) : nothing}`;
  }

  #newer(fixes: readonly string[]): TemplateResult {
    const { say, start } = this;
    const update = say(start.isAdmin ? 'update.admin' : 'update.other');
    if (fixes.length === 0) return html`<p class="note">${update}</p>`;
    return standingLine({
      icon: 'layers',
      summary: say('fixes'),
      more: html`<ul>
          ${fixes.map((fix) => html`<li>${fix}</li>`)}
        </ul>
        <p>${update}</p>`,
    });
  }

  #payment() {
    const { say, start } = this;
    const { payment } = start.portal;
    if (!payment) return nothing;
    const isOver = payment.state === 'ended' || payment.state === 'trial_ended';
    return standingLine({
      icon: isOver ? 'alert' : 'info',
      summary: paymentWords(say, payment),
      more: html`<p>${say('stays')} ${say(start.isAdmin ? 'renew.admin' : 'renew.other')}</p>
        ${isOver ? html`<p>${say('closed')}</p>` : nothing}`,
      kind: payment.state === 'trial' ? '' : 'soon',
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-portal-standing': PortalStanding;
  }
}
