import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { knownZone } from '#shared/time.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { prefilled } from '#widget/controllers/draft.ts';
import { createLanguage } from '#widget/controllers/language.ts';
import { createPanel, type Panel } from '#widget/controllers/panel.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fenceEvents } from '#widget/elements/event-fence.ts';
import { panelHeader, panelScreen, panelWithoutConfig } from '#widget/elements/panel-view.ts';
import { panelStyles } from '#widget/elements/reglament-widget.styles.ts';
import { sheetStyles } from '#widget/elements/sheet.styles.ts';
import { followKeyboard } from '#widget/elements/sheet-height.ts';
import type { Identity, Prefill, WidgetEventName, WidgetEvents } from '#widget/handle.ts';
import type { Theme } from '#widget/launcher/settings.ts';
import { pauseOrOnline } from '#widget/pause.ts';
import { tokens } from '#widget/tokens.styles.ts';
import type { Words } from '#widget/words.ts';

const tickMs = 5_000;

/**
 * The support panel: a modal dialog over the host page.
 * @fires reglament-open - the panel opened
 * @fires reglament-close - the panel closed
 * @fires reglament-sent - `detail` is id and number of a new request
 * @fires reglament-unread - `detail.count` of requests with an answer not yet seen
 */
export class ReglamentWidget extends LitElement {
  static override styles = [tokens, controlStyles, sheetStyles, panelStyles];

  /** Public key of the vendor's widget; set before the element is connected. */
  @property({ attribute: 'widget-key' }) widgetKey = '';
  /** Address of the server, with a slash at its end. */
  @property() api = '/';
  @property() locale: Locale = 'ru';
  @property({ reflect: true }) theme: Theme = 'auto';
  /** Word on the launcher, named in sentences. */
  @property() label = '';
  @property({ attribute: 'app-version' }) appVersion = '';

  #language = createLanguage(pauseOrOnline, () => this.requestUpdate());
  #panel: Panel | undefined;
  #extra: Readonly<Record<string, string>> = {};
  #timer: ReturnType<typeof setInterval> | undefined;
  #told = { unread: 0, sent: '' };
  #stopFollowing: (() => void) | undefined;

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  constructor() {
    super();
    fenceEvents(this);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#ready().session.resume();
    if (this.#timer) void this.updateComplete.then(() => this.#raise());
  }

  /** Opens the panel and moves the focus into it. @throws when its language cannot be fetched */
  async show(): Promise<void> {
    const panel = this.#ready();
    await this.#language.load(this.locale);
    await this.updateComplete;
    const dialog = this.#dialog;
    if (!dialog || dialog.open) return;
    this.#raise();
    this.#tell('open', undefined);
    this.#stopFollowing = followKeyboard(dialog);
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible') panel.tick();
    }, tickMs);
    await panel.refresh();
  }

  close(): void {
    this.#dialog?.close();
  }

  identify(identity: Identity): void {
    const panel = this.#ready();
    panel.tokens.identify(identity);
    panel.session.resume();
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
    if (changed.has('locale') && this.#language.words)
      void this.#language.load(this.locale).then(() => this.#ready().refresh());
  }

  override render() {
    const { words } = this.#language;
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
          ? html`${panelHeader(words, panel, this.#language.followUpReady, () =>
              this.close(),
            )}${this.#screen(words, panel)}`
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
    return panelScreen(ui, panel, this.#language, () => this.close());
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
      followUp: () => this.#language.loadFollowUp(),
      changed: () => this.#changed(),
    }));
  }

  #changed() {
    this.requestUpdate();
    if (!this.#panel) return;
    const { own, session } = this.#panel;
    const { submission } = session;
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

  #raise() {
    const dialog = this.#dialog;
    if (dialog?.open) dialog.close();
    dialog?.showModal();
    void this.#takeAccent();
  }

  /** The host's accent as it is now, where the host has set one. */
  async #takeAccent() {
    const wish = getComputedStyle(this.parentElement ?? this)
      .getPropertyValue('--rg-accent')
      .trim();
    const { adoptedStyleSheets: sheets } = this.renderRoot as ShadowRoot;
    if (!wish || sheets.length > ReglamentWidget.elementStyles.length) return;
    const { hostAccentSheet } = await import('#widget/host-theme.ts');
    const accent = hostAccentSheet(this, wish);
    if (accent) sheets.push(accent);
  }

  #closed() {
    if (!this.isConnected) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#stopFollowing?.();
    this.#tell('close', undefined);
  }

  /** A press on the backdrop closes: the draft is kept. */
  #pressed({ clientX: x, clientY: y, currentTarget, target, detail }: MouseEvent) {
    if (target !== currentTarget || detail === 0) return;
    const { left, right, top, bottom } = (target as Element).getBoundingClientRect();
    if (x < left || x > right || y < top || y > bottom) this.close();
  }

  #pasted(event: ClipboardEvent) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    const { session, talk, screen } = this.#ready();
    session.addFiles((screen === 'thread' && talk?.shelf) || session.shelf, files);
  }

  #tell<Name extends WidgetEventName>(name: Name, detail: WidgetEvents[Name]) {
    this.dispatchEvent(new CustomEvent(`reglament-${name}`, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reglament-widget': ReglamentWidget;
  }
}
