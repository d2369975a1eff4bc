import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { knownZone } from '#shared/time.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { prefilled } from '#widget/controllers/draft.ts';
import { createPanel, type Panel } from '#widget/controllers/panel.ts';
import { chipStyles } from '#widget/elements/chip.styles.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fenceEvents } from '#widget/elements/event-fence.ts';
import { panelHeader, panelScreen, panelWithoutConfig } from '#widget/elements/panel-view.ts';
import { panelStyles } from '#widget/elements/reglament-widget.styles.ts';
import { followKeyboard } from '#widget/elements/sheet-height.ts';
import type { Identity, Prefill, WidgetEventName, WidgetEvents } from '#widget/handle.ts';
import { hostAccentSheet } from '#widget/host-theme.ts';
import type { Theme } from '#widget/launcher/settings.ts';
import { tokens } from '#widget/tokens.styles.ts';
import { loadWords, type Words } from '#widget/words.ts';

const tickMs = 5_000;

/**
 * The support panel: a modal dialog over the host page.
 * @fires reglament-open - the panel opened
 * @fires reglament-close - the panel closed
 * @fires reglament-sent - `detail` is id and number of a new request
 * @fires reglament-unread - `detail.count` of requests with an answer not yet seen
 */
export class ReglamentWidget extends LitElement {
  static override styles = [tokens, controlStyles, chipStyles, panelStyles];

  /** Public key of the vendor's widget; set before the element is connected. */
  @property({ attribute: 'widget-key' }) widgetKey = '';
  /** Address of the server, with a slash at its end. */
  @property() api = '/';
  @property() locale: Locale = 'ru';
  @property({ reflect: true }) theme: Theme = 'auto';
  /** Word on the launcher, named in sentences. */
  @property() label = '';
  @property({ attribute: 'app-version' }) appVersion = '';

  @state() private words: Words | undefined;
  @query('dialog') private dialog!: HTMLDialogElement;

  #panel: Panel | undefined;
  #extra: Readonly<Record<string, string>> = {};
  #timer: ReturnType<typeof setInterval> | undefined;
  #told = { unread: 0, sent: '' };
  #stopFollowing: (() => void) | undefined;

  constructor() {
    super();
    fenceEvents(this);
  }

  override connectedCallback() {
    super.connectedCallback();
    const { session, tokens: identity } = this.#ready();
    session.sender.resume(identity.signed());
    if (this.#timer) void this.updateComplete.then(() => this.#raise());
  }

  /** Opens the panel and moves the focus into it. @throws when its language cannot be fetched */
  async show(): Promise<void> {
    const panel = this.#ready();
    this.words ??= await loadWords(this.locale);
    await this.updateComplete;
    if (this.dialog.open) return;
    this.#raise();
    this.#tell('open', undefined);
    this.#stopFollowing = followKeyboard(this.dialog);
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible') panel.tick();
    }, tickMs);
    await panel.refresh();
  }

  close(): void {
    this.dialog?.close();
  }

  identify(identity: Identity): void {
    const panel = this.#ready();
    panel.tokens.identify(identity);
    panel.session.sender.resume(true);
    if (this.#timer) void panel.refresh();
  }

  /** Adds facts about the page; each is shown before sending. */
  context(extra: Readonly<Record<string, string>>): void {
    this.#extra = { ...this.#extra, ...extra };
    this.requestUpdate();
  }

  prefill(values: Prefill): void {
    const { session } = this.#ready();
    session.write(prefilled(session.draft, values));
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has('locale') && this.words && this.words.locale !== this.locale) {
      void loadWords(this.locale).then((words) => {
        this.words = words;
        return this.#ready().refresh();
      });
    }
  }

  override render() {
    const { words } = this;
    const panel = this.#ready();
    return html`<dialog
      class=${panel.screen === 'form' ? '' : 'tall'}
      aria-labelledby="title"
      @close=${this.#closed}
      @click=${this.#pressed}
      @paste=${this.#pasted}
    >
      ${
        words
          ? html`${panelHeader(words, panel, () => this.close())}${this.#screen(words, panel)}`
          : nothing
      }
    </dialog>`;
  }

  #screen(words: Words, panel: Panel) {
    const { config } = panel.session;
    if (!config) return panelWithoutConfig(words, panel);
    const ui = {
      words,
      config,
      readerZone: knownZone(undefined, config.timezone.id),
      now: panel.session.now(),
      launcherLabel: this.label || words.t('launcher.label'),
    };
    return panelScreen(ui, panel, () => this.close());
  }

  /** Made at the first need, when key and address are set. */
  #ready(): Panel {
    return (this.#panel ??= createPanel({
      key: this.widgetKey,
      api: this.api,
      locale: () => this.locale,
      environment: () => ({
        ...(this.appVersion && { appVersion: this.appVersion }),
        extra: this.#extra,
      }),
      changed: () => this.#changed(),
    }));
  }

  #changed() {
    this.requestUpdate();
    if (!this.#panel) return;
    const { own, session } = this.#panel;
    const { state: submission } = session.sender;
    if (own.unread() !== this.#told.unread) {
      this.#told.unread = own.unread();
      this.#tell('unread', { count: this.#told.unread });
    }
    if (submission.phase === 'delivered' && submission.receipt.id !== this.#told.sent) {
      const { id, number } = submission.receipt;
      this.#told.sent = id;
      this.#tell('sent', { id, number });
    }
  }

  /** Into the top layer, with the host's accent as it is now. */
  #raise() {
    const sheets = ReglamentWidget.elementStyles.flatMap((style) =>
      style instanceof CSSStyleSheet ? style : (style.styleSheet ?? []),
    );
    const accent = hostAccentSheet(this);
    if (this.shadowRoot) this.shadowRoot.adoptedStyleSheets = accent ? [...sheets, accent] : sheets;
    if (this.dialog.open) this.dialog.close();
    this.dialog.showModal();
  }

  #closed() {
    if (!this.isConnected) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#stopFollowing?.();
    this.#tell('close', undefined);
  }

  /** A press on the backdrop closes: the draft is kept. */
  #pressed(event: MouseEvent) {
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    const { clientX: x, clientY: y, target, detail } = event;
    const outside = x < left || x > right || y < top || y > bottom;
    if (target === this.dialog && detail > 0 && outside) this.close();
  }

  #pasted(event: ClipboardEvent) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    const { session, own, screen } = this.#ready();
    session.addFiles(screen === 'thread' ? own.files : session.shelf, files);
  }

  #tell<Name extends WidgetEventName>(name: Name, detail: WidgetEvents[Name]) {
    this.dispatchEvent(new CustomEvent(`reglament-${name}`, { detail }));
  }
}
