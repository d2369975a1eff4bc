import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { DeskTicket as Ticket } from '#shared/wire/desk.ts';
import type { TicketActBody } from '#shared/wire/ticket-act.ts';
import type { Result } from '#shared/result.ts';
import type { DeskApi, SeenTicket } from '#desk/api/client.ts';
import { feedController } from '#desk/controllers/feed.ts';
import { queueController } from '#desk/controllers/queue.ts';
import type { DraftStore } from '#desk/drafts.ts';
import type { DeskContext } from '#desk/elements/desk-context.ts';
import type { DeskQueue } from '#desk/elements/desk-queue.ts';
import type { DeskTicket } from '#desk/elements/desk-ticket.ts';
import { styles } from '#desk/elements/desk-workplace.styles.ts';
import { isKeyedAct, type KeyAct } from '#desk/keys.ts';
import { base } from '#desk/styles/base.styles.ts';
import { changedNotice } from '#desk/text/changes.ts';
import { isOwed, type DeskView } from '#desk/text/queue-views.ts';
import type { Words } from '#desk/text/words.ts';

/** One vendor's desk: queue, ticket and context side by side; keeps them fresh and carries the acts. */
export class DeskWorkplace extends LitElement {
  static override styles = [base, styles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property({ attribute: false }) drafts!: DraftStore;
  @property() vendor = '';
  @property() vendorName = '';
  /** Who is signed in. */
  @property() agentId = '';
  @property() ticketId = '';
  /** The file of the ticket that the address points at. */
  @property() file = '';
  @property({ type: Number }) queueWidth = 0;
  @property() readerZone = 'UTC';

  @state() private view: DeskView = 'order';
  @state() private news = '';
  @state() private notice = '';
  @state() private busy = false;
  @state() private contextOpen = false;

  @query('desk-queue') private queueElement?: DeskQueue;
  @query('desk-ticket') private ticketElement?: DeskTicket;
  @query('desk-context') private contextElement?: DeskContext;

  #queue = queueController(
    this,
    () => ({
      api: this.api,
      vendor: this.vendor,
      view: isOwed(this.view) ? 'order' : this.view,
      locale: this.words.locale,
    }),
    (count) => (this.news = this.words.say('queue.arrived', { count })),
  );
  #ticket = feedController<Ticket>(
    this,
    () =>
      this.ticketId ? this.api.ticket(this.vendor, this.ticketId, this.words.locale) : undefined,
    (ticket, before) => this.#followView(ticket, before),
  );

  /** A key of the desk; writing somewhere else is already excluded. */
  key(act: KeyAct): void {
    if (act === 'next') this.queueElement?.moveFocus(1);
    else if (act === 'previous') this.queueElement?.moveFocus(-1);
    else if (act === 'log_time') void this.#logTime();
    else if (isKeyedAct(act)) this.ticketElement?.do(act);
    else if (act !== 'help') this.ticketElement?.compose(act);
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('vendor')) {
      this.view = 'order';
      this.#queue.changeDesk();
    }
    if (changed.has('vendor') || changed.has('ticketId')) {
      this.notice = '';
      this.contextOpen = false;
      if (this.ticketId) this.#ticket.restart();
      else this.#ticket.clear();
    }
    if (changed.has('words') && changed.get('words')) {
      this.#queue.refresh();
      this.#ticket.refresh();
    }
  }

  override updated(changed: PropertyValues<this>) {
    if (changed.has('queueWidth')) {
      this.style.setProperty('--queue-width', `${this.queueWidth}px`);
    }
  }

  override render() {
    const { words, api, vendor } = this;
    const ticket = this.#ticket.state;
    return html`<div class="places ${this.ticketId ? 'with-ticket' : ''}">
      <desk-queue
        role="region"
        aria-label=${words.say('nav.queue')}
        .words=${words}
        .api=${api}
        .vendor=${vendor}
        .vendorName=${this.vendorName}
        .ticketId=${this.ticketId}
        .view=${this.view}
        .feed=${this.#queue.state}
        @desk-view=${this.#changeView}
        @desk-answered=${this.#answered}
        @desk-more=${() => this.#queue.showMore()}
        @desk-retry=${() => this.#queue.refresh()}
      ></desk-queue>
      <desk-splitter .label=${words.say('queue.resize')} .width=${this.queueWidth}></desk-splitter>
      <div class="ticket">
        ${keyed(
          this.ticketId,
          html`<desk-ticket
            .words=${words}
            .api=${api}
            .drafts=${this.drafts}
            .vendor=${vendor}
            .feed=${ticket}
            .file=${this.file}
            .notice=${this.notice}
            ?busy=${this.busy}
            .agentId=${this.agentId}
            @desk-press=${this.#press}
            @desk-confirm=${this.#confirmArrival}
            @desk-answered=${this.#answered}
            @desk-refresh=${() => this.#ticket.refresh()}
            @desk-retry=${() => this.#ticket.refresh()}
            @desk-notice-seen=${() => (this.notice = '')}
            @desk-context=${this.#toggleContext}
          ></desk-ticket>`,
        )}
      </div>
      ${ticket.phase === 'ready' ? this.#context(ticket.value) : nothing}
      <p class="unseen" role="status" aria-live="polite">${this.news}</p>
    </div>`;
  }

  #context(ticket: Ticket) {
    return html`<desk-context
      role="region"
      aria-label=${this.words.say('context.label')}
      class=${this.contextOpen ? 'open' : ''}
      .words=${this.words}
      .api=${this.api}
      .ticket=${ticket}
      @desk-refresh=${() => this.#ticket.refresh()}
      .readerZone=${this.readerZone}
      @desk-context=${this.#toggleContext}
      @keydown=${this.#leftContext}
    ></desk-context>`;
  }

  /** Escape closes the drawer; in a form it closes the form. */
  #leftContext(event: KeyboardEvent) {
    const inForm = event.composedPath().some((at) => at instanceof HTMLDialogElement);
    if (event.code === 'Escape' && this.contextOpen && !inForm) void this.#toggleContext();
  }

  #toggleContext = async () => {
    this.contextOpen = !this.contextOpen;
    await this.updateComplete;
    if (this.contextOpen) this.contextElement?.focus();
    else this.ticketElement?.focusContextButton();
  };

  /** A form in what is not shown could not be seen. */
  async #logTime() {
    const context = this.contextElement;
    if (!context) return;
    if (!context.checkVisibility()) await this.#toggleContext();
    context.logTime();
  }

  /** A ticket opened by its address brings its view along; one of what is owed stands there, too. */
  #followView(ticket: Ticket, before: Ticket | undefined) {
    if (before?.id === ticket.id || isOwed(this.view)) return;
    this.#show(ticket.view);
  }

  #changeView(event: CustomEvent<DeskView>) {
    this.#show(event.detail);
  }

  #show(view: DeskView) {
    if (view === this.view) return;
    this.view = view;
    this.#queue.changeView();
  }

  #answered(event: CustomEvent<Ticket>) {
    this.took(event.detail);
  }

  /** A ticket as it is after an act of this agent. */
  took(ticket: Ticket): void {
    this.notice = '';
    if (ticket.id === this.ticketId) this.#ticket.put(ticket);
    this.#queue.refresh();
    this.queueElement?.refreshOwed();
  }

  #press(event: CustomEvent<TicketActBody>) {
    void this.#act((seen) => this.api.act(seen, event.detail));
  }

  /** The ticket enters the order of work, and the agent goes along. */
  async #confirmArrival() {
    await this.#act((seen) => this.api.act(seen, { act: 'confirm_arrival' }));
    const shown = this.#ticket.state;
    if (shown.phase === 'ready') this.#show(shown.value.view);
  }

  /** Acts carry the version that the agent saw; where it moved on, what changed is said. */
  async #act(act: (seen: SeenTicket) => Promise<Result<Ticket>>) {
    const shown = this.#ticket.state;
    if (shown.phase !== 'ready' || this.busy) return;
    const before = shown.value;
    const { vendor, words } = this;
    this.busy = true;
    const done = await act({
      vendor,
      id: before.id,
      version: before.version,
      locale: words.locale,
    });
    this.busy = false;
    if (done.ok) return this.took(done.value);
    const { code } = done.failure;
    if (code !== 'ticket.changed') {
      const silent = code === 'service.unavailable';
      this.notice = silent ? words.say('ticket.actFailed') : words.problem(done.failure);
      return;
    }
    const now = await this.api.ticket(vendor, before.id, words.locale);
    if (now.ok) this.took(now.value);
    this.notice = changedNotice(words, before, now.ok ? now.value : undefined);
  }
}
