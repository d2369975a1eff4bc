import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CaptureContext } from '#shared/wire/ticket.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import type { WidgetKey, Words } from '#widget/words.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly value: string;
}

const labels: Partial<Record<keyof CaptureContext, WidgetKey>> = {
  page: 'outgoing.page',
  title: 'outgoing.pageTitle',
  referrer: 'outgoing.referrer',
  userAgent: 'outgoing.userAgent',
  viewport: 'outgoing.viewport',
  language: 'outgoing.language',
  timezone: 'outgoing.timezone',
  appVersion: 'outgoing.appVersion',
};

const summaryItems = ['page', 'userAgent', 'appVersion'];

/** What goes with the request by itself, item by item. @fires rg-withdraw - `detail` is the item's id */
export class RgOutgoing extends LitElement {
  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        padding: 8px 10px;
        border-radius: var(--rg-radius);
        background: var(--rg-sunken);
      }
      .line {
        display: flex;
        align-items: center;
        gap: 10px;
      }
      .line > rg-icon {
        color: var(--rg-text-2);
      }
      strong {
        display: block;
        font-weight: 600;
      }
      .note {
        display: block;
        font-size: 12px;
        line-height: 16px;
      }
      li {
        display: grid;
        grid-template-columns: 96px 1fr auto;
        align-items: center;
        gap: 8px;
        padding: 2px 0;
        border-top: 1px solid var(--rg-line);
        font-size: 12px;
        line-height: 16px;
      }
      li span:nth-child(2) {
        overflow-wrap: anywhere;
      }
      ul {
        margin-top: 8px;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) context: CaptureContext = {};
  @property({ type: Number }) fileCount = 0;

  @state() private open = false;

  override render() {
    const { t } = this.words;
    const items = this.#items();
    const named = items.filter(({ id }) => summaryItems.includes(id)).map(({ name }) => name);
    const others = items.length - named.length;
    const parts = [
      ...named,
      ...(others > 0 ? [t('outgoing.more', { count: others })] : []),
      ...(this.fileCount > 0 ? [t('outgoing.files', { count: this.fileCount })] : []),
    ];
    return html`<div class="line">
        <rg-icon name="layers"></rg-icon>
        <span class="grow"
          ><strong>${t('outgoing.title')}</strong
          ><span class="note"
            >${
              parts
                .map((part, index) =>
                  index === 0 ? part : part.toLocaleLowerCase(this.words.locale),
                )
                .join(', ') || t('outgoing.nothing')
            }</span
          ></span
        >
        <button
          type="button"
          class="link"
          aria-expanded=${this.open}
          @click=${() => (this.open = !this.open)}
        >
          ${t(this.open ? 'outgoing.hide' : 'outgoing.check')}
        </button>
      </div>
      ${
        this.open
          ? html`<ul>
              ${items.map((item) => this.#row(item))}
            </ul>`
          : nothing
      }`;
  }

  #row({ id, name, value }: Item) {
    const label = this.words.t('outgoing.remove', { item: name });
    const withdraw = () => this.dispatchEvent(new CustomEvent('rg-withdraw', { detail: id }));
    return html`<li>
      <span class="note">${name}</span><span>${value}</span>
      <button
        type="button"
        class="icon-button"
        title=${label}
        aria-label=${label}
        @click=${withdraw}
      >
        <rg-icon name="close"></rg-icon>
      </button>
    </li>`;
  }

  #items(): Item[] {
    const { extra, viewport, ...plain } = this.context;
    const { t } = this.words;
    const texts: Record<string, string | undefined> = {
      ...plain,
      viewport: viewport && `${viewport.width} × ${viewport.height}, ×${viewport.pixelRatio}`,
    };
    return [
      ...Object.entries(labels).flatMap(([id, key]) =>
        texts[id] ? [{ id, name: t(key), value: texts[id] }] : [],
      ),
      ...Object.entries(extra ?? {}).map(([name, value]) => ({ id: `extra.${name}`, name, value })),
    ];
  }
}
