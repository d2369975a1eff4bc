import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PortalStart } from '#shared/wire/portal.ts';
import { createLanguage } from '#widget/controllers/language.ts';
import { createPanel, type Panel } from '#widget/controllers/panel.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { panelHeader, panelScreen } from '#widget/elements/panel-view.ts';
import { panelStyles } from '#widget/elements/reglament-widget.styles.ts';
import { takePasted } from '#widget/take-pasted.ts';
import { pauseOrOnline } from '#widget/pause.ts';
import { tokens } from '#widget/tokens.styles.ts';
import type { Deal } from '#bitrix-app/deal.ts';
import { portalFacts } from '#bitrix-app/elements/portal-facts.ts';
import { portalPageStyles } from '#bitrix-app/elements/portal-page.styles.ts';
import type { PortalStanding } from '#bitrix-app/elements/portal-standing.ts';
import type { Say } from '#bitrix-app/words.ts';

const tickMs = 5000;

/**
 * The widget's screens as a page of a portal: the form at the left, what the portal vouches for at the right.
 *
 * @fires rg-portal-turned - another screen stands in the place of the one before
 */
export class PortalPage extends LitElement {
  static override styles = [tokens, controlStyles, panelStyles, portalPageStyles];

  @property({ attribute: false }) start!: PortalStart;
  @property({ attribute: false }) say!: Say;
  /** A bearer that is good now. */
  @property({ attribute: false }) bearer!: () => Promise<string>;
  /** A fresh access token of the portal; undefined where there is none. */
  @property({ attribute: false }) freshToken!: () => Promise<string | undefined>;
  /** Whether the portal around the page answers. */
  @property({ type: Boolean, attribute: false }) framed = true;

  /** The deal whose card it stands in. */
  @property({ attribute: false }) deal: Deal | undefined;

  @state() private led = false;
  /** What is said of a link to a request that is not the person's. */
  @state() private lost = '';
  /** How the portal stands with its app; its part comes once the form stands. */
  @state() private standing: PortalStanding | undefined;

  #shown = 'form';
  #filled = false;

  #language = createLanguage(pauseOrOnline, () => this.requestUpdate());
  #panel: Panel | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.#panel ??= this.#begin();
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible') this.#panel?.tick();
    }, tickMs);
    void this.#open(this.#panel);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#panel?.leave();
  }

  protected override willUpdate(changed: PropertyValues) {
    if (changed.has('start'))
      this.deal = this.start.deal === null ? undefined : { id: this.start.deal };
  }

  protected override updated() {
    if (this.#panel?.session.config && !this.#filled) this.#fill(this.#panel);
    const { screen = 'form', session } = this.#panel ?? {};
    const shown = session?.submission.phase === 'delivered' ? 'receipt' : screen;
    if (shown === this.#shown) return;
    if (this.#shown === 'list') this.lost = '';
    this.#shown = shown;
    // a long form leaves the reader far below where the next screen begins
    scrollTo({ top: 0 });
    this.dispatchEvent(new CustomEvent('rg-portal-turned'));
  }

  override render() {
    const panel = this.#panel;
    const { words } = this.#language;
    if (!panel || !words) return html`<rg-skeleton rows="6"></rg-skeleton>`;
    const { config } = panel.session;
    const stay = () => panel.go('form');
    return html`<div class="page">
      <main
        @paste=${(event: ClipboardEvent) => takePasted(event, panel)}
        @dragover=${dragged}
        @drop=${(event: DragEvent) => this.#dropped(event)}
      >
        <h1>${this.say('title', { name: this.start.name })}</h1>
        ${panelHeader(words, panel, this.#language.later !== undefined)}
        ${this.framed ? nothing : this.#line(this.say('noFrame'))}
        ${this.lost ? this.#line(`${this.start.ticket}. ${this.lost}`) : nothing}
        <div class="screen">${panelScreen(words, panel, this.#language, '', stay)}</div>
      </main>
      <aside>${portalFacts(this.say, this.start, config, this.deal, this.standing)}</aside>
    </div>`;
  }

  #line = (text: string) => html`<p class="alone" role="status">${text}</p>`;

  #begin(): Panel {
    const { vendor, locale, portal, from } = this.start;
    const panel = createPanel({
      key: vendor,
      api: `${location.origin}/`,
      locale: () => locale,
      environment: () => ({
        here: this.isConnected,
        appVersion: portal.version,
        extra: {
          ...(from !== null && { page: from }),
          ...(this.deal && { deal: this.deal.id }),
          ...(this.deal?.title && { dealTitle: this.deal.title }),
        },
      }),
      followUp: () => this.#language.loadFollowUp(),
      open: () => this.isConnected,
      changed: () => this.requestUpdate(),
    });
    panel.identify(this.bearer);
    return panel;
  }

  /** What need not be there with the form: with the first answer the browser fetches what keeps drafts. */
  #fill({ session }: Panel): void {
    this.#filled = true;
    requestAnimationFrame(async () => {
      const { start, bearer, freshToken } = this;
      // the server proves the rest; of a box its people alone know whether it is closed to the internet
      if (start.portal.boxed) session.prefill({ portalKind: 'box' });
      this.standing = await import('#bitrix-app/show-standing.ts')
        .then(({ showStanding }) => showStanding({ start, bearer, freshToken }))
        .catch(() => undefined);
    });
  }

  async #open(panel: Panel): Promise<void> {
    await this.#language.load(this.start.locale);
    await panel.refresh();
    const { ticket } = this.start;
    if (this.led || ticket === null) return;
    this.led = true;
    const { leadToTicket } = await import('#bitrix-app/lead-to-ticket.ts');
    this.lost = await leadToTicket(panel, ticket, this.start.locale);
  }

  #dropped(event: DragEvent) {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.#panel?.addFiles(files);
  }
}

/** A file that is dropped beside a place for it would take the page's place. */
const dragged = (event: DragEvent) => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
};

declare global {
  interface HTMLElementTagNameMap {
    'rg-portal-page': PortalPage;
  }
}
