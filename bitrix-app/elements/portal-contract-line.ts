import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { civilDate } from '#shared/time.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { PortalContract } from '#shared/wire/portal-contract.ts';
import { portalStandingStyles } from '#bitrix-app/elements/portal-standing.styles.ts';
import { standingLine } from '#bitrix-app/elements/standing-line.ts';
import type { SayStanding } from '#bitrix-app/standing-words.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fieldStyles } from '#widget/elements/fields.styles.ts';

/** How the contract of the portal stands; administrators can name its number. */
export class PortalContractLine extends LitElement {
  static override styles = [controlStyles, fieldStyles, portalStandingStyles];

  @property({ attribute: false }) contract!: PortalContract;
  @property({ attribute: false }) say!: SayStanding;
  @property({ attribute: false }) locale!: Locale;
  /** Names a number; undefined where it was not taken. */
  @property({ attribute: false }) name!: (number: string) => Promise<PortalContract | undefined>;

  @state() private typed = '';
  @state() private phase: 'ready' | 'sending' | 'unsent' = 'ready';

  override render() {
    const { say, contract } = this;
    const { state: stands, isAdmin } = contract;
    const isOpenable = stands === 'confirmed' || stands === 'asked';
    return standingLine({
      icon: stands === 'confirmed' ? 'check' : 'info',
      summary: this.#summary(),
      more: html`${stands === 'confirmed' ? nothing : html`<p>${say('contract.meanwhile')}</p>`}
      ${this.#facts()} ${this.#change()}
      ${
        isAdmin
          ? isOpenable
            ? html`<details class="plain">
                <summary>${say('contract.other')}</summary>
                ${this.#form()}
              </details>`
            : this.#form()
          : stands === 'confirmed'
            ? nothing
            : html`<p>${say('contract.byAdmin')}</p>`
      }`,
    });
  }

  #summary(): string {
    const { say, contract, locale } = this;
    const { state: stands, validUntil, entitlement } = contract;
    if (stands !== 'confirmed') return say(`contract.${stands}`);
    const date = validUntil === null ? '' : civilDate(locale, validUntil);
    if (entitlement.state === 'entitled')
      return date === '' ? say('contract.valid') : say('contract.until', { date });
    return entitlement.state === 'lapsed' && date !== ''
      ? say('contract.lapsed', { date })
      : say('contract.notNow');
  }

  #facts() {
    const { say, contract, locale } = this;
    const { number, askedNumber, plan, listedContacts: count, listed, state: stands } = contract;
    const rows = [
      ['contract.number', stands === 'confirmed' ? number : askedNumber],
      ['contract.plan', plan && (plan[locale] ?? plan.uz)],
      [
        'contract.contacts',
        count === null ? null : say(listed ? 'contract.listed' : 'contract.notListed', { count }),
      ],
    ] as const;
    const known = rows.filter(([, value]) => value);
    return known.length === 0
      ? nothing
      : html`<dl>
          ${known.map(
            ([key, value]) =>
              html`<dt>${say(key)}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>`;
  }

  /** What became of a number that administrators named. */
  #change() {
    const { say } = this;
    const { state: stands, change, askedNumber, reason } = this.contract;
    const number = askedNumber ?? '';
    return html`${
      change && number ? html`<p>${say(`contract.other.${change}`, { number })}</p>` : nothing
    }${reason && (stands === 'refused' || change === 'refused') ? html`<p>${reason}</p>` : nothing}`;
  }

  #form() {
    const { say, phase } = this;
    const busy = phase === 'sending';
    return html`<form @submit=${this.#send}>
      <label class="label" for="number">${say('contract.label')}</label>
      <input
        id="number"
        type="text"
        maxlength="100"
        autocomplete="off"
        required
        .value=${this.typed}
        @input=${({ target }: Event) => (this.typed = (target as HTMLInputElement).value)}
      />
      <button class="button" aria-disabled=${busy}>
        ${say(busy ? 'contract.sending' : 'contract.send')}
      </button>
      <p class="error" role="alert">${phase === 'unsent' ? say('contract.unsent') : nothing}</p>
    </form>`;
  }

  #send = async (event: Event) => {
    event.preventDefault();
    const number = this.typed.trim();
    if (this.phase === 'sending' || number === '') return;
    this.phase = 'sending';
    const stands = await this.name(number).catch(() => undefined);
    this.phase = stands ? 'ready' : 'unsent';
    if (!stands) return;
    this.typed = '';
    this.contract = stands;
    await this.updateComplete;
    // the form may have gone into what is folded
    this.renderRoot.querySelector('summary')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-portal-contract': PortalContractLine;
  }
}
