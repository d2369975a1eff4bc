import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { paymentWords } from '#shared/portal-payment.ts';
import type { PortalStart } from '#shared/wire/portal.ts';
import { portalStandingStyles } from '#bitrix-app/elements/portal-standing.styles.ts';
import type { SayStanding } from '#bitrix-app/standing-words.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';

/** How the portal stands with its app: which version runs there, what is out beyond it, and how it is paid for. */
export class PortalStanding extends LitElement {
  static override styles = [controlStyles, portalStandingStyles];

  @property({ attribute: false }) start!: PortalStart;
  @property({ attribute: false }) say!: SayStanding;

  override render() {
    return [this.#app(), this.#payment()];
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
    return this.#line(
      'layers',
      say('fixes'),
      html`<ul>
          ${fixes.map((fix) => html`<li>${fix}</li>`)}
        </ul>
        <p>${update}</p>`,
    );
  }

  #payment() {
    const { say, start } = this;
    const { payment } = start.portal;
    if (!payment) return nothing;
    const isOver = payment.state === 'ended' || payment.state === 'trial_ended';
    return this.#line(
      isOver ? 'alert' : 'info',
      paymentWords(say, payment),
      html`<p>${say('stays')} ${say(start.isAdmin ? 'renew.admin' : 'renew.other')}</p>
        ${isOver ? html`<p>${say('closed')}</p>` : nothing}`,
      payment.state === 'trial' ? '' : 'soon',
    );
  }

  /** Open where there is room beside the form. */
  #line(icon: string, summary: string, more: TemplateResult, kind = '') {
    return html`<details class=${kind} ?open=${matchMedia('(min-width: 900px)').matches}>
      <summary>
        <rg-icon name=${icon}></rg-icon><span>${summary}</span
        ><rg-icon class="more" name="down"></rg-icon>
      </summary>
      ${more}
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-portal-standing': PortalStanding;
  }
}
