import { css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { deliveryStates } from '#shared/webhook-types.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { VendorPortalPush, VendorPortalView } from '#shared/wire/vendor-portal.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { ticketHref } from '#desk/routes.ts';
import { machineWords } from '#desk/sections/machines/machine-words.ts';
import { listBody, sectionHead, tag } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { vendorPortalApi } from '#desk/sections/vendor-portal/vendor-portal-api.ts';

/** How the vendor's own portal stands, what waits for it and what was given up. */
export class DeskVendorPortal extends SectionElement {
  static override styles = [
    ...SectionElement.styles,
    css`
      .portal {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        padding-bottom: 12px;
      }
    `,
  ];

  @state() private shown = '';
  @state() private refusal: Problem | undefined;
  /** Null where none is connected; undefined until it is known. */
  @state() private portal: VendorPortalView | null | undefined;

  #list = sectionList<VendorPortalPush & { readonly id: string }>(this, (after) =>
    this.#api.pushes(this.shown, after),
  );

  protected override begin() {
    this.shown = '';
    this.refusal = undefined;
    this.portal = undefined;
    this.#list.restart();
    void this.#readPortal();
  }

  override render() {
    const { words } = this.scene;
    const say = this.#say;
    const connected = this.portal !== null;
    return html`<div class="inner">
      ${sectionHead(
        words,
        'vendor-portal',
        say('portal.lead'),
        connected ? this.#chooser() : nothing,
      )}
      ${this.portal ? this.#standing(this.portal) : nothing}
      ${
        this.refusal
          ? html`<p class="stale" role="alert">${words.problem(this.refusal)}</p>`
          : nothing
      }
      ${listBody(words, this.#list, {
        row: this.#row,
        empty: {
          icon: 'outbox',
          fact: say(connected ? 'portal.empty' : 'portal.none'),
          more: say(connected ? 'portal.emptyMore' : 'portal.noneMore'),
        },
      })}
    </div>`;
  }

  #standing({
    host,
    stoppedAt,
    listens,
    lastPushAt,
    lastError,
    restsUntil,
    dead,
    waiting,
  }: VendorPortalView) {
    const say = this.#say;
    const facts = [
      lastPushAt ? say('portal.last', { time: this.moment(lastPushAt) }) : say('portal.never'),
      say(listens ? 'portal.listens' : 'portal.silent'),
      lastError ? say('portal.error', { code: lastError }) : '',
      restsUntil ? say('portal.rests', { time: this.moment(restsUntil) }) : '',
    ];
    const standing = stoppedAt
      ? tag('paused', 'pause', say('hooks.stopped', { date: this.moment(stoppedAt) }))
      : dead > 0
        ? tag('late', 'alert', say('hooks.dead', { count: dead }))
        : waiting > 0
          ? tag('soon', 'clock', say('hooks.waiting', { count: waiting }))
          : tag('met', 'check', say('hooks.good'));
    return html`<div class="portal">
      ${standing}
      <p><code>${host}</code> <span class="meta">${facts.filter(Boolean).join(' · ')}</span></p>
    </div>`;
  }

  async #readPortal() {
    const { key } = this.scene.vendor;
    const read = await this.#api.state();
    if (read.ok && key === this.scene.vendor.key) this.portal = read.value.portal;
  }

  #chooser() {
    const say = this.#say;
    return html`<label>
      ${say('deliveries.state')}
      <select class="pill" .value=${this.shown} @change=${this.#choose}>
        <option value="">${say('deliveries.all')}</option>
        ${deliveryStates.map((one) => html`<option value=${one}>${say(`deliveries.${one}`)}</option>`)}
      </select>
    </label>`;
  }

  #choose = (event: Event) => {
    this.shown = (event.target as HTMLSelectElement).value;
    this.#list.restart();
  };

  #row = ({
    ticket,
    number,
    kind,
    state: at,
    attempts,
    lastError,
    tryAt,
    ...push
  }: VendorPortalPush) => {
    const say = this.#say;
    const told = [
      attempts > 0 ? say('deliveries.attempts', { count: attempts }) : '',
      lastError ? say('portal.error', { code: lastError }) : '',
      tryAt ? say('deliveries.next', { time: this.moment(tryAt) }) : '',
    ];
    const time = push.deliveredAt && this.moment(push.deliveredAt);
    const standing =
      at === 'dead'
        ? tag('late', 'alert', say('deliveries.dead'))
        : at === 'waiting'
          ? tag('soon', 'clock', say('deliveries.waiting'))
          : tag(
              'met',
              'check',
              time ? say('deliveries.told', { time }) : say('deliveries.delivered'),
            );
    const retold = at === 'waiting' && attempts === 0;
    return html`<a class="title" href=${ticketHref(this.scene.vendor.key, ticket)}>${number}</a>
      <span class="meta"><code>${kind}</code></span>
      <span class="meta figures">${told.filter(Boolean).join(' · ')}</span>
      <span class="side">
        ${standing}
        ${
          retold || at === 'delivered'
            ? nothing
            : html`<button class="edged" type="button" @click=${() => this.#again(push.seq)}>
                ${say('portal.again')}
              </button>`
        }
      </span>`;
  };

  async #again(seq: number) {
    const done = await this.#api.again(seq);
    this.refusal = done.ok ? undefined : done.failure;
    this.#list.refresh();
    void this.#readPortal();
  }

  get #say() {
    return machineWords(this.scene.words.locale);
  }

  get #api() {
    return vendorPortalApi(this.scene.fetch, this.scene.vendor.key);
  }
}
