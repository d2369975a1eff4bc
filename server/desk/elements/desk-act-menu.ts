import { css, html, LitElement, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { TicketActKind } from '#shared/wire/ticket-act.ts';
import { keyOfAct } from '#desk/keys.ts';
import { icon } from '#desk/icons.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import type { Words } from '#desk/text/words.ts';

/** Space between the button and the list, CSS pixels. */
const gapPx = 4;

/**
 * What else can be done with a ticket, as a list behind one button.
 * @fires desk-act - `detail` is the act that a person chose
 */
export class DeskActMenu extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: inline-flex;
      }
      [popover] {
        position: fixed;
        inset: auto;
        min-width: 240px;
        max-width: calc(100vw - 16px);
        max-height: 60dvh;
        margin: 0;
        padding: 6px;
        overflow-y: auto;
        border: 1px solid var(--rg-line);
        border-radius: 10px;
        background: var(--rg-surface);
        color: var(--rg-text);
        box-shadow: var(--rg-shadow);
      }
      [role='menuitem'] {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 16px;
        width: 100%;
        min-height: 32px;
        padding: 4px 10px;
        border: 0;
        border-radius: 7px;
        background: none;
        text-align: start;
      }
      [role='menuitem']:hover {
        background: var(--rg-sunken);
      }
      [role='menuitem']:focus-visible {
        outline-offset: -2px;
      }
      kbd {
        color: var(--rg-text-3);
      }
      @media (min-width: 900px) {
        .beside {
          display: none !important;
        }
      }
      @media (pointer: coarse) {
        [role='menuitem'] {
          min-height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) acts: readonly TicketActKind[] = [];
  /** Acts that wide screens show beside the list. */
  @property({ attribute: false }) beside: readonly TicketActKind[] = [];
  @property({ type: Boolean }) busy = false;

  @query('.more') private button!: HTMLButtonElement;
  @query('[popover]') private list!: HTMLElement;

  override render() {
    const { say } = this.words;
    return html`<button
        class="tool more"
        type="button"
        aria-haspopup="menu"
        popovertarget="list"
        ?disabled=${this.busy}
      >
        ${icon('more')}${say('acts.more')}
      </button>
      <div
        id="list"
        popover
        role="menu"
        aria-label=${say('acts.menu')}
        @beforetoggle=${this.#closing}
        @toggle=${this.#toggled}
        @keydown=${this.#moved}
      >
        ${this.acts.map((act) => {
          const letter = keyOfAct(act);
          return html`<button
            type="button"
            role="menuitem"
            class=${this.beside.includes(act) ? 'beside' : ''}
            tabindex="-1"
            @click=${() => this.#choose(act)}
          >
            <span>${say(`act.${act as 'refuse'}`)}</span
            >${letter ? html`<kbd>${letter}</kbd>` : nothing}
          </button>`;
        })}
      </div>`;
  }

  /** The keyboard goes back to the button before the item it stands on is hidden. */
  #closing(event: ToggleEvent) {
    if (event.newState === 'closed' && this.list.matches(':focus-within')) this.button.focus();
  }

  #toggled(event: ToggleEvent) {
    if (event.newState !== 'open') return;
    const { bottom, right, top } = this.button.getBoundingClientRect();
    const { width, height } = this.list.getBoundingClientRect();
    const below = bottom + gapPx + height <= innerHeight;
    this.list.style.left = `${Math.max(8, right - width)}px`;
    this.list.style.top = `${below ? bottom + gapPx : Math.max(8, top - gapPx - height)}px`;
    this.#items[0]?.focus();
  }

  get #items() {
    const all = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('[role=menuitem]')];
    return all.filter((item) => item.checkVisibility());
  }

  #moved(event: KeyboardEvent) {
    const items = this.#items;
    const at = items.findIndex((item) => item.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.code];
    if (event.code === 'Tab') this.list.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    items[(to + items.length) % items.length]?.focus();
  }

  #choose(act: TicketActKind) {
    this.list.hidePopover();
    this.dispatchEvent(new CustomEvent('desk-act', { detail: act }));
  }
}
