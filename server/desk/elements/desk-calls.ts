import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { NoticeList } from '#shared/wire/watch.ts';
import { timeOfDay } from '#shared/time.ts';
import type { DeskApi } from '#desk/api/client.ts';
import { feedController } from '#desk/controllers/feed.ts';
import { icon } from '#desk/icons.ts';
import { loadPages } from '#desk/queue-pages.ts';
import { outboxHref, sectionHref, ticketHref } from '#desk/routes.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import type { Words } from '#desk/text/words.ts';

type Notice = NoticeList['rows'][number];
type Call = Extract<Notice, { kind: 'critical_call' }>;
type Failure = Exclude<Notice, Call>;

/**
 * What calls the signed-in agent, above everything else: a critical ticket that nobody has taken up.
 * @fires desk-answered - `detail` is the ticket that this agent has taken up
 */
export class DeskCalls extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      .call {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        padding: 6px 14px;
        border-bottom: 2px solid var(--rg-late);
        background: var(--rg-late-bg);
        color: var(--rg-late);
      }
      .said {
        flex: 1 1 160px;
      }
      b {
        font-weight: 600;
      }
      .plain {
        color: inherit;
        text-decoration: underline;
      }
      .edged {
        color: var(--rg-text);
      }
      @media (forced-colors: active) {
        .call {
          border: 2px solid;
        }
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property() vendor = '';
  /** The ticket that is open: its own page says that it waits to be taken up. */
  @property() ticketId = '';
  @property() readerZone = 'UTC';

  @state() private pending = '';
  @state() private news = '';
  @state() private refusal = '';

  /** Rows that a person has asked for. */
  #wanted = 1;
  #calls = feedController<NoticeList>(this, () =>
    loadPages(
      (after?: string) => this.api.notices(this.vendor, after),
      this.#wanted,
      ({ id }) => id,
    ),
  );

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('vendor')) return;
    this.news = '';
    this.refusal = '';
    this.#wanted = 1;
    this.#calls.restart();
  }

  override render() {
    const { state } = this.#calls;
    const rows = state.phase === 'ready' ? state.value.rows : [];
    // one call a ticket: the newest says it all
    const called = rows.filter((row) => row.kind === 'critical_call');
    const calls = called.filter(
      ({ ticketId }, at) =>
        ticketId !== this.ticketId && called.findIndex((row) => row.ticketId === ticketId) === at,
    );
    const failures = rows.filter((row) => row.kind !== 'critical_call');
    return html`<div role="alert">
        ${calls.map((call) => this.#call(call))} ${failures.map((one) => this.#failure(one))}
        ${this.refusal ? html`<p class="call">${this.refusal}</p>` : nothing}
      </div>
      ${
        state.phase === 'ready' && state.value.next !== null
          ? html`<p class="call">
              <button class="edged" type="button" @click=${() => this.#more(rows.length)}>
                ${this.words.say('queue.more')}
              </button>
            </p>`
          : nothing
      }
      <p class="unseen" role="status">${this.news}</p>`;
  }

  /** One more than is shown brings another page; it stays when the calls are refreshed. */
  #more(shown: number) {
    this.#wanted = shown + 1;
    this.#calls.refresh();
  }

  #call(call: Call) {
    const { say } = this.words;
    const { ticketId, ticketNumber: number, ackBy } = call;
    const at = ackBy && timeOfDay(this.readerZone, Date.parse(ackBy));
    return html`<div class="call">
      ${icon('bell', 18)}
      <p class="said figures">
        <b>${say('call.title', { number })}</b>${at ? `, ${say('call.by', { at })}` : nothing}
      </p>
      <a class="plain" href=${ticketHref(this.vendor, ticketId)}>${say('call.open')}</a>
      <button
        class="edged"
        type="button"
        ?disabled=${this.pending !== ''}
        @click=${() => this.#take(call)}
      >
        ${say('call.take')}
      </button>
    </div>`;
  }

  #failure(failure: Failure) {
    const { say } = this.words;
    const { id } = failure;
    const { said, href, open } = this.#wordsOf(failure);
    return html`<div class="call">
      ${icon('alert', 18)}
      <p class="said figures">${said}</p>
      <a class="plain" href=${href}>${open}</a>
      <button
        class="edged"
        type="button"
        ?disabled=${this.pending !== ''}
        @click=${() => this.#putAway(id)}
      >
        ${say('outbox.putAway')}
      </button>
    </div>`;
  }

  #wordsOf(failure: Failure) {
    const { say } = this.words;
    if (failure.kind === 'webhook_failed') {
      const { host, stopped } = failure;
      const said = say(stopped ? 'webhook.noticeStopped' : 'webhook.notice', { host });
      return { said, href: sectionHref(this.vendor, 'webhooks'), open: say('webhook.open') };
    }
    if (failure.kind === 'vendor_portal_failed') {
      const said = say('portal.notice', { host: failure.host });
      return { said, href: sectionHref(this.vendor, 'vendor-portal'), open: say('portal.open') };
    }
    if (failure.kind === 'portal_contract_asked') {
      const href = sectionHref(this.vendor, 'portals');
      return { said: say('contract.notice'), href, open: say('contract.open') };
    }
    if (failure.kind === 'portal_not_erased') {
      const said = say('portals.notErased', { host: failure.domain });
      return { said, href: sectionHref(this.vendor, 'portals'), open: say('contract.open') };
    }
    if (failure.kind === 'consent_withdrawn') {
      const said = say('consent.notice', { number: failure.ticketNumber });
      return { said, href: ticketHref(this.vendor, failure.ticketId), open: say('call.open') };
    }
    const { ticketNumber: number } = failure;
    const said = number === null ? say('outbox.notice') : say('outbox.noticeOf', { number });
    return { said, href: outboxHref(this.vendor), open: say('outbox.open') };
  }

  async #putAway(id: string) {
    this.pending = id;
    const done = await this.api.noticeSeen(this.vendor, id);
    this.pending = '';
    this.refusal = done.ok ? '' : this.words.problem(done.failure);
    this.#calls.refresh();
  }

  /** Whoever takes a ticket up goes on with it. */
  async #take({ ticketId: id, ticketNumber: number }: Call) {
    const { vendor, words } = this;
    this.pending = id;
    const done = await this.api.act({ vendor, id, locale: words.locale }, { act: 'take_up' });
    this.pending = '';
    this.#calls.refresh();
    this.refusal = done.ok ? '' : words.problem(done.failure);
    if (!done.ok) return;
    this.news = words.say('call.taken', { number });
    location.hash = ticketHref(vendor, id);
    this.dispatchEvent(new CustomEvent('desk-answered', { detail: done.value }));
  }
}
