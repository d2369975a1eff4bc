import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskQueue as Queue } from '#shared/wire/desk.ts';
import { nearMoment, timeOfDay } from '#shared/time.ts';
import type { DeskApi } from '#desk/api/client.ts';
import { feedController, type Feed } from '#desk/controllers/feed.ts';
import { rowWalk } from '#desk/controllers/row-walk.ts';
import type { CountedView } from '#desk/elements/desk-views.ts';
import { owedRows } from '#desk/elements/owed-rows.ts';
import { queueRow } from '#desk/elements/queue-row.ts';
import { queueSkeleton } from '#desk/elements/skeletons.ts';
import { styles } from '#desk/elements/desk-queue.styles.ts';
import { owedCount, readOwed, type Owed } from '#desk/owed.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import { calendarNotice } from '#desk/text/calendar-notice.ts';
import { orderSentence } from '#desk/text/order.ts';
import { deskViews, isOwed, type DeskView, type OwedView } from '#desk/text/queue-views.ts';
import type { Words } from '#desk/text/words.ts';

type Contact = Owed['contact']['rows'][number];

/** What is owed is read on until there is a row of it. */
const fewest: Readonly<Record<OwedView, number>> = { appeals: 1, contact: 1 };

/**
 * The queue in the regulation's order, and its other views.
 * @fires desk-view - `detail` is the view a person chose
 * @fires desk-more - a person has come to the end of what is shown, and there is more
 * @fires desk-answered - `detail` is a ticket whose requester was contacted
 */
export class DeskQueue extends LitElement {
  static override styles = [base, controls, styles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property() vendor = '';
  @property() vendorName = '';
  @property() ticketId = '';
  @property() view: DeskView = 'order';
  /** The chosen view, or the order of work where what is chosen stands besides the queue. */
  @property({ attribute: false }) feed: Feed<Queue> = { phase: 'idle' };

  @state() private pending = '';
  @state() private news = '';
  @state() private refusal = '';

  /** What was last known of this desk, whichever view it came with. */
  #known?: Queue | undefined;
  #walk = rowWalk(this, () =>
    isOwed(this.view)
      ? this.#moreOwed(this.view)
      : this.dispatchEvent(new CustomEvent('desk-more')),
  );
  /** Rows of what is owed that a person has asked for. */
  #wanted = fewest;
  #owed = feedController<Owed>(this, () =>
    readOwed(this.api, this.vendor, this.words.locale, this.#wanted),
  );

  /** Something was done with a ticket: what is owed may be another. */
  refreshOwed(): void {
    this.#owed.refresh();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('vendor')) this.#wanted = fewest;
    if (changed.has('vendor')) this.#owed.restart();
    else if (changed.has('words')) this.#owed.refresh();
    if (changed.has('vendor')) this.#known = undefined;
    if (changed.has('vendor') || changed.has('view')) this.#walk.reset();
    if (this.feed.phase === 'ready') this.#known = this.feed.value;
  }

  /** Moves the keyboard to the next (1) or previous (-1) ticket; the open one is where it starts. */
  moveFocus(step: 1 | -1): void {
    this.#walk.move(step);
  }

  override render() {
    const { words, view } = this;
    const known = this.#known ?? { order: [] };
    return html`<div class="head">
        <div class="top">
          <h2>${words.say('queue.title', { vendor: this.vendorName })}</h2>
          ${this.#hours()}
        </div>
        <desk-views
          .words=${words}
          .views=${this.#views}
          .chosen=${view}
          @desk-view=${({ detail }: CustomEvent<DeskView>) => this.#choose(detail)}
        ></desk-views>
      </div>
      <p class="order">${orderSentence(words, view, known)}</p>
      ${this.#calendar()}
      ${
        view === 'awaiting'
          ? html`<desk-code .words=${words} .api=${this.api} .vendor=${this.vendor}></desk-code>`
          : nothing
      }
      <div class="list" role="tabpanel" id="panel" aria-label=${words.say(`view.${view}`)}>
        ${isOwed(view) ? this.#owedBody(view) : this.#body(this.feed)}
      </div>
      <p class="unseen" role="status">${this.news}</p>`;
  }

  #calendar() {
    const notice = this.#known && calendarNotice(this.words, this.#known);
    return notice ? html`<p class="calendar">${notice}</p>` : nothing;
  }

  #hours() {
    if (!this.#known) return nothing;
    const { say, locale } = this.words;
    const { open, timezone, now } = this.#known;
    if (!open) return html`<p class="hours">${say('queue.hoursNotStated')}</p>`;
    const until = open.now ? open.until : open.opensAt;
    const time = until ? nearMoment(locale, timezone.id, Date.parse(until), Date.parse(now)) : '';
    const slots = { time, zone: timezone.label };
    const sentence = open.now
      ? say(until ? 'queue.openUntil' : 'queue.openNow', slots)
      : say(until ? 'queue.closedUntil' : 'queue.closedNow', slots);
    return html`<p class="hours"><i class=${open.now ? 'dot open' : 'dot'}></i>${sentence}</p>`;
  }

  /** What nothing stands in is not offered, but for the views that an agent looks for. */
  get #views(): CountedView[] {
    const always: readonly DeskView[] = ['order', 'waiting', 'resolved', this.view];
    return deskViews
      .map((view) => ({ view, ...this.#count(view) }))
      .filter(({ view, count }) => count > 0 || always.includes(view));
  }

  #count(view: DeskView): Omit<CountedView, 'view'> {
    const owed = this.#owedNow;
    if (!isOwed(view)) return { count: view === 'resolved' ? 0 : (this.#known?.counts[view] ?? 0) };
    return owed ? { count: owedCount(owed, view), more: owed[view].next !== null } : { count: 0 };
  }

  /** One more than is shown brings another page; it stays when what is owed is refreshed. */
  #moreOwed(view: OwedView) {
    this.#wanted = { ...this.#wanted, [view]: owedCount(this.#owedNow, view) + 1 };
    this.#owed.refresh();
  }

  #choose(view: DeskView) {
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
    const time = timeOfDay(feed.value.timezone.id, Date.parse(feed.value.now));
    return html`${
      feed.problem
        ? html`<p class="stale" role="status">${say('queue.stale', { time })}</p>`
        : nothing
    }
    ${feed.value.rows.length > 0 ? this.#rows(feed.value) : this.#empty()}`;
  }

  #rows(queue: Queue) {
    return html`<ul aria-label=${this.words.say('queue.list')}>
        ${repeat(
          queue.rows,
          ({ id }) => id,
          (row) => html`<li>${queueRow(this.words, queue, row, row.id === this.ticketId)}</li>`,
        )}
      </ul>
      ${this.#more(queue)}`;
  }

  #more({ next }: Pick<Queue, 'next'>) {
    return next === null
      ? nothing
      : html`<button class="more" type="button" @click=${this.#walk.ask}>
          ${this.words.say('queue.more')}
        </button>`;
  }

  get #owedNow(): Owed | undefined {
    return this.#owed.state.phase === 'ready' ? this.#owed.state.value : undefined;
  }

  #owedBody(view: OwedView) {
    const { words, vendor, ticketId, pending } = this;
    const owed = this.#owedNow;
    if (!owed) return queueSkeleton;
    if (owedCount(owed, view) === 0) return this.#empty();
    const zone = this.#known?.timezone.id ?? 'UTC';
    const finish = (row: Contact) => void this.#finish(row.ticket);
    return html`${this.refusal ? html`<p class="stale" role="alert">${this.refusal}</p>` : nothing}
    ${owedRows({ words, vendor, zone, ticketId, pending, finish }, view, owed)}
    ${this.#more(owed[view])}`;
  }

  /** The row leaves: the keyboard goes on with the next one, or back to the views. */
  async #finish({ id, number }: Contact['ticket']) {
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
    const owed = this.#owedNow;
    if (owed) {
      const rows = owed.contact.rows.filter(({ ticket }) => ticket.id !== id);
      this.#owed.put({ ...owed, contact: { ...owed.contact, rows } });
    }
    this.dispatchEvent(new CustomEvent('desk-answered', { detail: done.value }));
    await this.updateComplete;
    const next = this.renderRoot.querySelector<HTMLElement>('.finish');
    (next ?? this.renderRoot.querySelector('desk-views'))?.focus();
  }

  #empty() {
    const { say } = this.words;
    return html`<desk-state
      .fact=${say(`queue.empty.${this.view}`)}
      .more=${say(`queue.empty.${this.view}More`)}
    ></desk-state>`;
  }
}
