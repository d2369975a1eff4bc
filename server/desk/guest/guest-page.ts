import { html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { GuestThread } from '#shared/wire/guests.ts';
import { civilDate, nearMoment } from '#shared/time.ts';
import { tokens } from '#widget/tokens.styles.ts';
import { answerController } from '#desk/controllers/answer.ts';
import { feedController } from '#desk/controllers/feed.ts';
import { guestApi, invitationOf } from '#desk/guest/guest-api.ts';
import { styles } from '#desk/guest/guest-page.styles.ts';
import { guestWords } from '#desk/guest/guest-words.ts';
import { zoneName } from '#desk/text/zone-name.ts';
import { icon } from '#desk/icons.ts';
import { base, controls } from '#desk/styles/base.styles.ts';

type Message = GuestThread['messages'][number];

/** One conversation as somebody from outside sees it, who was invited to help. */
export class GuestPage extends LitElement {
  static override styles = [tokens, base, controls, styles];

  @state() private text = '';
  @state() private news = '';

  #words = guestWords(navigator.languages);
  #zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  #invitation = invitationOf(location.hash);
  #api = this.#invitation && guestApi((path, init) => fetch(path, init), this.#invitation);
  #thread = feedController<GuestThread>(this, () => this.#api?.thread());
  #sending = answerController(this);
  #key = crypto.randomUUID();

  override connectedCallback() {
    super.connectedCallback();
    document.documentElement.lang = this.#words.locale;
    if (this.#api) this.#thread.restart();
  }

  override willUpdate() {
    const { state } = this.#thread;
    const { say } = this.#words;
    document.title =
      state.phase === 'ready' ? say('title', { vendor: state.value.vendor }) : say('untitled');
  }

  override render() {
    const { state } = this.#thread;
    const { say } = this.#words;
    const gone = !this.#api || (state.phase === 'failed' && isGone(state.problem.code));
    if (gone) return this.#fact('gone', 'goneMore');
    if (state.phase === 'failed') return this.#fact('failed', 'failedMore');
    if (state.phase !== 'ready') return html`<main role="status">${say('loading')}</main>`;
    return this.#page(state.value);
  }

  #fact(fact: 'gone' | 'failed', more: 'goneMore' | 'failedMore') {
    const { say } = this.#words;
    return html`<main>
      <h1 class="unseen">${say('untitled')}</h1>
      <desk-state role="status" icon="alert" .fact=${say(fact)} .more=${say(more)}></desk-state>
    </main>`;
  }

  #page(thread: GuestThread) {
    const { say, locale } = this.#words;
    const { name, expiresAt } = thread.guest;
    const date = civilDate(locale, expiresAt.slice(0, 10));
    const zone = zoneName(this.#zone, Date.parse(thread.now));
    return html`<main>
      <header>
        <h1>${say('title', { vendor: thread.vendor })}</h1>
        <p class="number figures">${thread.number}</p>
        <p class="about">${say('who', { name, date })} ${say('sees')}</p>
        <p class="about">${say('zone', { zone })}</p>
      </header>
      <ol aria-label=${say('thread')}>
        ${repeat(
          thread.messages,
          ({ id }) => id,
          (message) => this.#bubble(message, thread),
        )}
      </ol>
      ${this.#form()}
      <p class="unseen" role="status">${this.news}</p>
    </main>`;
  }

  #bubble({ author, kind, authorName, text, createdAt }: Message, { now }: GuestThread) {
    const { say, locale } = this.#words;
    const at = nearMoment(locale, this.#zone, Date.parse(createdAt), Date.parse(now));
    const tone = author === 'agent' ? kind : author;
    return html`<li class="bubble ${tone}">
      <p class="by">
        <strong>${authorName ?? say(author)}</strong>
        <time class="figures" datetime=${createdAt}>${at}</time>
      </p>
      <p class="text">${text ?? html`<span class="quiet">${say('hidden')}</span>`}</p>
    </li>`;
  }

  #form() {
    const { say, problem } = this.#words;
    const { state } = this.#sending;
    const pending = state.phase === 'sending' || state.phase === 'retrying';
    return html`<form @submit=${this.#send}>
      <label for="text">${say('text')}</label>
      <textarea
        id="text"
        rows="4"
        required
        ?readonly=${pending}
        .value=${live(this.text)}
        @input=${this.#typed}
      ></textarea>
      ${state.phase === 'retrying' ? html`<p role="status">${say('retrying')}</p>` : nothing}
      ${
        state.phase === 'refused'
          ? html`<p class="problem" role="alert">${icon('alert')}${problem(state.problem)}</p>`
          : nothing
      }
      <button class="primary" ?disabled=${pending}>${say(pending ? 'sending' : 'send')}</button>
    </form>`;
  }

  #typed(event: Event) {
    this.text = (event.target as HTMLTextAreaElement).value;
    // another text is another message: a repeated press of the old one may still arrive
    this.#key = crypto.randomUUID();
  }

  #send = async (event: Event) => {
    event.preventDefault();
    const api = this.#api;
    const text = this.text.trim();
    if (!api || text === '') return;
    const done = await this.#sending.send(() => api.write(text, this.#key));
    if (!done?.ok) return;
    this.text = '';
    this.#key = crypto.randomUUID();
    this.news = this.#words.say('sent');
    this.#thread.put(done.value);
  };
}

const isGone = (code: string): boolean => code === 'guest.not_found';
