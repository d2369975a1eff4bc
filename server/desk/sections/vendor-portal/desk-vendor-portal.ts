import { css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { Problem } from '#shared/wire/problem.ts';
import type {
  LeftInPortal,
  VendorPortalPush,
  VendorPortalView,
} from '#shared/wire/vendor-portal.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { ticketHref } from '#desk/routes.ts';
import { machineWords } from '#desk/sections/machines/machine-words.ts';
import { stateChooser } from '#desk/sections/machines/state-chooser.ts';
import { listBody, sectionHead, tag } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { leftInPortal } from '#desk/sections/vendor-portal/left-in-portal.ts';
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
      .left {
        display: grid;
        gap: 8px;
        margin-bottom: 16px;
        padding: 12px 14px;
        border: 1px solid var(--rg-late);
        border-radius: 8px;
      }
      .left ul {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .left li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
      }
      .left a {
        text-decoration: underline;
      }
      .left li button {
        margin-inline-start: auto;
      }
    `,
  ];

  @state() private shown = '';
  @state() private refusal: Problem | undefined;
  /** Null where none is connected; undefined until it is known. */
  @state() private portal: VendorPortalView | null | undefined;
  @state() private left: readonly LeftInPortal[] = [];

  #list = sectionList<VendorPortalPush & { readonly id: string }>(this, (after) =>
    this.#api.pushes(this.shown, after),
  );

  protected override begin() {
    this.shown = '';
    this.refusal = undefined;
    this.portal = undefined;
    this.left = [];
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
        connected ? stateChooser(say, this.shown, this.#choose) : nothing,
      )}
      ${this.portal ? this.#standing(this.portal) : nothing}
      ${
        this.refusal
          ? html`<p class="stale" role="alert">${words.problem(this.refusal)}</p>`
          : nothing
      }
      ${leftInPortal(words, say, this.scene.vendor.key, this.left, (one) => void this.#deleted(one))}
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
    if (!read.ok || key !== this.scene.vendor.key) return;
    this.portal = read.value.portal;
    this.left = read.value.left;
  }

  #choose = (shown: string) => {
    this.shown = shown;
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
      tryAt && !this.portal?.stoppedAt ? say('deliveries.next', { time: this.moment(tryAt) }) : '',
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
      <span class="meta">${say(`push.${kind}`)}</span>
      <span class="meta figures">${told.filter(Boolean).join(' · ')}</span>
      <span class="side">
        ${standing}
        ${
          retold || at === 'delivered' || this.portal?.stoppedAt
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

  async #deleted({ ticket, key }: LeftInPortal) {
    const done = await this.#api.deletedThere({ ticket, key });
    this.refusal = done.ok ? undefined : done.failure;
    await this.#readPortal();
    await this.updateComplete;
    // its button is gone: the keyboard goes on with the next, or above the list
    const next = this.renderRoot.querySelector<HTMLElement>('.left button');
    (next ?? this.renderRoot.querySelector('select'))?.focus();
  }

  get #say() {
    return machineWords(this.scene.words.locale);
  }

  get #api() {
    return vendorPortalApi(this.scene.fetch, this.scene.vendor.key);
  }
}
