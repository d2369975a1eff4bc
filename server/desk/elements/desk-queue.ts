import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskQueue as Queue, QueueRow } from '#shared/wire/desk.ts';
import { nearMoment, timeOfDay } from '#shared/time.ts';
import type { DeskApi } from '#desk/api/client.ts';
import { feedController, type Feed } from '#desk/controllers/feed.ts';
import { owedRows } from '#desk/elements/owed-rows.ts';
import { queueRow } from '#desk/elements/queue-row.ts';
import { queueSkeleton } from '#desk/elements/skeletons.ts';
import { styles } from '#desk/elements/desk-queue.styles.ts';
import { owedCount, readOwed, type Owed } from '#desk/owed.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import { calendarNotice } from '#desk/text/calendar-notice.ts';
import { orderSentence } from '#desk/text/order.ts';
import {
  isOwed,
  queueViews,
  rowsOf,
  type OwedView,
  type QueueView,
} from '#desk/text/queue-views.ts';
import type { Words } from '#desk/text/words.ts';

/**
 * The queue in the regulation's order, and its other views.
 * @fires desk-view - `detail` is the view a person chose
 * @fires desk-answered - `detail` is a ticket whose requester was contacted
 */
export class DeskQueue extends LitElement {
  static override styles = [base, controls, styles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property() vendor = '';
  @property() vendorName = '';
  @property() ticketId = '';
  @property() view: QueueView = 'order';
  /** Open tickets of all views but the last. */
  @property({ attribute: false }) open: Feed<Queue> = { phase: 'idle' };
  @property({ attribute: false }) resolved: Feed<Queue> = { phase: 'idle' };

  @state() private pending = '';
  @state() private news = '';
  @state() private refusal = '';

  #owed = feedController<Owed>(this, () => readOwed(this.api, this.vendor, this.words.locale));

  /** Something was done with a ticket: what is owed may be another. */
  refreshOwed(): void {
    this.#owed.refresh();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('vendor')) this.#owed.restart();
    else if (changed.has('words')) this.#owed.refresh();
  }

  /** Moves the keyboard to the next (1) or previous (-1) ticket; the open one is where it starts. */
  moveFocus(step: 1 | -1): void {
    const links = [...this.renderRoot.querySelectorAll<HTMLAnchorElement>('.row')];
    const focused = links.findIndex((link) => link.matches(':focus'));
    const opened = links.findIndex((link) => link.hasAttribute('aria-current'));
    const from = focused >= 0 ? focused : opened >= 0 ? opened : step > 0 ? -1 : links.length;
    const link = links[Math.max(0, Math.min(links.length - 1, from + step))];
    link?.focus();
    link?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const { words, view } = this;
    const feed = view === 'resolved' ? this.resolved : this.open;
    const known = this.open.phase === 'ready' ? this.open.value : { order: [] };
    return html`<div class="head">
        <div class="top">
          <h2>${words.say('queue.title', { vendor: this.vendorName })}</h2>
          ${this.#hours()}
        </div>
        <div class="tabs" role="tablist" aria-label=${words.say('queue.views')}>
          ${queueViews.map((each) => this.#tab(each))}
        </div>
      </div>
      <p class="order">${orderSentence(words, view, known)}</p>
      ${this.#calendar()}
      <div class="list" role="tabpanel" id="panel" aria-label=${words.say(`view.${view}`)}>
        ${isOwed(view) ? this.#owedBody(view) : this.#body(feed)}
      </div>
      <p class="unseen" role="status">${this.news}</p>`;
  }

  #calendar() {
    const notice =
      this.open.phase === 'ready' ? calendarNotice(this.words, this.open.value) : undefined;
    return notice ? html`<p class="calendar">${notice}</p>` : nothing;
  }

  #hours() {
    if (this.open.phase !== 'ready') return nothing;
    const { say, locale } = this.words;
    const { open, timezone, now } = this.open.value;
    if (!open) return html`<p class="hours">${say('queue.hoursNotStated')}</p>`;
    const until = open.now ? open.until : open.opensAt;
    const time = until ? nearMoment(locale, timezone.id, Date.parse(until), Date.parse(now)) : '';
    const slots = { time, zone: timezone.label };
    const sentence = open.now
      ? say(until ? 'queue.openUntil' : 'queue.openNow', slots)
      : say(until ? 'queue.closedUntil' : 'queue.closedNow', slots);
    return html`<p class="hours"><i class=${open.now ? 'dot open' : 'dot'}></i>${sentence}</p>`;
  }

  #tab(view: QueueView) {
    const rows = this.open.phase === 'ready' ? this.open.value.rows : [];
    const count = isOwed(view) ? owedCount(this.#owedNow, view) : rowsOf(rows, view).length;
    // What nothing stands in is not offered, but for the views that an agent looks for.
    const always = view === 'order' || view === 'waiting' || view === 'resolved';
    if (!always && count === 0 && this.view !== view) return nothing;
    const selected = view === this.view;
    return html`<button
      type="button"
      role="tab"
      aria-selected=${selected}
      aria-controls="panel"
      tabindex=${selected ? 0 : -1}
      @click=${() => this.#choose(view)}
      @keydown=${this.#moveTab}
    >
      ${this.words.say(`view.${view}`)}${
        count > 0 && view !== 'resolved' ? html` <span class="figures">${count}</span>` : nothing
      }
    </button>`;
  }

  #moveTab(event: KeyboardEvent) {
    const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const tabs = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('[role=tab]')];
    const at = tabs.indexOf(event.currentTarget as HTMLButtonElement);
    const tab = tabs[(at + step + tabs.length) % tabs.length];
    tab?.focus();
    tab?.click();
  }

  #choose(view: QueueView) {
    this.dispatchEvent(new CustomEvent('desk-view', { detail: view }));
  }

  #body(feed: Feed<Queue>) {
    const { say } = this.words;
    if (feed.phase === 'idle' || feed.phase === 'loading') return queueSkeleton;
    if (feed.phase === 'failed') {
      const silent = feed.problem.code === 'service.unavailable';
      return html`<desk-state
        tone="late"
        icon="alert"
        .fact=${say(silent ? 'queue.failed' : 'queue.refused')}
        .more=${silent ? say('queue.failedMore') : this.words.problem(feed.problem)}
        .action=${say('common.retry')}
      ></desk-state>`;
    }
    const rows = rowsOf(feed.value.rows, this.view);
    const time = timeOfDay(feed.value.timezone.id, Date.parse(feed.value.now));
    return html`${
      feed.problem
        ? html`<p class="stale" role="status">${say('queue.stale', { time })}</p>`
        : nothing
    }
    ${rows.length > 0 ? this.#rows(rows, feed.value) : this.#empty()}`;
  }

  #rows(rows: readonly QueueRow[], queue: Queue) {
    return html`<ul aria-label=${this.words.say('queue.list')}>
      ${repeat(
        rows,
        ({ id }) => id,
        (row) => html`<li>${queueRow(this.words, queue, row, row.id === this.ticketId)}</li>`,
      )}
    </ul>`;
  }

  get #owedNow(): Owed | undefined {
    return this.#owed.state.phase === 'ready' ? this.#owed.state.value : undefined;
  }

  #owedBody(view: OwedView) {
    const { words, vendor, ticketId, pending } = this;
    const owed = this.#owedNow;
    if (!owed) return queueSkeleton;
    if (owedCount(owed, view) === 0) return this.#empty();
    const zone = this.open.phase === 'ready' ? this.open.value.timezone.id : 'UTC';
    const finish = (row: Owed['contact'][number]) => void this.#finish(row.ticket);
    return html`${this.refusal ? html`<p class="stale" role="alert">${this.refusal}</p>` : nothing}
    ${owedRows({ words, vendor, zone, ticketId, pending, finish }, view, owed)}`;
  }

  /** The row leaves: the keyboard goes on with the next one, or back to the views. */
  async #finish({ id, number }: Owed['contact'][number]['ticket']) {
    const { words, vendor } = this;
    this.pending = id;
    const done = await this.api.act(
      { vendor, id, locale: words.locale },
      { act: 'finish_follow_up' },
    );
    this.pending = '';
    this.refusal = done.ok ? '' : words.problem(done.failure);
    if (!done.ok) return;
    this.news = words.say('owed.finished', { number });
    const rest = this.#owedNow?.contact.filter(({ ticket }) => ticket.id !== id) ?? [];
    if (this.#owedNow) this.#owed.put({ ...this.#owedNow, contact: rest });
    this.dispatchEvent(new CustomEvent('desk-answered', { detail: done.value }));
    await this.updateComplete;
    const next = this.renderRoot.querySelector<HTMLElement>('.finish');
    (next ?? this.renderRoot.querySelector<HTMLElement>('[aria-selected=true]'))?.focus();
  }

  #empty() {
    const { say } = this.words;
    return html`<desk-state
      .fact=${say(`queue.empty.${this.view}`)}
      .more=${say(`queue.empty.${this.view}More`)}
    ></desk-state>`;
  }
}
