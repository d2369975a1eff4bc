import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { Locale } from '#shared/vocabulary.ts';
import type { SayCapture } from '#widget/capture/capture-words.ts';
import type { RecordingState } from '#widget/capture/record-screen.ts';
import { lengthText, longestMs } from '#widget/capture/recording-plan.ts';
import { apartStyles } from '#widget/elements/apart.styles.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fenceEvents } from '#widget/elements/event-fence.ts';
import { tokens } from '#widget/tokens.styles.ts';

/** Bytes as megabytes with one decimal, in the reader's digits. */
export const megabytesText = (bytes: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1_000_000);

/**
 * The bar over the page while its screen is recorded: the page stays usable under it.
 * @fires rg-stop - the person ends the recording and keeps it
 * @fires rg-cancel - the person wants nothing kept
 */
export class RgRecording extends LitElement {
  static override styles = [
    apartStyles,
    tokens,
    controlStyles,
    css`
      :host {
        position: fixed !important;
        inset: auto 0 20px !important;
        display: block !important;
        box-sizing: border-box !important;
        width: fit-content !important;
        max-width: calc(100vw - 24px) !important;
        margin: 0 auto !important;
        padding: 10px 12px !important;
        border: 1px solid var(--rg-line) !important;
        border-radius: 10px !important;
        background: var(--rg-surface) !important;
        color: var(--rg-text) !important;
        font: 13px/18px var(--rg-face) !important;
        box-shadow: 0 8px 24px -8px #0006 !important;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
      }
      .at {
        display: grid;
        flex: 1 1 200px;
        font-variant-numeric: tabular-nums;
      }
      .at span:first-child::before {
        content: '';
        display: inline-block;
        width: 10px;
        height: 10px;
        margin-right: 6px;
        border-radius: 50%;
        background: var(--rg-late);
        forced-color-adjust: none;
      }
    `,
  ];

  @property({ attribute: false }) say!: SayCapture;
  @property({ attribute: false }) locale: Locale = 'ru';
  @property({ attribute: false }) state: RecordingState = { elapsedMs: 0, bytes: 0 };
  @property({ type: Number }) limitBytes = 0;
  @property({ reflect: true }) theme = 'auto';

  constructor() {
    super();
    fenceEvents(this);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.role = 'group';
    this.ariaLabel = this.say('record');
    this.popover = 'manual';
    this.showPopover?.();
  }

  /** Not again where it follows a dialog of the page, which has the focus. */
  protected override firstUpdated() {
    this.renderRoot.querySelector('button')?.focus();
  }

  override render() {
    const { say, state, locale, limitBytes } = this;
    const at = say('recording', {
      time: lengthText(Math.min(state.elapsedMs, longestMs)),
      most: lengthText(longestMs),
      size: megabytesText(state.bytes, locale),
      limit: megabytesText(limitBytes, locale),
    });
    return html`<div class="bar">
      <p class="at"><span>${at}</span><span class="note">${say('recordsAll')}</span></p>
      <button type="button" class="button primary" @click=${() => this.#tell('rg-stop')}>
        ${say('stop')}
      </button>
      <button type="button" class="button" @click=${() => this.#tell('rg-cancel')}>
        ${say('cancel')}
      </button>
    </div>`;
  }

  #tell(name: string) {
    this.dispatchEvent(new CustomEvent(name));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-recording': RgRecording;
  }
}
