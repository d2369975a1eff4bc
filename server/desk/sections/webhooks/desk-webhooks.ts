import { html, nothing } from 'lit';
import type { WebhookView } from '#shared/wire/webhooks.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { sectionHref } from '#desk/routes.ts';
import { machineWords } from '#desk/sections/machines/machine-words.ts';
import { listBody, primaryAct, sectionForm, sectionHead, tag } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { addWebhook, changeSecret, stopWebhook } from '#desk/sections/webhooks/webhook-forms.ts';
import { webhooksApi } from '#desk/sections/webhooks/webhooks-api.ts';

/** Kinds of events that a row names; the rest is counted. */
const namedTypes = 4;

/** Who is told of what happens to tickets. */
export class DeskWebhooks extends SectionElement {
  #list = sectionList<WebhookView>(this, (after) => this.#api.list(after));

  protected override begin() {
    this.#list.restart();
  }

  override render() {
    const { words } = this.scene;
    const say = this.#say;
    return html`<div class="inner">
        ${sectionHead(
          words,
          'webhooks',
          say('hooks.lead'),
          primaryAct(say('hooks.add'), () => this.form.open(addWebhook(say, this.#api))),
        )}
        ${listBody(words, this.#list, {
          row: this.#row,
          empty: { icon: 'outbox', fact: say('hooks.empty'), more: say('hooks.emptyMore') },
        })}
      </div>
      ${sectionForm(words, () => this.#list.refresh())}`;
  }

  #row = (webhook: WebhookView) => {
    const say = this.#say;
    const { id, url, types, createdAt, createdBy, stoppedAt } = webhook;
    const rest = types.length - namedTypes;
    return html`<a class="title" href=${sectionHref(this.scene.vendor.key, 'webhooks', id)}
        >${url}</a
      >
      <span class="meta"
        >${types.slice(0, namedTypes).map((type, at) => html`${at > 0 ? ', ' : ''}<code>${type}</code>`)}
        ${rest > 0 ? say('hooks.more', { count: rest }) : nothing}</span
      >
      <span class="meta figures"
        >${say('hooks.made', { date: this.moment(createdAt), agent: createdBy })}</span
      >
      <span class="side">
        ${this.#state(webhook)}
        ${
          stoppedAt === null
            ? html`<button
                  class="edged"
                  type="button"
                  @click=${() => this.form.open(changeSecret(say, this.#api, webhook))}
                >
                  ${say('hooks.secret')}
                </button>
                <button
                  class="edged"
                  type="button"
                  @click=${() => this.form.open(stopWebhook(say, this.#api, webhook))}
                >
                  ${say('hooks.stop')}
                </button>`
            : html`<button
                class="edged"
                type="button"
                @click=${() => this.form.open(addWebhook(say, this.#api, webhook))}
              >
                ${say('hooks.again')}
              </button>`
        }
      </span>`;
  };

  #state({ stoppedAt, waiting, dead }: WebhookView) {
    const say = this.#say;
    if (stoppedAt)
      return tag('paused', 'pause', say('hooks.stopped', { date: this.moment(stoppedAt) }));
    if (dead > 0) return tag('late', 'alert', say('hooks.dead', { count: dead }));
    if (waiting > 0) return tag('soon', 'clock', say('hooks.waiting', { count: waiting }));
    return tag('met', 'check', say('hooks.good'));
  }

  get #say() {
    return machineWords(this.scene.words.locale);
  }

  get #api() {
    return webhooksApi(this.scene.fetch, this.scene.vendor.key);
  }
}
