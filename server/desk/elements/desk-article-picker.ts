import { languageOf } from '#shared/vocabulary.ts';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ArticleHit } from '#shared/wire/articles.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { DeskApi } from '#desk/api/client.ts';
import { pauseController } from '#desk/controllers/pause.ts';
import { styles } from '#desk/elements/desk-article-picker.styles.ts';
import { icon } from '#desk/icons.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import { dialogSheet } from '#desk/styles/dialog.styles.ts';
import { fieldStyles } from '#desk/styles/fields.styles.ts';
import type { Words } from '#desk/text/words.ts';

const pauseMs = 250;
/** What the server takes of a question, characters. */
const longestQuestion = 500;

/**
 * Picks a published article for a reply: offered by the ticket's own words, looked for by others, chosen
 * with the arrows and Enter.
 *
 * @fires desk-article-picked - `detail` is the article
 */
export class DeskArticlePicker extends LitElement {
  static override styles = [base, controls, dialogSheet, fieldStyles, styles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property({ attribute: false }) ticket!: DeskTicket;

  @state() private question = '';
  @state() private found: readonly ArticleHit[] | undefined;
  @state() private problem: Problem | undefined;
  /** The row that Enter picks. */
  @state() private at = 0;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private field!: HTMLInputElement;

  #pause = pauseController(this, pauseMs);
  #asked = 0;

  open(): void {
    this.question = '';
    this.found = undefined;
    this.dialog.showModal();
    this.field.focus();
    void this.#search();
  }

  override render() {
    const { say } = this.words;
    return html`<dialog aria-labelledby="title" @close=${() => this.#pause.stop()}>
      <div class="sheet">
        <header>
          <h2 id="title">${say('links.title')}</h2>
          <button
            class="tool"
            type="button"
            aria-label=${say('common.close')}
            @click=${() => this.dialog.close()}
          >
            ${icon('close')}
          </button>
        </header>
        <div class="ask">
          <input
            type="text"
            role="combobox"
            maxlength=${longestQuestion}
            autocomplete="off"
            aria-autocomplete="list"
            aria-expanded=${this.found?.length ? 'true' : 'false'}
            aria-controls="found"
            aria-activedescendant=${this.found?.length ? `hit${this.at}` : nothing}
            aria-label=${say('links.search')}
            placeholder=${say('links.search')}
            .value=${this.question}
            @input=${this.#typed}
            @keydown=${this.#pressed}
          />
          <p role="status">${this.#told()}</p>
        </div>
        <ul id="found" role="listbox" aria-label=${say('links.title')}>
          ${this.found?.map((hit, at) => this.#hit(hit, at))}
        </ul>
      </div>
    </dialog>`;
  }

  #hit(hit: ArticleHit, at: number) {
    return html`<li
      id="hit${at}"
      role="option"
      aria-selected=${at === this.at ? 'true' : 'false'}
      @click=${() => this.#pick(hit)}
    >
      <b>${hit.title}</b
      >${hit.summary ? html`<span class="summary">${hit.summary}</span>` : nothing}
    </li>`;
  }

  #told() {
    const { say } = this.words;
    if (this.problem) return this.words.problem(this.problem);
    if (!this.found) return nothing;
    const count = this.found.length;
    if (count === 0) return say('links.none');
    return say(this.question.trim() ? 'links.found' : 'links.suggested', { count });
  }

  #typed = () => {
    this.question = this.field.value;
    this.#pause.wait(() => void this.#search());
  };

  #pressed = (event: KeyboardEvent) => {
    const count = this.found?.length ?? 0;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.code];
    const hit = this.found?.[this.at];
    if (step !== undefined && count > 0) {
      event.preventDefault();
      this.at = (this.at + step + count) % count;
      void this.#seen();
    } else if (event.code === 'Enter' && hit && !event.isComposing) {
      event.preventDefault();
      this.#pick(hit);
    }
  };

  async #seen() {
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  /** The ticket's own words where nobody has typed others; an answer that was overtaken is dropped. */
  async #search() {
    const { vendor, subject, messages } = this.ticket;
    const request = messages.find(({ kind }) => kind === 'request')?.text ?? '';
    const asked = (this.#asked += 1);
    const question = this.question.trim() || `${subject} ${request}`.slice(0, longestQuestion);
    const result = await this.api.articles(
      vendor,
      question,
      languageOf(this.ticket.requester.locale),
    );
    if (asked !== this.#asked) return;
    this.problem = result.ok ? undefined : result.failure;
    if (result.ok) this.found = result.value.articles;
    this.at = 0;
  }

  #pick(detail: ArticleHit) {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent('desk-article-picked', { detail }));
  }
}
