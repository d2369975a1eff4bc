import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PortalStart } from '#shared/wire/portal.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { tokens } from '#widget/tokens.styles.ts';
import type { Say } from '#bitrix-app/words.ts';

const slowMs = 8000;

/** The page of the installer: what the app is, and the one button that finishes. @fires rg-install - the administrator finishes */
export class PortalInstall extends LitElement {
  static override styles = [
    tokens,
    controlStyles,
    css`
      :host {
        display: block !important;
      }
      main {
        box-sizing: border-box;
        max-width: 640px;
        margin: 0 auto;
        padding: 40px 24px;
        color: var(--rg-text);
        font: 15px/23px var(--rg-font);
      }
      h1 {
        margin: 0 0 12px;
        font-size: 24px;
        font-weight: 600;
        line-height: 32px;
      }
      p {
        margin: 0 0 16px;
      }
      .note {
        font-size: 13px;
        line-height: 18px;
      }
      .alert {
        padding: 10px 12px;
        border-radius: var(--rg-radius);
        background: var(--rg-paused-bg);
        color: var(--rg-paused);
      }
    `,
  ];

  @property({ attribute: false }) start!: PortalStart;
  @property({ attribute: false }) say!: Say;
  @property({ attribute: false }) name = '';
  /** Places that the portal did not take. */
  @property({ attribute: false }) refused: readonly string[] = [];

  @state() private phase: 'ready' | 'finishing' | 'slow' = 'ready';

  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render() {
    const { say, name, start, phase, refused } = this;
    return html`<main>
      <h1>${say('install', { name })}</h1>
      <p>${say('installText')}</p>
      <p class="note">${say('places')}</p>
      <p>
        <a
          class="link"
          href="/policy/${start.vendor}?lang=${start.locale}"
          target="_blank"
          rel="noopener"
          >${say('policy')}</a
        >
      </p>
      ${
        start.isAdmin === false
          ? html`<p class="alert" role="status">${say('notAdmin')}</p>`
          : html`<button
              type="button"
              class="button primary"
              ?disabled=${phase === 'finishing'}
              @click=${this.#finish}
            >
              ${say(phase === 'finishing' ? 'finishing' : 'finish')}
            </button>`
      }
      ${
        refused.length > 0
          ? html`<p class="note" role="status">
              ${say('placeFailed', { places: refused.join(', ') })}
            </p>`
          : nothing
      }
      ${
        phase === 'slow'
          ? html`<p class="alert" role="alert">${say('slow', { count: slowMs / 1000 })}</p>`
          : nothing
      }
    </main>`;
  }

  #finish() {
    this.phase = 'finishing';
    // the portal opens the app by itself and never answers: silence is all there is to see of a failure
    this.#timer = setTimeout(() => (this.phase = 'slow'), slowMs);
    this.dispatchEvent(new CustomEvent('rg-install'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-portal-install': PortalInstall;
  }
}
