import { html, nothing } from 'lit';
import type { ApiKeyView } from '#shared/wire/api-keys.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { makeKey, revokeKey } from '#desk/sections/api-keys/key-forms.ts';
import { keysApi } from '#desk/sections/api-keys/keys-api.ts';
import { machineWords } from '#desk/sections/machines/machine-words.ts';
import { listBody, primaryAct, sectionForm, sectionHead, tag } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';

/** The keys of a vendor's programs: made, looked over and revoked by people. */
export class DeskApiKeys extends SectionElement {
  #list = sectionList<ApiKeyView>(this, (after) => this.#api.list(after));

  protected override begin() {
    this.#list.restart();
  }

  override render() {
    const { words } = this.scene;
    const say = this.#say;
    return html`<div class="inner">
        ${sectionHead(
          words,
          'api-keys',
          say('keys.lead'),
          html`<a class="edged" href="/api" target="_blank" rel="noopener"
              >${say('keys.reference')}</a
            >
            ${primaryAct(say('keys.make'), () => this.form.open(makeKey(say, this.#api)))}`,
        )}
        ${listBody(words, this.#list, {
          row: this.#row,
          empty: { icon: 'keys', fact: say('keys.empty'), more: say('keys.emptyMore') },
        })}
      </div>
      ${sectionForm(words, () => this.#list.refresh())}`;
  }

  #row = (key: ApiKeyView) => {
    const say = this.#say;
    const used = key.lastUsedAt
      ? say('keys.used', { time: this.moment(key.lastUsedAt) })
      : say('keys.unused');
    return html`<span class="title">${key.name}</span>
      <span class="meta figures"
        ><code>${key.prefix}…</code> ·
        ${key.agent ? say('keys.agents', { agent: key.agent }) : say('keys.own')} · ${used}</span
      >
      <span class="meta">${key.scopes.map((scope) => say(`scope.${scope}`)).join(', ')}</span>
      <span class="meta figures"
        >${say('keys.made', { date: this.moment(key.createdAt), agent: key.createdBy })}</span
      >
      <span class="side">
        ${this.#state(key)}
        ${
          isLive(key)
            ? html`<button
                class="edged"
                type="button"
                @click=${() => this.form.open(revokeKey(say, this.#api, key))}
              >
                ${say('keys.revoke')}
              </button>`
            : nothing
        }
      </span>`;
  };

  #state({ revokedAt, expiresAt }: ApiKeyView) {
    const say = this.#say;
    if (revokedAt)
      return tag('paused', 'close', say('keys.revoked', { date: this.moment(revokedAt) }));
    const date = this.moment(expiresAt);
    return Date.parse(expiresAt) > Date.now()
      ? tag('met', 'check', say('keys.until', { date }))
      : tag('late', 'alert', say('keys.ended', { date }));
  }

  get #say() {
    return machineWords(this.scene.words.locale);
  }

  get #api() {
    return keysApi(this.scene.fetch, this.scene.vendor.key);
  }
}

const isLive = ({ revokedAt, expiresAt }: ApiKeyView) =>
  revokedAt === null && Date.parse(expiresAt) > Date.now();
