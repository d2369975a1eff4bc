import { css, html, LitElement } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { icon } from '#desk/icons.ts';
import { base, controls } from '#desk/styles/base.styles.ts';

/** A picture of a ticket at its full size; a press switches between fitted and one to one. */
export class DeskLightbox extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      dialog {
        width: 100vw;
        max-width: none;
        height: 100dvh;
        max-height: none;
        padding: 0;
        border: 0;
        background: #101312;
        color: #ecefed;
      }
      dialog[open] {
        display: grid;
        grid-template-rows: auto 1fr;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 8px 12px;
      }
      .tool {
        color: inherit;
      }
      .tool:hover {
        background: #303635;
      }
      .stage {
        display: grid;
        overflow: auto;
        min-height: 0;
      }
      .zoom {
        margin: auto;
        padding: 0;
        border: 0;
        background: none;
        cursor: zoom-in;
      }
      img {
        display: block;
        max-width: 100vw;
        max-height: calc(100dvh - 48px);
      }
      .full {
        cursor: zoom-out;
      }
      .full img {
        max-width: none;
        max-height: none;
      }
    `,
  ];

  @property() closeLabel = '';
  @state() private picture: { readonly href: string; readonly name: string } | undefined;
  @state() private full = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  show(href: string, name: string): void {
    this.picture = { href, name };
    this.full = false;
    this.dialog.showModal();
  }

  override render() {
    const { picture } = this;
    return html`<dialog
      aria-label=${picture?.name ?? ''}
      @close=${() => (this.picture = undefined)}
    >
      <header>
        <span>${picture?.name}</span>
        <button
          class="tool"
          type="button"
          aria-label=${this.closeLabel}
          @click=${() => this.dialog.close()}
        >
          ${icon('close')}
        </button>
      </header>
      <div class="stage">
        ${
          picture
            ? html`<button
                class=${this.full ? 'zoom full' : 'zoom'}
                type="button"
                aria-label=${picture.name}
                aria-pressed=${this.full}
                @click=${() => (this.full = !this.full)}
              >
                <img src=${picture.href} alt=${picture.name} />
              </button>`
            : null
        }
      </div>
    </dialog>`;
  }
}
