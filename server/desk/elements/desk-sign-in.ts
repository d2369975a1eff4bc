import { css, html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { icon } from '#desk/icons.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import type { Words } from '#desk/text/words.ts';

/** Why nobody is signed in: no link yet, a spent one, a server that does not answer. */
export type SignInReason = 'checking' | 'needed' | 'expired' | 'silent';

const command = 'reglament agents link';
const copiedMs = 2000;

/** The door: says how to get a one-time link. Nothing is typed here. */
export class DeskSignIn extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        place-items: center;
        height: 100%;
        padding: 16px;
        background: var(--rg-canvas);
      }
      main {
        display: grid;
        gap: 8px;
        width: min(440px, 100%);
      }
      .title {
        display: flex;
        align-items: center;
        gap: 10px;
        margin-bottom: 12px;
        color: var(--rg-text-2);
      }
      .title .icon {
        color: var(--rg-accent);
      }
      h1 {
        font-size: 18px;
        font-weight: 600;
        line-height: 24px;
      }
      p {
        color: var(--rg-text-2);
      }
      .command {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        padding: 6px 6px 6px 12px;
        border: 1px solid var(--rg-line);
        border-radius: 7px;
        background: var(--rg-surface);
      }
      code {
        font:
          13px/18px ui-monospace,
          'SF Mono',
          Consolas,
          monospace;
        user-select: all;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property() reason: SignInReason = 'checking';
  @state() private copied = false;

  override render() {
    const { words, reason } = this;
    const { say } = words;
    return html`<main>
      <p class="title">${icon('mark', 22)}${say('signIn.title')}</p>
      <h1 role="status">${say(`signIn.${reason}`)}</h1>
      ${reason === 'silent' ? html`<p>${say('signIn.silentHow')}</p>` : null}
      ${
        reason === 'needed' || reason === 'expired'
          ? html`<p>${say(`signIn.${reason}How`)}</p>
              <div class="command">
                <code>${command}</code>
                <button class="plain" type="button" @click=${this.#copy}>
                  ${icon(this.copied ? 'check' : 'copy')}${say(
                    this.copied ? 'signIn.copied' : 'signIn.copy',
                  )}
                </button>
              </div>`
          : null
      }
    </main>`;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(command);
    } catch {
      // Refused by the browser: the command stands on the page and can be selected.
      return;
    }
    this.copied = true;
    setTimeout(() => (this.copied = false), copiedMs);
  }
}
