import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PortalContract } from '#shared/wire/portal-contract.ts';
import type { PortalStart } from '#shared/wire/portal.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fieldStyles } from '#widget/elements/fields.styles.ts';
import { tokens } from '#widget/tokens.styles.ts';
import { isWhole, type NotBound } from '#bitrix-app/bind-places.ts';
import {
  installContract,
  numberToName,
  type SaidContract,
} from '#bitrix-app/elements/install-contract.ts';
import { portalInstallStyles } from '#bitrix-app/elements/portal-install.styles.ts';
import { placements } from '#bitrix-app/placements.ts';
import type { SayInstall } from '#bitrix-app/install-words.ts';

const slowMs = 8000;

/** How an administrator finishes. */
export interface Finish {
  /** With what is bound so far. */
  readonly asItIs: boolean;
  /** Contract to be named first; null takes back what was named before, undefined names nothing. */
  readonly number: string | null | undefined;
}

/**
 * The page of the installer: what the app is, whose contract it is under, and the one button that finishes.
 *
 * @fires rg-install - the administrator finishes
 */
export class PortalInstall extends LitElement {
  static override styles = [tokens, controlStyles, fieldStyles, portalInstallStyles];

  @property({ attribute: false }) start!: PortalStart;
  @property({ attribute: false }) say!: SayInstall;
  @property({ attribute: false }) name = '';
  /** What the portal did not take, once it was asked. */
  @property({ attribute: false }) notBound: NotBound | undefined;

  /** How the contract stood before; undefined while nobody can say. */
  @property({ attribute: false }) contract: PortalContract | undefined;
  /** Whether the number was not taken. */
  @property({ type: Boolean, attribute: false }) unsent = false;

  @state() private phase: 'ready' | 'finishing' | 'slow' = 'ready';
  @state() private said: SaidContract = { choice: undefined, typed: '' };
  /** Whether a number was to be written and was not. */
  @state() private lacks = false;

  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>) {
    const { contract, notBound, unsent } = this;
    const asked = contract?.state === 'asked' ? contract.askedNumber : null;
    if (changed.has('contract') && asked && this.said.choice === undefined)
      this.said = { choice: 'number', typed: asked };
    const isMissing = changed.has('notBound') && notBound && !isWhole(notBound);
    if (!isMissing && !(changed.has('unsent') && unsent)) return;
    clearTimeout(this.#timer);
    this.phase = 'ready';
  }

  override render() {
    const { say, name, start, phase } = this;
    const policy = `/policy/${start.vendor}?lang=${start.locale}`;
    return html`<main>
      <h1>${say('install', { name })}</h1>
      <p>${say('installText')}</p>
      <p>${say('places')}</p>
      <ul>
        <li>${say('place.own')}</li>
        ${placements.map(({ code }) => html`<li>${say(`place.${code}`)}</li>`)}
      </ul>
      <p>
        <a class="link" href=${policy} target="_blank" rel="noopener">${say('policy')}</a>
      </p>
      <p class="note">${say('tokensStay')}</p>
      ${start.isAdmin === false ? this.#alert('notAdmin') : html`${this.#contract()} ${this.#acts()}`}
      ${
        phase === 'slow'
          ? html`<p class="alert" role="alert">${say('slow', { count: slowMs / 1000 })}</p>`
          : nothing
      }
    </main>`;
  }

  #contract() {
    const { say, contract, said, lacks } = this;
    const change = (more: Partial<SaidContract>) => {
      this.said = { ...said, ...more };
      this.lacks = false;
      this.unsent = false;
    };
    return installContract({ say, contract, said, lacks, change });
  }

  #acts() {
    const { say, phase, notBound } = this;
    if (this.unsent)
      return html`${this.#alert('contract.unsent')}
        <p class="acts">
          <button type="button" class="button primary" @click=${() => this.#finish(false)}>
            ${say('again')}
          </button>
          <button type="button" class="button" @click=${this.#finishUnnamed}>
            ${say('contract.withoutIt')}
          </button>
        </p>`;
    if (notBound && !isWhole(notBound))
      return html`${this.#missing(notBound)}
        <p class="acts">
          <button type="button" class="button primary" @click=${() => this.#finish(false)}>
            ${say('again')}
          </button>
          <button type="button" class="button" @click=${() => this.#finish(true)}>
            ${say('asItIs')}
          </button>
        </p>`;
    const busy = phase === 'finishing';
    return html`<button
      type="button"
      class="button primary"
      aria-disabled=${busy}
      @click=${() => busy || this.#finish(false)}
    >
      ${say(busy ? 'finishing' : 'finish')}
    </button>`;
  }

  #missing({ places, withoutRest }: NotBound) {
    const { say } = this;
    if (withoutRest) return this.#alert('withoutRest');
    const names = placements.filter(({ code }) => places.includes(code));
    if (names.length === 0) return this.#alert('deaf');
    return html`<div class="alert" role="status">
      ${say('placeFailed')}
      <ul>
        ${names.map(({ code }) => html`<li>${say(`place.${code}`)}</li>`)}
      </ul>
    </div>`;
  }

  #alert(key: 'notAdmin' | 'withoutRest' | 'deaf' | 'contract.unsent') {
    return html`<p class="alert" role="status">${this.say(key)}</p>`;
  }

  #finishUnnamed = () => {
    this.said = { ...this.said, choice: undefined };
    this.#finish(false);
  };

  #finish(asItIs: boolean) {
    const { said, contract } = this;
    this.lacks = said.choice === 'number' && said.typed.trim() === '';
    if (this.lacks) {
      this.renderRoot.querySelector<HTMLElement>('#number')?.focus();
      return;
    }
    this.notBound = undefined;
    this.unsent = false;
    this.phase = 'finishing';
    // the portal opens the app by itself and never answers: silence is all there is to see of a failure
    this.#timer = setTimeout(() => (this.phase = 'slow'), slowMs);
    const detail: Finish = { asItIs, number: numberToName(said, contract) };
    this.dispatchEvent(new CustomEvent('rg-install', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-portal-install': PortalInstall;
  }
  interface HTMLElementEventMap {
    'rg-install': CustomEvent<Finish>;
  }
}
