import { css, html, LitElement } from 'lit';
import { property, query } from 'lit/decorators.js';
import { icon } from '#desk/icons.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import { dialogSheet } from '#desk/styles/dialog.styles.ts';
import type { Words } from '#desk/text/words.ts';

const rows = [
  ['J K', 'keys.next'],
  ['Enter', 'keys.open'],
  ['R', 'keys.reply'],
  ['I', 'keys.question'],
  ['N', 'keys.note'],
  ['E', 'keys.escalate'],
  ['D', 'keys.start_diagnosis'],
  ['F', 'keys.diagnose'],
  ['X', 'keys.refuse'],
  ['W', 'keys.defer'],
  ['G', 'keys.assign'],
  ['T', 'keys.log_time'],
  ['Ctrl K', 'keys.link'],
  ['Ctrl Enter', 'keys.send'],
  ['Esc', 'keys.leave'],
  ['?', 'keys.help'],
] as const;

/** The list of keys. */
export class DeskKeys extends LitElement {
  static override styles = [
    base,
    controls,
    dialogSheet,
    css`
      dialog {
        width: min(400px, 100vw - 24px);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 10px 8px 10px 16px;
        border-bottom: 1px solid var(--rg-line);
      }
      h2 {
        font-size: 15px;
        font-weight: 600;
        line-height: 20px;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px 16px;
        padding: 14px 16px;
      }
      kbd {
        margin-right: 4px;
      }
      p {
        padding: 0 16px 16px;
        color: var(--rg-text-2);
        font-size: 12px;
        line-height: 16px;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @query('dialog') private dialog!: HTMLDialogElement;

  show(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  override render() {
    const { say } = this.words;
    return html`<dialog aria-labelledby="title">
      <header>
        <h2 id="title">${say('keys.title')}</h2>
        <button
          class="tool"
          type="button"
          aria-label=${say('common.close')}
          @click=${() => this.dialog.close()}
        >
          ${icon('close')}
        </button>
      </header>
      <dl>
        ${rows.map(
          ([keys, key]) =>
            html`<dt>${keys.split(' ').map((each) => html`<kbd>${each}</kbd>`)}</dt>
              <dd>${say(key)}</dd>`,
        )}
      </dl>
      <p>${say('keys.layout')}</p>
    </dialog>`;
  }
}
