import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CaptureContext } from '#shared/wire/ticket.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import type { Words } from '#widget/words.ts';
import { writingWords, type SayWriting } from '#widget/writing-words.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly value: string;
}

/** What goes with the request by itself, item by item. @fires rg-withdraw - `detail` is the item's id */
export class RgAlong extends LitElement {
  static override styles = [
    controlStyles,
    css`
      ul {
        margin-top: 8px;
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
      span {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) context: CaptureContext = {};

  #writing = writingWords(this, () => this.words.locale);

  override render() {
    const { say } = this.#writing;
    if (!say) return nothing;
    return html`<ul>
      ${this.#items(say).map((item) => this.#row(say, item))}
    </ul>`;
  }

  #row(say: SayWriting, { id, name, value }: Item) {
    const label = say('along.remove', { item: name });
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

  /** By our own names; a host's are shown as it gave them, but for those that hosts usually give. */
  #items(say: SayWriting): Item[] {
    const { extra, viewport, page, userAgent, appVersion, ...plain } = this.context;
    const { t } = this.words;
    const item = (id: string, name: string, value: string | undefined): Item[] =>
      value ? [{ id, name, value }] : [];
    return [
      ...item('page', t('outgoing.page'), page),
      ...item('title', say('along.title'), plain.title),
      ...item('referrer', say('along.referrer'), plain.referrer),
      ...item('userAgent', t('outgoing.userAgent'), userAgent),
      ...item(
        'viewport',
        say('along.viewport'),
        viewport && `${viewport.width} × ${viewport.height}, ×${viewport.pixelRatio}`,
      ),
      ...item('language', say('along.language'), plain.language),
      ...item('timezone', say('along.timezone'), plain.timezone),
      ...item('appVersion', t('outgoing.appVersion'), appVersion),
      ...Object.entries(extra ?? {}).flatMap(([name, value]) =>
        item(`extra.${name}`, name === 'screen' ? say('along.screen') : name, value),
      ),
    ];
  }
}
