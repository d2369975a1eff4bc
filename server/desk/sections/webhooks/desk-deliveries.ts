import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { deliveryStates } from '#shared/webhook-types.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { DeliveryView } from '#shared/wire/webhooks.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { sectionHref, ticketHref } from '#desk/routes.ts';
import { machineWords } from '#desk/sections/machines/machine-words.ts';
import { backLink, listBody, sectionHead, tag } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { webhooksApi } from '#desk/sections/webhooks/webhooks-api.ts';

/** What one receiver was told, what waits and what was given up. */
export class DeskDeliveries extends SectionElement {
  @state() private shown = '';
  @state() private refusal: Problem | undefined;

  #list = sectionList<DeliveryView & { readonly id: string }>(this, (after) =>
    this.#api.deliveries(this.#webhook, this.shown, after),
  );

  protected override begin() {
    this.shown = '';
    this.refusal = undefined;
    this.#list.restart();
  }

  override render() {
    const { words, vendor } = this.scene;
    const say = this.#say;
    return html`<div class="inner">
      ${backLink(words, sectionHref(vendor.key, 'webhooks'))}
      ${sectionHead(words, 'webhooks', say('deliveries.lead'), this.#chooser())}
      ${
        this.refusal
          ? html`<p class="stale" role="alert">${words.problem(this.refusal)}</p>`
          : nothing
      }
      ${listBody(words, this.#list.state, {
        row: this.#row,
        empty: { icon: 'outbox', fact: say('deliveries.empty'), more: say('deliveries.emptyMore') },
        refresh: () => this.#list.refresh(),
        more: () => this.#list.more(),
      })}
    </div>`;
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

  #row = (delivery: DeliveryView) => {
    const say = this.#say;
    const { type, ticket, attempts, tryAt, lastError, seq, state: at } = delivery;
    const told = [
      attempts > 0 ? say('deliveries.attempts', { count: attempts }) : '',
      lastError ? say('deliveries.error', { error: lastError }) : '',
      tryAt ? say('deliveries.next', { time: this.moment(tryAt) }) : '',
    ];
    return html`<a class="title" href=${ticketHref(this.scene.vendor.key, ticket)}
        ><code>${type}</code></a
      >
      <span class="meta figures"><code>${delivery.messageId}</code></span>
      <span class="meta figures">${told.filter(Boolean).join(' · ')}</span>
      <span class="side">
        ${this.#state(delivery)}
        ${
          at === 'waiting'
            ? nothing
            : html`<button class="edged" type="button" @click=${() => this.#again(seq)}>
                ${say('deliveries.again')}
              </button>`
        }
      </span>`;
  };

  #state({ state: at, deliveredAt }: DeliveryView) {
    const say = this.#say;
    if (at === 'dead') return tag('late', 'alert', say('deliveries.dead'));
    if (at === 'waiting') return tag('soon', 'clock', say('deliveries.waiting'));
    const time = deliveredAt && this.moment(deliveredAt);
    return tag(
      'met',
      'check',
      time ? say('deliveries.told', { time }) : say('deliveries.delivered'),
    );
  }

  async #again(seq: number) {
    const done = await this.#api.again(this.#webhook, seq);
    this.refusal = done.ok ? undefined : done.failure;
    this.#list.refresh();
  }

  get #webhook() {
    return this.scene.item ?? '';
  }

  get #say() {
    return machineWords(this.scene.words.locale);
  }

  get #api() {
    return webhooksApi(this.scene.fetch, this.scene.vendor.key);
  }
}
