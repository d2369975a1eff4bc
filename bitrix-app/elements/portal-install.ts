import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PortalStart } from '#shared/wire/portal.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { tokens } from '#widget/tokens.styles.ts';
import { isWhole, type NotBound } from '#bitrix-app/bind-places.ts';
import { portalInstallStyles } from '#bitrix-app/elements/portal-install.styles.ts';
import { placements } from '#bitrix-app/placements.ts';
import type { SayInstall } from '#bitrix-app/install-words.ts';

const slowMs = 8000;

/**
 * The page of the installer: what the app is, and the one button that finishes.
 *
 * @fires rg-install - the administrator finishes; `detail` is whether with what is bound so far
 */
export class PortalInstall extends LitElement {
  static override styles = [tokens, controlStyles, portalInstallStyles];

  @property({ attribute: false }) start!: PortalStart;
  @property({ attribute: false }) say!: SayInstall;
  @property({ attribute: false }) name = '';
  /** What the portal did not take, once it was asked. */
  @property({ attribute: false }) notBound: NotBound | undefined;

  @state() private phase: 'ready' | 'finishing' | 'slow' = 'ready';

  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (!changed.has('notBound') || !this.notBound || isWhole(this.notBound)) return;
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
      ${start.isAdmin === false ? this.#alert('notAdmin') : this.#acts()}
      ${
        phase === 'slow'
          ? html`<p class="alert" role="alert">${say('slow', { count: slowMs / 1000 })}</p>`
          : nothing
      }
    </main>`;
  }

  #acts() {
    const { say, phase, notBound } = this;
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

  #alert(key: 'notAdmin' | 'withoutRest' | 'deaf') {
    return html`<p class="alert" role="status">${this.say(key)}</p>`;
  }

  #finish(asItIs: boolean) {
    this.notBound = undefined;
    this.phase = 'finishing';
    // the portal opens the app by itself and never answers: silence is all there is to see of a failure
    this.#timer = setTimeout(() => (this.phase = 'slow'), slowMs);
    this.dispatchEvent(new CustomEvent('rg-install', { detail: asItIs }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-portal-install': PortalInstall;
  }
  interface HTMLElementEventMap {
    'rg-install': CustomEvent<boolean>;
  }
}
