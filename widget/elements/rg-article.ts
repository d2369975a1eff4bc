import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ArticleView } from '#shared/wire/articles.ts';
import type { Api } from '#widget/api/client.ts';
import { isTransient, type ApiFailure } from '#widget/api/answer.ts';
import { articleTree } from '#widget/elements/article-tree.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { dialogAround } from '#widget/elements/dialog-around.ts';
import { articleStyles } from '#widget/elements/rg-article.styles.ts';
import { sheetStyles } from '#widget/elements/sheet.styles.ts';
import type { Words } from '#widget/words.ts';
import type { SayWriting } from '#widget/writing-words.ts';

/** What a reader may say to an article, in the order of the buttons; the last one is the main one. */
export interface ArticleAnswer {
  readonly id: string;
  readonly label: string;
}

const timeoutMs = 15_000;

/**
 * One article in the panel's place; what stood there waits behind it untouched.
 * @fires rg-answer - `detail` is the id of the answer that was pressed; going back is none
 */
export class RgArticle extends LitElement {
  static override styles = [controlStyles, sheetStyles, articleStyles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) say!: SayWriting;
  @property({ attribute: false }) read!: Api['read'];
  @property({ attribute: false }) answers: readonly ArticleAnswer[] = [];

  @state() private article: ArticleView | undefined;
  @state() private failure: ApiFailure | undefined;

  #slug = '';

  /**
   * Opens an article by its name in addresses; the focus goes to its title, and back when it closes.
   * @returns whether it could be read at once
   */
  async open(slug: string): Promise<boolean> {
    this.#slug = slug;
    this.article = undefined;
    await this.updateComplete;
    // in the markup it would be refused aloud on the console of a frame at another site
    this.renderRoot.querySelector('h2')?.toggleAttribute('autofocus', true);
    this.#dialog?.showModal();
    // a host may close the panel under it
    dialogAround(this)?.addEventListener('close', () => this.close(), { once: true });
    await this.#load();
    return this.article !== undefined;
  }

  close(): void {
    this.#dialog?.close();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  override render() {
    const { say } = this;
    const back = say('article.back');
    const name = this.article?.title ?? say('article.title');
    return html`<dialog class="tall" aria-label=${name}>
      <div class="header">
        <button
          type="button"
          class="icon-button"
          title=${back}
          aria-label=${back}
          @click=${() => this.close()}
        >
          <rg-icon name="back"></rg-icon>
        </button>
        <h2 tabindex="-1">${say('article.title')}</h2>
      </div>
      <div
        class="scroll"
        tabindex="0"
        role="region"
        aria-label=${name}
        lang=${this.article?.locale ?? this.words.locale}
      >
        ${this.#body()}
      </div>
      ${
        this.article
          ? html`<footer role="group" aria-label=${name}>
              ${this.answers.map((answer, index) => this.#button(answer, index))}
            </footer>`
          : nothing
      }
    </dialog>`;
  }

  #body(): TemplateResult {
    const { article, failure, say } = this;
    if (failure) {
      const gone = !isTransient(failure);
      return html`<p class="error" role="alert">
          <rg-icon name="alert"></rg-icon
          ><span>${say(gone ? 'article.gone' : 'article.failed')}</span>
        </p>
        ${
          gone
            ? nothing
            : html`<button type="button" class="button" @click=${() => this.#load()}>
                ${say('article.retry')}
              </button>`
        }`;
    }
    if (!article) return html`<rg-skeleton></rg-skeleton>`;
    return html`<h3 class="title" tabindex="-1">${article.title}</h3>
      ${article.summary ? html`<p class="summary">${article.summary}</p>` : nothing}
      ${articleTree(article.blocks, 4)}`;
  }

  #button({ id, label }: ArticleAnswer, index: number) {
    const main = index === this.answers.length - 1;
    const answer = () => {
      this.close();
      this.dispatchEvent(new CustomEvent('rg-answer', { detail: id }));
    };
    return html`<button type="button" class="button ${main ? 'primary' : ''}" @click=${answer}>
      ${label}
    </button>`;
  }

  async #load() {
    const slug = this.#slug;
    this.failure = undefined;
    const path = `articles/${encodeURIComponent(slug)}?locale=${this.words.locale}`;
    const answer = await this.read<ArticleView>(path, { signal: AbortSignal.timeout(timeoutMs) });
    if (slug !== this.#slug) return;
    if (answer.ok) this.article = answer.value;
    else this.failure = answer.failure;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.title')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-article': RgArticle;
  }
}
