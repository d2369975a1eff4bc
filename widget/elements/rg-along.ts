import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CaptureContext } from '#shared/wire/capture.ts';
import { fitContext } from '#widget/capture/fit-context.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { lookRowStyles } from '#widget/elements/look-rows.styles.ts';
import { recordedGroups } from '#widget/elements/recorded-groups.ts';
import type { Words } from '#widget/words.ts';
import { writingWords, type SayWriting } from '#widget/writing-words.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly value: string;
}

/** What hosts usually give, and what the page inside a portal does. */
const usualExtras = ['screen', 'page', 'deal', 'dealTitle'] as const;

/** What goes with the request by itself, item by item. @fires rg-withdraw - `detail` is the item's id */
export class RgAlong extends LitElement {
  static override styles = [
    controlStyles,
    lookRowStyles,
    css`
      .recorded {
        grid-template-columns: 1fr auto;
        align-items: start;
      }
      summary {
        padding: 8px 0;
        cursor: pointer;
      }
      ol {
        max-height: 240px;
        overflow: auto;
        margin: 0;
        padding: 0;
      }
      ol li {
        grid-template-columns: 62px 1fr auto;
        font-family: ui-monospace, monospace;
        font-size: 11px;
      }
      @media (pointer: coarse) {
        summary {
          padding: 14px 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) context: CaptureContext = {};

  #writing = writingWords(this, () => this.words.locale);

  override render() {
    const { say } = this.#writing;
    if (!say) return nothing;
    const context = fitContext(this.context);
    const withdraw = (item: string) =>
      this.dispatchEvent(new CustomEvent('rg-withdraw', { detail: item }));
    return html`<ul>
      ${this.#items(say, context).map((item) => this.#row(say, item))}
      ${recordedGroups(say, context, this.words.locale, withdraw)}
    </ul>`;
  }

  #row(say: SayWriting, { id, name, value }: Item) {
    const label = say('along.remove', { item: name });
    const withdraw = () => this.dispatchEvent(new CustomEvent('rg-withdraw', { detail: id }));
    return html`<li data-item="context.${id}">
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

  /** By our own names; a host's are shown as it gave them, but for the usual ones. */
  #items(say: SayWriting, context: CaptureContext): Item[] {
    const { extra, viewport, page, userAgent, appVersion, ...plain } = context;
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
        item(`extra.${name}`, extraName(say, name), value),
      ),
    ];
  }
}

function extraName(say: SayWriting, name: string): string {
  const usual = usualExtras.find((one) => one === name);
  return usual ? say(`along.extra.${usual}`) : name;
}
