import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LogReceipt, TicketReceipt } from '#shared/wire/ticket.ts';
import type { Api } from '#widget/api/client.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { saveFile } from '#widget/save-file.ts';
import type { Words } from '#widget/words.ts';

/** Lets somebody keep the signed receipt of their request, which a later statement is held against. */
export class RgKeep extends LitElement {
  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        font-size: 12px;
        line-height: 16px;
      }
      .link {
        font-size: 13px;
        line-height: 18px;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) ticket!: Pick<TicketReceipt, 'id' | 'number' | 'logReceipt'>;
  @property({ attribute: false }) read!: Api['read'];

  @state() private phase: 'idle' | 'asking' | 'failed' = 'idle';

  override render() {
    const { t } = this.words;
    return html`<button type="button" class="link" aria-describedby="why" @click=${this.#save}>
        ${t('keep.save')}
      </button>
      <p class="note" id="why">${t('keep.note')}</p>
      <div role="status">
        ${
          this.phase === 'failed'
            ? html`<p class="error">
                <rg-icon name="alert"></rg-icon><span>${t('keep.failed')}</span>
              </p>`
            : nothing
        }
      </div>`;
  }

  /** The one that came with the request, else asked for again. */
  async #receipt(): Promise<LogReceipt | undefined> {
    const { id, logReceipt } = this.ticket;
    if (logReceipt) return logReceipt;
    const path = `tickets/${encodeURIComponent(id)}/receipt`;
    const answer = await this.read<LogReceipt>(path, { signal: AbortSignal.timeout(15_000) });
    return answer.ok ? answer.value : undefined;
  }

  async #save() {
    if (this.phase === 'asking') return;
    this.phase = 'asking';
    const receipt = await this.#receipt();
    this.phase = receipt ? 'idle' : 'failed';
    if (!receipt) return;
    const text = `${JSON.stringify(receipt, null, 2)}\n`;
    const file = new Blob([text], { type: 'application/json' });
    saveFile(file, `${this.ticket.number}.receipt.json`);
  }
}
