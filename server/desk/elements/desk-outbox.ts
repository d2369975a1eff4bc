import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { OutboxList, OutboxRow } from '#shared/wire/outbox.ts';
import { dateAndTime } from '#shared/time.ts';
import type { DeskApi } from '#desk/api/client.ts';
import { feedController } from '#desk/controllers/feed.ts';
import { icon } from '#desk/icons.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import type { Words } from '#desk/text/words.ts';

/** What waits to be sent, as it would read; in demo mode nothing of it leaves the machine. */
export class DeskOutbox extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        overflow-y: auto;
        background: var(--rg-surface);
      }
      .inner {
        max-width: 848px;
        margin: 0 auto;
        padding: 16px 20px 32px;
      }
      h2 {
        font-size: 15px;
        font-weight: 600;
        line-height: 20px;
      }
      .demo {
        margin: 8px 0 12px;
        padding: 8px 12px;
        border-radius: 7px;
        background: var(--rg-soon-bg);
        color: var(--rg-soon);
      }
      li {
        border-top: 1px solid var(--rg-line);
      }
      summary {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 2px 12px;
        padding: 9px 4px;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover {
        background: var(--rg-canvas);
      }
      .subject {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .meta {
        color: var(--rg-text-2);
        font-size: 12px;
        line-height: 16px;
        overflow-wrap: anywhere;
      }
      .state {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        align-self: start;
        height: 22px;
        padding: 0 8px;
        border-radius: 6px;
        background: var(--rg-paused-bg);
        color: var(--rg-paused);
        font-weight: 500;
        white-space: nowrap;
      }
      .state.sent {
        background: var(--rg-met-bg);
        color: var(--rg-met);
      }
      .state.failed {
        background: var(--rg-late-bg);
        color: var(--rg-late);
      }
      .again {
        margin: 0 4px 12px;
      }
      .letter {
        margin: 0 4px 12px;
        padding: 12px;
        border-radius: 10px;
        background: var(--rg-sunken);
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property() vendor = '';
  @property() vendorName = '';
  @property({ type: Boolean }) demo = false;

  @state() private pending = '';
  @state() private refusal = '';

  #feed = feedController<OutboxList>(this, () => this.api.outbox(this.vendor));

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('vendor')) this.#feed.restart();
  }

  override render() {
    const { say } = this.words;
    return html`<div class="inner">
      <h2>${say('outbox.title', { vendor: this.vendorName })}</h2>
      ${this.demo ? html`<p class="demo">${say('outbox.demo')}</p>` : nothing} ${this.#body()}
    </div>`;
  }

  #body() {
    const { say } = this.words;
    const feed = this.#feed.state;
    if (feed.phase === 'failed') {
      return html`<desk-state
        tone="late"
        icon="alert"
        .fact=${say('outbox.failed')}
        .more=${this.words.problem(feed.problem)}
        .action=${say('common.retry')}
        @desk-retry=${() => this.#feed.refresh()}
      ></desk-state>`;
    }
    if (feed.phase !== 'ready') return nothing;
    const { rows, sending } = feed.value;
    if (rows.length === 0) {
      return html`<desk-state
        icon="outbox"
        .fact=${say('outbox.empty')}
        .more=${say('outbox.emptyMore')}
      ></desk-state>`;
    }
    return html`${this.refusal ? html`<p class="demo" role="alert">${this.refusal}</p>` : nothing}
      ${sending ? html`<p class="meta">${say('outbox.sending')}</p>` : nothing}
      <ul>
        ${rows.map((row) => html`<li>${this.#row(row)}</li>`)}
      </ul>`;
  }

  #row(row: OutboxRow) {
    const { say, locale } = this.words;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const isNotice = row.via === 'portal';
    const held = this.demo && row.state === 'waiting' && !isNotice ? 'held' : row.state;
    const state = row.why ? say(`outbox.why.${row.why}`) : say(`outbox.state.${held}`);
    const icons = { waiting: 'clock', held: 'pause', sent: 'check', failed: 'alert' } as const;
    return html`<details>
      <summary>
        <span class="subject">${row.subject}</span>
        <span class="state ${held}">${icon(icons[held], 14)}${state}</span>
        <span class="meta figures"
          >${row.ticketNumber} · ${say(isNotice ? 'outbox.inPortal' : 'outbox.to', { to: row.to })}
          ·
          ${say('outbox.at', { time: dateAndTime(locale, zone, Date.parse(row.createdAt)) })}</span
        >
      </summary>
      <p class="letter">${row.text}</p>
      ${
        row.state === 'failed'
          ? html`<button
              class="edged again"
              type="button"
              ?disabled=${this.pending !== ''}
              @click=${() => this.#again(row)}
            >
              ${say('outbox.again')}
            </button>`
          : nothing
      }
    </details>`;
  }

  async #again({ id }: OutboxRow) {
    this.pending = id;
    const done = await this.api.sendAgain(this.vendor, id);
    this.pending = '';
    this.refusal = done.ok ? '' : this.words.problem(done.failure);
    this.#feed.refresh();
  }
}
