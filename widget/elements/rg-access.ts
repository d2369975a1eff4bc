import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccessGrantView } from '#shared/wire/access.ts';
import type { TicketThread } from '#shared/wire/ticket.ts';
import type { Api } from '#widget/api/client.ts';
import type { Conversation } from '#widget/controllers/conversation.ts';
import { bothTimes } from '#widget/both-times.ts';
import { sendOwnAct } from '#widget/controllers/own-act.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fieldStyles } from '#widget/elements/fields.styles.ts';
import { ownActsStyles } from '#widget/elements/rg-own-acts.styles.ts';
import { newUuid } from '#widget/ids.ts';
import type { OwnActsWords } from '#widget/own-acts-words.ts';
import { pauseOrOnline } from '#widget/pause.ts';
import { problemSentence } from '#widget/problem-sentence.ts';
import { clauseLink, type Ui } from '#widget/words.ts';

/** What an agent asked to be let into: given in a field of its own, taken back by a press, read back by nobody here. */
export class RgAccess extends LitElement {
  static override styles = [controlStyles, fieldStyles, ownActsStyles];

  @property({ attribute: false }) ui!: Ui;
  @property({ attribute: false }) words!: OwnActsWords;
  @property({ attribute: false }) thread!: TicketThread;
  @property({ attribute: false }) read!: Api['read'];
  @property({ attribute: false }) left!: Conversation['hasLeft'];

  @state() private grants: readonly AccessGrantView[] = [];
  /** What stands in the field of each, by its id. */
  @state() private secrets: Readonly<Record<string, string>> = {};
  @state() private shown = false;
  @state() private pending = '';
  @state() private refusal = '';
  @state() private news = '';

  protected override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('thread');
    const { id, updatedAt } = this.thread;
    if (changed.has('thread') && (before?.id !== id || before.updatedAt !== updatedAt))
      void this.#load();
  }

  get #path() {
    return `tickets/${encodeURIComponent(this.thread.id)}/access-grants`;
  }

  async #load() {
    const { locale } = this.words;
    const answer = await this.read<{ grants: AccessGrantView[] }>(
      `${this.#path}?locale=${locale}`,
      {},
    );
    if (answer.ok) this.grants = answer.value.grants;
  }

  override render() {
    const open = this.grants.filter(
      ({ state: stands }) => stands === 'asked' || stands === 'given',
    );
    return html`${
        open.length > 0
          ? html`<section aria-label=${this.words.say('access.label')}>
              ${open.map((grant) => (grant.state === 'asked' ? this.#asked(grant) : this.#given(grant)))}
              ${
                this.refusal
                  ? html`<p class="error acts" role="alert">
                      <rg-icon name="alert"></rg-icon><span>${this.refusal}</span>
                    </p>`
                  : nothing
              }
            </section>`
          : nothing
      }
      <p class="unseen" role="status">${this.news}</p>`;
  }

  #name({ kind, scope, label }: AccessGrantView): string {
    if (kind !== 'admin_access') return label ?? scope;
    return this.words.say(scope === 'operator' ? 'access.operator' : 'access.portal');
  }

  #asked(grant: AccessGrantView) {
    const { ui, words, shown } = this;
    const { say } = words;
    const { id, days, clause } = grant;
    const sending = this.pending === id;
    const secret = this.secrets[id] ?? '';
    return html`<form
      aria-labelledby="name-${id}"
      @submit=${(event: Event) => this.#give(event, id)}
    >
      <h3 id="name-${id}">${this.#name(grant)}</h3>
      <p class="note">
        ${say('access.asked', { count: days })}${clause ? html` — ${clauseLink(ui, clause)}` : nothing}
      </p>
      <label class="label" for="secret-${id}">${say('access.secret')}</label>
      <input
        id="secret-${id}"
        type=${shown ? 'text' : 'password'}
        autocomplete="off"
        maxlength="4000"
        required
        ?readonly=${sending}
        .value=${secret}
        @input=${(event: Event) => this.#write(id, (event.target as HTMLInputElement).value)}
      />
      <div class="choose">
        <button
          type="button"
          class="quiet"
          aria-pressed=${shown}
          @click=${() => (this.shown = !shown)}
        >
          ${say(shown ? 'access.hide' : 'access.show')}
        </button>
        <button class="button primary" ?disabled=${sending || !secret.trim()}>
          ${say(sending ? 'acts.sending' : 'access.give')}
        </button>
      </div>
    </form>`;
  }

  #given(grant: AccessGrantView) {
    const { say } = this.words;
    const { id, expiresAt } = grant;
    return html`<div class="acts">
      <p>
        <strong>${this.#name(grant)}</strong>
        <span class="note"
          >${expiresAt ? say('access.given', { time: bothTimes(this.ui, expiresAt, 'named') }) : nothing}</span
        >
      </p>
      <button
        type="button"
        class="quiet"
        ?disabled=${this.pending === id}
        @click=${() => this.#do(id, `${this.#path}/${encodeURIComponent(id)}/revoke`, {}, 'access.revoked')}
      >
        ${say('access.revoke')}
      </button>
    </div>`;
  }

  #write(grant: string, secret: string) {
    this.secrets = { ...this.secrets, [grant]: secret };
  }

  #give(event: Event, grant: string) {
    event.preventDefault();
    const secret = this.secrets[grant] ?? '';
    if (secret.trim()) void this.#do(grant, this.#path, { grant, secret }, 'access.done');
  }

  async #do(
    grant: string,
    path: string,
    body: object,
    done: 'access.done' | 'access.revoked',
  ): Promise<void> {
    if (this.pending) return;
    this.pending = grant;
    this.refusal = '';
    const { words } = this;
    const answer = await sendOwnAct({
      send: (text, key) =>
        this.read(`${path}?locale=${words.locale}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
          body: text,
        }),
      act: body,
      key: newUuid(),
      pause: pauseOrOnline,
      waiting: () => (this.news = words.say('acts.waiting')),
      left: this.left,
    });
    this.pending = '';
    this.news = '';
    if (!answer.ok) {
      this.refusal = await problemSentence(words.locale, answer.failure);
      return;
    }
    this.#write(grant, '');
    this.shown = false;
    this.news = words.say(done);
    await this.#load();
  }
}
