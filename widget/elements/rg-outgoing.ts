import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CaptureContext } from '#shared/wire/capture.ts';
import type { PanelSession } from '#widget/controllers/panel-session.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { loadWriting } from '#widget/load-writing.ts';
import type { Ui } from '#widget/words.ts';

const named = ['page', 'userAgent', 'appVersion'] as const;

/** How much goes with the request by itself, and the way to see everything that goes. */
export class RgOutgoing extends LitElement {
  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        padding: 8px 10px;
        border-radius: var(--rg-corner);
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
      }
      .note {
        display: block;
        font-size: 12px;
        line-height: 16px;
      }
    `,
  ];

  @property({ attribute: false }) ui!: Ui;
  @property({ attribute: false }) session!: PanelSession;
  @property({ attribute: false }) context: CaptureContext = {};

  @state() private open = false;

  override render() {
    const { ui, session, context } = this;
    const { t, locale } = ui.words;
    const fileCount = session.shelf.files.length;
    const names = named.filter((id) => context[id]).map((id) => t(`outgoing.${id}`));
    const { extra = {}, ...plain } = context;
    const others = Object.keys({ ...plain, ...extra }).length - names.length;
    const parts = [
      ...names,
      ...(others > 0 ? [t('outgoing.more', { count: others })] : []),
      ...(fileCount > 0 ? [t('outgoing.files', { count: fileCount })] : []),
    ];
    return html`<div class="line">
        <rg-icon name="layers"></rg-icon>
        <span class="grow"
          ><strong>${t('outgoing.title')}</strong
          ><span class="note"
            >${
              parts
                .map((part, index) => (index === 0 ? part : part.toLocaleLowerCase(locale)))
                .join(', ') || t('outgoing.nothing')
            }</span
          ></span
        >
        <button type="button" class="link" aria-expanded=${this.open} @click=${this.#turn}>
          ${t(this.open ? 'outgoing.hide' : 'outgoing.check')}
        </button>
      </div>
      ${
        this.open
          ? html`<rg-last-look .ui=${ui} .session=${session} .context=${context}></rg-last-look>`
          : nothing
      }`;
  }

  #turn() {
    this.open = !this.open;
    // a page that is recorded has gone on meanwhile
    this.context = this.session.context();
    loadWriting().catch(() => (this.open = false));
  }
}
