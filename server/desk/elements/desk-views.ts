import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { countedAtMost } from '#shared/vocabulary.ts';
import { styles } from '#desk/elements/desk-views.styles.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import type { DeskView } from '#desk/text/queue-views.ts';
import { viewsThatFit } from '#desk/text/views-that-fit.ts';
import type { Words } from '#desk/text/words.ts';

/** One view of the queue and how much stands in it. */
export interface CountedView {
  readonly view: DeskView;
  readonly count: number;
  /** There are more than were counted. */
  readonly more?: boolean;
}

/**
 * The views of the queue on one line; those that do not fit stand in a list at its end.
 * @fires desk-view - `detail` is the view a person chose
 */
export class DeskViews extends LitElement {
  static override styles = [base, controls, styles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) views: readonly CountedView[] = [];
  @property() chosen: DeskView = 'order';

  /** How many stand on the line. */
  @state() private fitting = Number.POSITIVE_INFINITY;

  #widths = new ResizeObserver(() => this.#fit());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#widths.observe(this);
  }

  override disconnectedCallback(): void {
    this.#widths.disconnect();
    super.disconnectedCallback();
  }

  /** Goes to the view that is shown. */
  override focus(): void {
    const chosen = '.chosen, [aria-selected=true]';
    this.renderRoot.querySelector<HTMLElement>(chosen)?.focus();
  }

  override render() {
    const { say } = this.words;
    return html`<div class="tabs" role="tablist" aria-label=${say('queue.views')}>
        ${this.views.map((each, at) => this.#tab(each, at >= this.fitting))}
      </div>
      ${this.fitting < this.views.length ? this.#fold(this.views.slice(this.fitting)) : nothing}`;
  }

  override updated() {
    this.#fit();
  }

  #fit() {
    const widths = this.#tabs.map((tab) => tab.getBoundingClientRect().width);
    const { paddingLeft, paddingRight } = getComputedStyle(this);
    const line = this.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    const chosen = this.views.findIndex(({ view }) => view === this.chosen);
    this.fitting = viewsThatFit(widths, line, chosen);
  }

  get #tabs() {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('[role=tab]')];
  }

  #tab({ view, count, more }: CountedView, folded: boolean) {
    const selected = view === this.chosen;
    return html`<button
      type="button"
      role="tab"
      class=${folded ? 'folded' : ''}
      aria-selected=${selected}
      tabindex=${selected || (view === 'order' && this.#chosenIsFolded) ? 0 : -1}
      @click=${() => this.#choose(view)}
      @keydown=${this.#move}
    >
      ${this.words.say(`view.${view}`)}${
        count > 0 ? html` <span class="figures">${counted(count, more)}</span>` : nothing
      }
    </button>`;
  }

  get #chosenIsFolded() {
    return this.views.slice(this.fitting).some(({ view }) => view === this.chosen);
  }

  /** Names the view that was chosen from it. */
  #fold(views: readonly CountedView[]) {
    const { say } = this.words;
    const chosen = this.#chosenIsFolded;
    return html`<select
      class=${chosen ? 'chosen' : ''}
      aria-label=${say('queue.moreViews')}
      .value=${live(chosen ? this.chosen : '')}
      @change=${(event: Event) =>
        this.#choose((event.currentTarget as HTMLSelectElement).value as DeskView)}
    >
      <option value="" hidden ?selected=${!chosen}>${say('acts.more')}</option>
      ${views.map(
        ({ view, count, more }) =>
          html`<option value=${view} ?selected=${view === this.chosen}>
            ${say(`view.${view}`)}${count > 0 ? ` ${counted(count, more)}` : ''}
          </option>`,
      )}
    </select>`;
  }

  #move(event: KeyboardEvent) {
    const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const tabs = this.#tabs.slice(0, this.fitting);
    const at = tabs.indexOf(event.currentTarget as HTMLButtonElement);
    const tab = tabs[(at + step + tabs.length) % tabs.length];
    tab?.focus();
    tab?.click();
  }

  #choose(view: DeskView) {
    this.dispatchEvent(new CustomEvent('desk-view', { detail: view }));
  }
}

const counted = (count: number, more = count >= countedAtMost) => (more ? `${count}+` : `${count}`);
