import { html, LitElement } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { DeskSession, DeskTicket } from '#shared/wire/desk.ts';
import type { Language } from '#shared/vocabulary.ts';
import { tokens } from '#widget/tokens.styles.ts';
import { createDeskApi } from '#desk/api/client.ts';
import type { Fetch } from '#desk/api/request.ts';
import { draftStore } from '#desk/drafts.ts';
import type { DeskKeys } from '#desk/elements/desk-keys.ts';
import type { SignInReason } from '#desk/elements/desk-sign-in.ts';
import type { DeskWorkplace } from '#desk/elements/desk-workplace.ts';
import { styles } from '#desk/elements/desk-app.styles.ts';
import { isWriting, keyAct } from '#desk/keys.ts';
import {
  homeVendor,
  readPreferences,
  writePreferences,
  type Preferences,
} from '#desk/preferences.ts';
import { parseRoute, queueHref, signInToken, type Route } from '#desk/routes.ts';
import { base } from '#desk/styles/base.styles.ts';
import { wordsOf, type Words } from '#desk/text/words.ts';

type Access =
  | { readonly phase: 'out'; readonly reason: SignInReason }
  | { readonly phase: 'in'; readonly session: DeskSession };

const retryMs = 3000;

/** The page: who is signed in, where they are, how they like it. */
export class DeskApp extends LitElement {
  static override styles = [tokens, base, styles];

  /** Follows the preference, so that the tokens do; absent where the system decides. */
  @property({ reflect: true }) theme: 'light' | 'dark' | null = null;

  @state() private access: Access = { phase: 'out', reason: 'checking' };
  @state() private route: Route = parseRoute(location.hash);
  @state() private preferences: Preferences = readPreferences(localStorage, navigator.languages);

  @query('desk-workplace') private workplace?: DeskWorkplace;
  @query('desk-keys') private keys?: DeskKeys;

  #fetch: Fetch = async (path, init) => {
    const reply = await fetch(path, { ...init, credentials: 'same-origin' });
    if (reply.status === 401) this.access = { phase: 'out', reason: 'needed' };
    return reply;
  };
  #api = createDeskApi(this.#fetch);
  #drafts = draftStore(sessionStorage);
  #readerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#moved);
    addEventListener('keydown', this.#pressed);
    void this.#enter();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#moved);
    removeEventListener('keydown', this.#pressed);
  }

  override willUpdate() {
    const { locale, theme } = this.preferences;
    this.theme = theme === 'system' ? null : theme;
    document.documentElement.lang = locale;
    const vendor = this.#vendor;
    if (vendor && vendor.key !== this.preferences.vendor) this.#prefer({ vendor: vendor.key });
    const { say } = wordsOf(locale);
    document.title = vendor ? say('app.titleOf', { vendor: vendor.name }) : say('app.title');
  }

  override render() {
    const { access, preferences } = this;
    const words = this.#words;
    if (access.phase === 'out') {
      return html`<desk-sign-in .words=${words} .reason=${access.reason}></desk-sign-in>`;
    }
    const vendor = this.#vendor;
    if (!vendor) return html`<desk-state .fact=${words.say('queue.refused')}></desk-state>`;
    return html`<div class="frame">
      <desk-rail
        .words=${words}
        .session=${access.session}
        .route=${this.route}
        .vendor=${vendor.key}
        .theme=${preferences.theme}
        @desk-locale=${(event: CustomEvent<Language>) => this.#prefer({ locale: event.detail })}
        @desk-theme=${(event: CustomEvent<Preferences['theme']>) =>
          this.#prefer({ theme: event.detail })}
        @desk-vendor=${(event: CustomEvent<string>) => (location.hash = queueHref(event.detail))}
        @desk-sign-out=${this.#signOut}
        @desk-keys=${() => this.keys?.show()}
      ></desk-rail>
      <main>
        <h1 class="unseen">${words.say('app.titleOf', { vendor: vendor.name })}</h1>
        <desk-calls
          .words=${words}
          .api=${this.#api}
          .vendor=${vendor.key}
          .ticketId=${this.route.page === 'queue' ? (this.route.ticketId ?? '') : ''}
          .readerZone=${this.#readerZone}
          @desk-answered=${(event: CustomEvent<DeskTicket>) => this.workplace?.took(event.detail)}
        ></desk-calls>
        ${this.#place(words, vendor, access.session)}
      </main>
      <desk-keys .words=${words}></desk-keys>
    </div>`;
  }

  #place(words: Words, vendor: DeskSession['vendors'][number], session: DeskSession) {
    if (this.route.page === 'outbox') {
      return html`<desk-outbox
        .words=${words}
        .api=${this.#api}
        .vendor=${vendor.key}
        .vendorName=${vendor.name}
        ?demo=${session.demo}
      ></desk-outbox>`;
    }
    if (this.route.page === 'section') {
      return html`<desk-sections
        .words=${words}
        .fetch=${this.#fetch}
        .vendor=${vendor}
        .agent=${session.agent}
        .section=${this.route.section}
        .item=${this.route.item}
        .readerZone=${this.#readerZone}
      ></desk-sections>`;
    }
    return html`<desk-workplace
      .words=${words}
      .api=${this.#api}
      .drafts=${this.#drafts}
      .vendor=${vendor.key}
      .vendorName=${vendor.name}
      .agentId=${session.agent.id}
      .ticketId=${this.route.page === 'queue' ? (this.route.ticketId ?? '') : ''}
      .file=${this.route.page === 'queue' ? (this.route.file ?? '') : ''}
      .queueWidth=${this.preferences.queueWidth}
      .readerZone=${this.#readerZone}
      @desk-width=${(event: CustomEvent<number>) => this.#prefer({ queueWidth: event.detail })}
    ></desk-workplace>`;
  }

  #knownWords = wordsOf(this.preferences.locale);
  /** The same object until the language changes, so that elements can tell. */
  get #words() {
    const { locale } = this.preferences;
    if (this.#knownWords.locale !== locale) this.#knownWords = wordsOf(locale);
    return this.#knownWords;
  }

  /** The vendor of the address; where it names none, the desk that the agent comes home to. */
  get #vendor() {
    const { access, route } = this;
    if (access.phase === 'out') return undefined;
    const { vendors } = access.session;
    return route.page === 'home'
      ? homeVendor(vendors, this.preferences.vendor)
      : vendors.find(({ key }) => key === route.vendor);
  }

  #prefer(change: Partial<Preferences>) {
    this.preferences = { ...this.preferences, ...change };
    writePreferences(localStorage, this.preferences);
  }

  #moved = () => {
    if (signInToken(location.hash) !== undefined) return void this.#enter();
    this.route = parseRoute(location.hash);
  };

  #pressed = (event: KeyboardEvent) => {
    if (this.access.phase === 'out') return;
    const act = keyAct(event, isWriting(event.composedPath()[0]));
    if (!act) return;
    event.preventDefault();
    if (act === 'help') this.keys?.show();
    else this.workplace?.key(act);
  };

  /** A link signs in once; without one the cookie of an earlier visit may still hold. */
  async #enter(): Promise<void> {
    const token = signInToken(location.hash);
    const entered = token === undefined ? await this.#api.session() : await this.#api.signIn(token);
    if (entered.ok) {
      if (token !== undefined) history.replaceState(null, '', location.pathname);
      this.route = parseRoute(location.hash);
      this.access = { phase: 'in', session: entered.value };
      return;
    }
    if (entered.failure.code === 'service.unavailable') {
      this.access = { phase: 'out', reason: 'silent' };
      setTimeout(() => void this.#enter(), retryMs);
      return;
    }
    if (token !== undefined) history.replaceState(null, '', location.pathname);
    this.access = { phase: 'out', reason: token === undefined ? 'needed' : 'expired' };
  }

  async #signOut() {
    await this.#api.signOut();
    this.access = { phase: 'out', reason: 'needed' };
  }
}
