import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Locale } from '#shared/vocabulary.ts';
import { takenBack } from '#widget/controllers/draft.ts';
import { createLanguage } from '#widget/controllers/language.ts';
import { createPanel, type Panel } from '#widget/controllers/panel.ts';
import { recordWhenAsked } from '#widget/controllers/record-when-asked.ts';
import { fenceEvents } from '#widget/elements/event-fence.ts';
import { modalOf } from '#widget/elements/modal.ts';
import { panelHeader, panelScreen } from '#widget/elements/panel-view.ts';
import { panelStyles } from '#widget/elements/reglament-widget.styles.ts';
import { isBeside } from '#widget/elements/is-beside.ts';
import { newsTeller } from '#widget/elements/tell-news.ts';
import type {
  Identity,
  ListenTo,
  Prefill,
  TakeBack,
  WidgetEventName,
  WidgetEvents,
  WidgetVerbs,
} from '#widget/handle.ts';
import type { Position, Theme } from '#widget/launcher/settings.ts';
import { ourLocale } from '#widget/our-locale.ts';
import type { Recorder } from '#widget/record/recorder.ts';
import { pauseOrOnline } from '#widget/pause.ts';
import { livePage } from '#widget/live-page.ts';
import { takePasted } from '#widget/take-pasted.ts';

/** So long the panel waits for what it shows before it stands without. */
const graceMs = 80;
/** So long what a press asked for is new. */
const askedMs = 2000;

/**
 * The support panel: a modal dialog over the host page.
 * @csspart panel - the dialog
 * @csspart header - title and buttons above the open screen
 * @fires reglament-open - the panel opened
 * @fires reglament-close - the panel closed
 * @fires reglament-sent - `detail` is id and number of a new request
 * @fires reglament-unread - `detail.count` of requests with an answer not yet seen
 */
export class ReglamentWidget extends LitElement implements WidgetVerbs {
  static override styles = panelStyles;

  /** Public key of the vendor's widget. */
  @property({ attribute: 'widget-key' }) widgetKey = '';
  /** Address of the server, with a slash at its end. */
  @property() api = '/';
  /** Any BCP 47 tag becomes, with the next update, the language of ours that it asks for. */
  @property() locale: Locale = 'ru';
  @property({ reflect: true }) theme: Theme = 'auto';
  /** Lower corner that the panel stands in. */
  @property({ reflect: true }) position: Position = 'right';
  /** Word on the launcher, named in sentences. */
  @property() label = '';
  @property({ attribute: 'app-version' }) appVersion = '';
  /** What of the page is recorded from now on, in its memory: `console network clicks`, or some. */
  @property() record = '';
  /** CSS selector of parts whose steps are not recorded. */
  @property({ attribute: 'record-ignore' }) recordIgnore = '';
  /** Parts of addresses, with spaces between: pages and requests that are not recorded. */
  @property({ attribute: 'record-ignore-urls' }) recordIgnoreUrls = '';
  /** What records the page; set by whoever started it. */
  recorder?: Recorder | undefined;
  declare addEventListener: ListenTo<ReglamentWidget>;
  /** Who the page says asks, also by `identify`; set and taken back in one breath, nothing happens. */
  @property({ attribute: false }) identity: Identity | undefined;
  #language = createLanguage(pauseOrOnline, () => this.requestUpdate());
  #panel: Panel | undefined;
  #facts: Readonly<Record<string, string>> = {};
  #prefill: Prefill = {};
  #tellNews = newsTeller((name, detail) => this.#tell(name, detail));
  #coming = false;
  /** What a press that has begun asked for. */
  #asked: Promise<void> | undefined;
  #modal = modalOf(
    this,
    () => this.#panel?.tick(),
    () => this.#tell('close'),
  );

  constructor() {
    super();
    fenceEvents(this);
    recordWhenAsked(this);
    livePage(this, () => this.#panel);
  }

  /** Asks for what the panel will show, while a press goes on; one that leads nowhere is soon forgotten. @internal */
  async ready(): Promise<void> {
    this.#language.load(this.locale).catch(() => undefined);
    await this.updateComplete;
    this.#asked = this.#coming ? undefined : this.#panel?.refresh();
    setTimeout(() => (this.#asked = undefined), askedMs);
  }

  /** Opens the panel, or raises it over a dialog that the page has opened since, and moves the focus into it. @throws where it has no key or page, or its language did not come */
  async open(): Promise<void> {
    if (!this.isConnected || !this.widgetKey) throw new Error('no key or page');
    await this.updateComplete;
    if (this.#modal.open && !this.shadowRoot?.activeElement) this.#modal.show();
    // what stands in the panel is asked for while its words are on their way
    const fresh = (this.#coming = !this.#modal.open) && (this.#asked ?? this.#panel?.refresh());
    this.#asked = undefined;
    await this.#language.load(this.locale);
    // quiet lines that give way at once would only cost time
    if (!this.#panel?.session.config)
      await Promise.race([fresh, new Promise((resolve) => setTimeout(resolve, graceMs))]);
    if (!this.#coming || !this.isConnected) return;
    this.#coming = false;
    // a form that its configuration has drawn stands already
    if (!this.#panel?.session.config) this.requestUpdate();
    await this.updateComplete;
    this.#modal.show();
    this.#tell('open');
    await fresh;
  }

  close(): void {
    this.#coming = false;
    this.#modal.close();
  }

  override remove(): void {
    this.close();
    super.remove();
  }

  identify(identity: Identity): TakeBack {
    this.identity = identity;
    return () => {
      if (this.identity === identity) this.identity = undefined;
    };
  }

  context(extra: Readonly<Record<string, string>>): TakeBack {
    this.#facts = { ...this.#facts, ...extra };
    this.requestUpdate();
    return () => {
      this.#facts = takenBack(this.#facts, extra);
      this.requestUpdate();
    };
  }

  prefill(values: Prefill): TakeBack {
    this.#fill({ ...this.#prefill, ...values });
    return () => this.#fill(takenBack(this.#prefill, values));
  }

  on<Name extends WidgetEventName>(
    name: Name,
    listener: (detail: WidgetEvents[Name]) => void,
  ): TakeBack {
    const hear = ({ detail }: CustomEvent) => listener(detail);
    this.addEventListener(`reglament-${name}`, hear);
    return () => this.removeEventListener(`reglament-${name}`, hear as EventListener);
  }

  /** Another key or address is another desk; key and person are there with the first update. */
  protected override willUpdate(changed: PropertyValues) {
    this.locale = ourLocale(this.locale);
    const moved = changed.has('widgetKey') || changed.has('api');
    if (moved) {
      this.#panel?.leave();
      this.#panel = this.widgetKey ? this.#begin() : undefined;
    }
    if (!moved && !changed.has('identity')) return;
    this.#panel?.identify(this.identity);
    this.#asked = undefined;
    if (moved) this.#fill(this.#prefill);
    if (this.#coming || this.#modal.open) void this.#panel?.refresh();
  }

  protected override updated(changed: PropertyValues) {
    if (!changed.has('locale') || !(this.#coming || this.#language.words)) return;
    this.#language.load(this.locale).then(
      () => this.#panel?.refresh(),
      () => undefined, // the next opening asks again
    );
  }

  override render() {
    const { words } = this.#language;
    const panel = this.#panel;
    const close = () => this.close();
    return html`<dialog
      part="panel"
      lang=${this.locale}
      class=${panel?.screen === 'form' ? '' : 'tall'}
      aria-labelledby="title"
      @close=${this.#modal.closed}
      @mousedown=${isBeside}
      @click=${(event: MouseEvent) => isBeside(event) && close()}
      @paste=${(event: ClipboardEvent) => takePasted(event, panel as Panel)}
    >
      ${
        panel && words && (panel.session.config || !(this.#coming || this.#asked))
          ? html`${panelHeader(words, panel, this.#language.later !== undefined, close)}${panelScreen(words, panel, this.#language, this.label || words.t('launcher.label'), close)}`
          : nothing
      }
    </dialog>`;
  }

  #begin(): Panel {
    const panel = createPanel({
      key: this.widgetKey,
      api: this.api,
      locale: () => this.locale,
      environment: () => ({
        here: this.isConnected,
        appVersion: this.appVersion,
        extra: this.#facts,
        recorder: this.recorder,
      }),
      followUp: () => this.#language.loadFollowUp(),
      open: () => this.#modal.open,
      changed: () => panel === this.#panel && this.#changed(),
    });
    return panel;
  }

  /** What the page gives now stands in place of what it gave before, where the person has touched neither. */
  #fill(values: Prefill) {
    this.#panel?.session.prefill(values);
    this.#prefill = values;
  }

  #changed() {
    this.requestUpdate();
    if (this.#panel) this.#tellNews(this.#panel);
  }

  #tell<Name extends WidgetEventName>(name: Name, detail?: WidgetEvents[Name]) {
    this.dispatchEvent(new CustomEvent(`reglament-${name}`, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reglament-widget': ReglamentWidget;
  }
}
