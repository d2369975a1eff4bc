import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { TicketStanding } from '#shared/wire/ticket.ts';
import type { Api } from '#widget/api/client.ts';
import { bothTimes } from '#widget/both-times.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fieldStyles } from '#widget/elements/fields.styles.ts';
import { problemSentence } from '#widget/problem-sentence.ts';
import { clauseLink, type Ui } from '#widget/words.ts';

/** How a colleague's request stands, by its number and without a word of it, for persons of the contract. */
export class RgInquiry extends LitElement {
  static override styles = [
    controlStyles,
    fieldStyles,
    css`
      :host {
        display: block;
        padding: 8px 16px;
        font-size: 13px;
        line-height: 18px;
      }
      summary {
        cursor: pointer;
      }
      form {
        display: flex;
        gap: 8px;
        align-items: end;
        margin-block: 8px;
      }
      form > div {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) ui!: Ui;
  @property({ attribute: false }) read!: Api['read'];
  /** By which it is told. */
  @property() clause = '';

  @state() private number = '';
  @state() private told: TicketStanding | undefined;
  @state() private refusal = '';
  @state() private asking = false;

  override render() {
    const { ui, told } = this;
    const { t } = ui.words;
    return html`<details>
      <summary>${t('inquiry.open')}</summary>
      <form @submit=${this.#ask}>
        <div>
          <label class="label" for="number">${t('inquiry.number')}</label>
          <input
            id="number"
            required
            maxlength="20"
            autocomplete="off"
            .value=${this.number}
            @input=${(event: Event) => (this.number = (event.target as HTMLInputElement).value)}
          />
        </div>
        <button class="button" ?disabled=${this.asking}>${t('inquiry.ask')}</button>
      </form>
      <p class="note">${t('inquiry.note')} — ${clauseLink(ui, this.clause)}</p>
      <div role="status">
        ${
          told
            ? html`<p>
                <strong>${told.number}</strong>
                <rg-status .words=${ui.words} .status=${told.status}></rg-status>
                <span class="note">${this.#fact(told)}</span>
              </p>`
            : nothing
        }
        ${
          this.refusal
            ? html`<p class="error">
                <rg-icon name="alert"></rg-icon><span>${this.refusal}</span>
              </p>`
            : nothing
        }
      </div>
    </details>`;
  }

  #fact({ goesOnIn, firstRespondedAt, firstResponseDueAt, receivedAt }: TicketStanding) {
    const { t } = this.ui.words;
    const said = (instant: string) => bothTimes(this.ui, instant, 'named');
    if (goesOnIn) return t('inquiry.goesOn', { number: goesOnIn });
    if (firstRespondedAt) return t('inquiry.firstDone', { time: said(firstRespondedAt) });
    if (firstResponseDueAt) return t('inquiry.firstBy', { time: said(firstResponseDueAt) });
    return receivedAt ? t('inquiry.received', { time: said(receivedAt) }) : nothing;
  }

  async #ask(event: Event) {
    event.preventDefault();
    const number = this.number.trim();
    if (!number || this.asking) return;
    this.asking = true;
    const path = `tickets/status/${encodeURIComponent(number)}`;
    const answer = await this.read<TicketStanding>(path, {
      signal: AbortSignal.timeout(15_000),
    });
    this.asking = false;
    this.told = answer.ok ? answer.value : undefined;
    this.refusal = answer.ok ? '' : await problemSentence(this.ui.words.locale, answer.failure);
  }
}
