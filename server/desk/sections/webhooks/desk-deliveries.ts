import { css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { Problem } from '#shared/wire/problem.ts';
import type { DeliveryView, WebhookView } from '#shared/wire/webhooks.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { sectionHref, ticketHref } from '#desk/routes.ts';
import { machineWords } from '#desk/sections/machines/machine-words.ts';
import { stateChooser } from '#desk/sections/machines/state-chooser.ts';
import { backLink, listBody, sectionForm, sectionHead, tag } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { lastAnswer } from '#desk/sections/webhooks/last-answer.ts';
import { addWebhook } from '#desk/sections/webhooks/webhook-forms.ts';
import { webhooksApi } from '#desk/sections/webhooks/webhooks-api.ts';

/** What one receiver was told, what waits and what was given up. */
export class DeskDeliveries extends SectionElement {
  static override styles = [
    ...SectionElement.styles,
    css`
      .receiver {
        padding-bottom: 12px;
      }
      .stopped {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        padding-bottom: 12px;
      }
      .stopped p {
        flex: 1 1 280px;
      }
    `,
  ];

  @state() private shown = '';
  @state() private refusal: Problem | undefined;
  /** Whom it was told to; undefined until it is known. */
  @state() private receiver: WebhookView | undefined;

  #list = sectionList<DeliveryView & { readonly id: string }>(this, (after) =>
    this.#api.deliveries(this.#webhook, this.shown, after),
  );

  protected override begin() {
    this.shown = '';
    this.refusal = undefined;
    this.receiver = undefined;
    this.#list.restart();
    void this.#readReceiver();
  }

  override render() {
    const { words, vendor } = this.scene;
    const say = this.#say;
    return html`<div class="inner">
        ${backLink(words, sectionHref(vendor.key, 'webhooks'))}
        ${sectionHead(words, 'webhooks', say('deliveries.lead'), stateChooser(say, this.shown, this.#choose))}
        ${this.receiver ? html`<p class="receiver"><code>${this.receiver.url}</code></p>` : nothing}
        ${this.#stopped()}
        ${
          this.refusal
            ? html`<p class="stale" role="alert">${words.problem(this.refusal)}</p>`
            : nothing
        }
        ${listBody(words, this.#list, {
          row: this.#row,
          empty: {
            icon: 'outbox',
            fact: say('deliveries.empty'),
            more: say('deliveries.emptyMore'),
          },
        })}
      </div>
      ${sectionForm(words, () => this.#list.refresh())}`;
  }

  /** Why nothing can be told again, and the way to begin anew. */
  #stopped() {
    const { receiver } = this;
    if (!receiver?.stoppedAt) return nothing;
    const say = this.#say;
    return html`<div class="stopped">
      ${tag('paused', 'pause', say('hooks.stopped', { date: this.moment(receiver.stoppedAt) }))}
      <p>${say('deliveries.stopped')}</p>
      <button
        class="edged"
        type="button"
        @click=${() => this.form.open(addWebhook(say, this.#api, receiver))}
      >
        ${say('hooks.again')}
      </button>
    </div>`;
  }

  async #readReceiver() {
    const id = this.#webhook;
    const read = await this.#api.receiver(id);
    if (read.ok && id === this.#webhook) this.receiver = read.value;
  }

  #choose = (shown: string) => {
    this.shown = shown;
    this.#list.restart();
  };

  #row = (delivery: DeliveryView) => {
    const say = this.#say;
    const { type, ticket, attempts, tryAt, lastError } = delivery;
    const told = [
      attempts > 0 ? say('deliveries.attempts', { count: attempts }) : '',
      lastError ? lastAnswer(this.scene.words, lastError) : '',
      tryAt ? say('deliveries.next', { time: this.moment(tryAt) }) : '',
    ];
    return html`<a class="title" href=${ticketHref(this.scene.vendor.key, ticket)}
        ><code>${type}</code></a
      >
      <span class="meta figures"><code>${delivery.messageId}</code></span>
      <span class="meta figures">${told.filter(Boolean).join(' · ')}</span>
      <span class="side"> ${this.#state(delivery)} ${this.#retold(delivery)} </span>`;
  };

  /** The way to tell it again, or at once where it waits for its next attempt. */
  #retold({ state: at, attempts, seq }: DeliveryView) {
    const say = this.#say;
    if (this.receiver === undefined || (at === 'waiting' && attempts === 0)) return nothing;
    return this.receiver.stoppedAt
      ? html`<span class="meta">${say('deliveries.notAgain')}</span>`
      : html`<button class="edged" type="button" @click=${() => this.#again(seq)}>
          ${say(at === 'waiting' ? 'deliveries.now' : 'deliveries.again')}
        </button>`;
  }

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
    void this.#readReceiver();
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
