import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { DeskTicket as Ticket } from '#shared/wire/desk.ts';
import type { TicketActBody, TicketActKind } from '#shared/wire/ticket-act.ts';
import { severities, type Severity } from '#shared/vocabulary.ts';
import { hasForm, type PressAct } from '#desk/acts/act-forms.ts';
import { dateAndTime } from '#shared/time.ts';
import type { AnswerKind } from '#desk/text/composer-effect.ts';
import type { Feed } from '#desk/controllers/feed.ts';
import type { DeskApi } from '#desk/api/client.ts';
import type { DraftStore } from '#desk/drafts.ts';
import type { DeskActDialog } from '#desk/elements/desk-act-dialog.ts';
import type { DeskComposer } from '#desk/elements/desk-composer.ts';
import { needsForm } from '#desk/acts/shown-acts.ts';
import { ticketSkeleton } from '#desk/elements/skeletons.ts';
import { styles } from '#desk/elements/desk-ticket.styles.ts';
import { ticketCommands } from '#desk/elements/ticket-commands.ts';
import { icon } from '#desk/icons.ts';
import { queueHref } from '#desk/routes.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import type { Words } from '#desk/text/words.ts';

/**
 * One ticket: header, history, composer.
 * @fires desk-press - `detail` is an act that needs no form
 * @fires desk-confirm - a person saw the message in the official channel
 * @fires desk-context - a person opens or closes the context
 * @fires desk-notice-seen - a person closed the notice
 */
export class DeskTicket extends LitElement {
  static override styles = [base, controls, styles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property({ attribute: false }) drafts!: DraftStore;
  @property() vendor = '';
  /** Who is signed in. */
  @property() agentId = '';
  @property({ attribute: false }) feed: Feed<Ticket> = { phase: 'idle' };
  /** The file that the address points at; empty for none. */
  @property() file = '';
  /** What an act ran into: changed meanwhile, refused, no answer. */
  @property() notice = '';
  /** An act is under way; its buttons wait. */
  @property({ type: Boolean }) busy = false;

  /** Goes to the composer in this mode. */
  compose(kind: AnswerKind): void {
    this.renderRoot.querySelector<DeskComposer>('desk-composer')?.compose(kind);
  }

  /** Does an act, or opens its form; nothing where the ticket does not allow it now. */
  do(act: TicketActKind): void {
    const { feed } = this;
    if (feed.phase !== 'ready' || this.busy || !feed.value.can.includes(act)) return;
    const { suggestedSeverity } = feed.value.life;
    if (act === 'set_severity') {
      if (suggestedSeverity) this.#press({ act, severity: suggestedSeverity });
    } else if (act === 'assign') this.#press({ act, to: this.agentId });
    else if (!hasForm(act)) this.#press({ act: act as PressAct });
    else if (needsForm(feed.value, act)) {
      void this.renderRoot.querySelector<DeskActDialog>('desk-act-dialog')?.open(act);
    } else this.#press({ act: 'resolve' });
  }

  /** Where the keyboard returns to when the context closes. */
  focusContextButton(): void {
    this.renderRoot.querySelector<HTMLButtonElement>('.context')?.focus();
  }

  override render() {
    const { feed, words } = this;
    if (feed.phase === 'idle') {
      return html`<desk-state
        class="middle"
        .fact=${words.say('ticket.choose')}
        .more=${words.say('ticket.chooseMore')}
      ></desk-state>`;
    }
    if (feed.phase === 'loading') {
      return html`<p class="unseen" role="status">${words.say('ticket.loading')}</p>
        ${ticketSkeleton}`;
    }
    return feed.phase === 'failed' ? this.#failed(feed.problem.code) : this.#ticket(feed.value);
  }

  #failed(code: string) {
    const { say } = this.words;
    const silent = code === 'service.unavailable';
    return html`<div class="over">${this.#back()}</div>
      <desk-state
        class="middle"
        tone="late"
        icon="alert"
        .fact=${say(silent ? 'ticket.failed' : 'ticket.absent')}
        .more=${say(silent ? 'ticket.failedMore' : 'ticket.absentMore')}
        .action=${silent ? say('common.retry') : ''}
      ></desk-state>`;
  }

  #ticket(ticket: Ticket) {
    const { words, notice } = this;
    return html`${this.#header(ticket)}
      ${
        notice
          ? html`<div class="notice" role="alert">
              ${icon('alert')}
              <p>${notice}</p>
              <button
                class="tool"
                type="button"
                aria-label=${words.say('common.close')}
                @click=${() => this.#fire('desk-notice-seen')}
              >
                ${icon('close')}
              </button>
            </div>`
          : nothing
      }
      <desk-life
        .words=${words}
        .ticket=${ticket}
        ?busy=${this.busy}
        @desk-act=${this.#chosen}
      ></desk-life>
      <desk-timeline
        .words=${words}
        .api=${this.api}
        .ticket=${ticket}
        .file=${this.file}
      ></desk-timeline>
      ${
        ticket.status === 'awaiting_channel'
          ? html`<desk-arrival .words=${words} .ticket=${ticket} ?busy=${this.busy}></desk-arrival>`
          : nothing
      }
      <desk-composer
        .words=${words}
        .api=${this.api}
        .drafts=${this.drafts}
        .ticket=${ticket}
      ></desk-composer>
      <desk-act-dialog .words=${words} .api=${this.api} .ticket=${ticket}></desk-act-dialog>`;
  }

  #header(ticket: Ticket) {
    const { say, locale } = this.words;
    const at = Date.parse(ticket.receivedAt ?? ticket.createdAt);
    return html`<header>
      <div class="over">
        ${this.#back()}
        <p class="meta figures">
          ${ticket.number} · ${say(`channel.${ticket.channel}`)},
          ${dateAndTime(locale, ticket.timezone.id, at)}
        </p>
        <button
          class="tool context"
          type="button"
          title=${say('ticket.showContext')}
          aria-label=${say('ticket.showContext')}
          @click=${() => this.#fire('desk-context')}
        >
          ${icon('panel')}
        </button>
      </div>
      <h2 tabindex="-1">${ticket.subject}</h2>
      <div class="acts">
        <span class="status ${ticket.status}">${say(`status.${ticket.status}`)}</span>
        <select
          class="pill"
          aria-label=${say('severity.label')}
          title=${say('severity.label')}
          ?disabled=${this.busy}
          @change=${this.#chooseSeverity}
        >
          ${severities.map(
            (severity) =>
              html`<option value=${severity} ?selected=${severity === ticket.severity}>
                ${say(`severity.${severity}`)}
              </option>`,
          )}
        </select>
        <span class="category">${ticket.category.label}</span>
        ${
          ticket.life.assignee
            ? html`<span class="category">${ticket.life.assignee.name}</span>`
            : nothing
        }
        ${ticketCommands(this.words, ticket, this.busy, (act) => this.do(act))}
      </div>
    </header>`;
  }

  #back() {
    return html`<a
      class="tool back"
      href=${queueHref(this.vendor)}
      aria-label=${this.words.say('ticket.back')}
      >${icon('back')}</a
    >`;
  }

  /** The picker shows what the server holds: a refused choice falls back by itself. */
  #chooseSeverity(event: Event) {
    const picker = event.currentTarget as HTMLSelectElement;
    this.#press({ act: 'set_severity', severity: picker.value as Severity });
  }

  #chosen(event: CustomEvent<TicketActKind>) {
    this.do(event.detail);
  }

  #press(body: TicketActBody) {
    this.#fire('desk-press', body);
  }

  override updated(changed: PropertyValues<this>) {
    const picker = this.renderRoot.querySelector<HTMLSelectElement>('select.pill');
    if (picker && this.feed.phase === 'ready' && !this.busy)
      picker.value = this.feed.value.severity;
    if (changed.has('busy') && !this.busy) this.#returnFocus();
  }

  /** The pressed button waited disabled, or is gone: the keyboard goes on at the ticket's title. */
  #returnFocus() {
    if (document.activeElement === document.body)
      this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  #fire(name: string, detail?: unknown) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
