import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { civilDate } from '#shared/time.ts';
import type { TicketSummary } from '#shared/wire/ticket.ts';
import type { Api } from '#widget/api/client.ts';
import { bothTimes } from '#widget/both-times.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { focusTitle } from '#widget/elements/focus-title.ts';
import type { ReadPages } from '#widget/controllers/own-list.ts';
import type { IconName } from '#widget/elements/icons.ts';
import { listStyles } from '#widget/elements/rg-list.styles.ts';
import { readPages } from '#widget/read-pages.ts';
import { phrase, type Ui } from '#widget/words.ts';

/**
 * The person's own requests.
 * @fires rg-open - `detail` is the id of a request
 * @fires rg-new - the person starts a new one
 * @fires rg-retry - the list is asked for again; `detail` reads it
 */
export class RgList extends LitElement {
  static override styles = [controlStyles, listStyles];

  @property({ attribute: false }) ui!: Ui;
  @property({ attribute: false }) tickets?: readonly TicketSummary[] | undefined;
  @property({ type: Boolean }) failed = false;
  @property({ attribute: false }) next: string | null = null;
  @property({ attribute: false }) read!: Api['read'];

  protected override firstUpdated() {
    focusTitle(this);
  }

  override render() {
    const { tickets, failed } = this;
    const { t } = this.ui.words;
    return html`<div class="scroll" aria-busy=${!tickets && !failed}>
        ${
          failed && !tickets
            ? this.#state('alert', t('list.failed'), t('list.failedNote'), t('panel.retry'), () =>
                this.#tell('rg-retry', readPages(1)),
              )
            : nothing
        }
        ${
          tickets?.length === 0
            ? this.#state('inbox', t('list.empty'), t('list.emptyNote'), t('list.write'), () =>
                this.#tell('rg-new'),
              )
            : nothing
        }
        ${
          tickets
            ? tickets.map((ticket) => this.#row(ticket))
            : failed
              ? nothing
              : html`<rg-skeleton></rg-skeleton>`
        }
        ${
          this.next
            ? html`<button
                type="button"
                class="row link"
                @click=${() => this.#tell('rg-retry', readPages((tickets?.length ?? 0) + 1))}
              >
                ${t('list.more')}
              </button>`
            : nothing
        }
        ${
          this.ui.config.inquiry
            ? html`<rg-inquiry
                .ui=${this.ui}
                .read=${this.read}
                .clause=${this.ui.config.inquiry.clause}
              ></rg-inquiry>`
            : nothing
        }
        <rg-consented .ui=${this.ui} .read=${this.read}></rg-consented>
      </div>
      ${this.#edition()}`;
  }

  #state(
    icon: IconName,
    fact: string,
    note: string,
    action: string,
    act: () => void,
  ): TemplateResult {
    return html`<div class="state">
      <rg-icon name=${icon} class=${icon === 'alert' ? 'late' : ''}></rg-icon>
      <div class="grow">
        <p><strong>${fact}</strong></p>
        <p class="note">${note}</p>
      </div>
      <button type="button" class="link" @click=${act}>${action}</button>
    </div>`;
  }

  #row(ticket: TicketSummary): TemplateResult {
    const { words } = this.ui;
    return html`<button
      type="button"
      class="row ${ticket.unread ? 'unread' : ''}"
      @click=${() => this.#tell('rg-open', ticket.id)}
    >
      <span class="top"
        >${ticket.number} <rg-status .words=${words} .status=${ticket.status}></rg-status
      ></span>
      <span class="subject">${ticket.subject}</span>
      <span class="note">${this.#fact(ticket)}</span>
    </button>`;
  }

  /** The one fact that matters now: a new reply, the promise, or when it was kept. */
  #fact(ticket: TicketSummary): unknown {
    const { t } = this.ui.words;
    const said = (instant: string) => bothTimes(this.ui, instant);
    if (ticket.unread) return t('list.unread');
    if (ticket.firstRespondedAt)
      return t('list.firstDone', { time: said(ticket.firstRespondedAt) });
    if (ticket.firstResponseDueAt)
      return phrase(t('list.firstDue', { due: said(ticket.firstResponseDueAt) }), {
        clause: html`<span class="clause">${t('clause.ref', { clause: ticket.clause })}</span>`,
      });
    return ticket.receivedAt
      ? t('list.noTerm', { time: said(ticket.receivedAt) })
      : t('list.prepared', { time: said(ticket.createdAt) });
  }

  #edition() {
    const { words, config } = this.ui;
    const { t, locale } = words;
    const { date, href } = config.edition;
    const edition = date
      ? t('list.edition', { date: civilDate(locale, date) })
      : t('list.editionUndated');
    const link = html`<a class="link" href=${href} target="_blank" rel="noreferrer"
      >${t('list.regulation', { vendor: config.vendor.name })}</a
    >`;
    return html`<footer>
      <p class="note">${phrase(t('list.worksBy', { edition }), { link })}</p>
    </footer>`;
  }

  #tell(name: string, detail?: string | ReadPages) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
