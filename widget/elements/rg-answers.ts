import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketThread } from '#shared/wire/ticket.ts';
import type { Api } from '#widget/api/client.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import type { Words } from '#widget/words.ts';
import { writingWords } from '#widget/writing-words.ts';

/**
 * Articles that were given as an answer, each opening in the panel's place.
 * @fires rg-unhelpful - `detail` says in words which one did not help
 */
export class RgAnswers extends LitElement {
  static override styles = [
    controlStyles,
    css`
      .card {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: 44px;
        margin-top: 6px;
        padding: 6px 10px;
        border: 1px solid var(--rg-line);
        border-radius: var(--rg-corner);
        background: var(--rg-surface);
        color: var(--rg-accent);
        font-weight: 500;
        text-align: start;
        overflow-wrap: anywhere;
      }
      .card:hover {
        border-color: var(--rg-accent);
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) articles: TicketThread['articles'] = [];
  @property({ attribute: false }) read!: Api['read'];

  #writing = writingWords(this, () => this.words.locale);
  #title = '';

  override render() {
    const { say } = this.#writing;
    if (!say) return html`<slot></slot>`;
    return html`${this.articles.map(
        (article) =>
          html`<button
            type="button"
            class="card"
            lang=${article.locale}
            @click=${() => this.#open(article)}
          >
            <rg-icon name="book"></rg-icon><span>${article.title}</span>
          </button>`,
      )}
      <rg-article
        .words=${this.words}
        .say=${say}
        .read=${this.read}
        .answers=${[
          { id: 'unhelpful', label: say('article.unhelpful') },
          { id: 'back', label: say('article.toThread') },
        ]}
        @rg-answer=${({ detail }: CustomEvent<string>) => {
          const words = say('article.didNotHelp', { title: this.#title });
          if (detail === 'unhelpful')
            this.dispatchEvent(new CustomEvent('rg-unhelpful', { detail: words }));
        }}
      ></rg-article>`;
  }

  #open({ slug, title }: TicketThread['articles'][number]) {
    this.#title = title;
    void this.renderRoot.querySelector('rg-article')?.open(slug);
  }
}
