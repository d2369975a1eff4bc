import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type { ArticleHit, ArticleLine } from '#shared/wire/articles.ts';
import { pauseController } from '#desk/controllers/pause.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { sectionHref } from '#desk/routes.ts';
import { articleMark } from '#desk/sections/articles/article-marks.ts';
import {
  articleViews,
  itemOfNew,
  itemOfView,
  stateOf,
  viewOf,
} from '#desk/sections/articles/article-views.ts';
import { articlesApi } from '#desk/sections/articles/articles-api.ts';
import { usesLine } from '#desk/sections/articles/uses-line.ts';
import { styles } from '#desk/sections/articles/articles.styles.ts';
import { knowledgeWords } from '#desk/sections/knowledge/knowledge-words.ts';
import { listBody, sectionHead } from '#desk/sections/parts.ts';
import type { SectionScene } from '#desk/sections/section.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { fieldStyles } from '#desk/styles/fields.styles.ts';

const pauseMs = 250;

/** The articles of a vendor by where they stand, a search over those that readers have, and what is wished for. */
export class DeskArticles extends SectionElement {
  static override styles = [...SectionElement.styles, fieldStyles, styles];

  @state() private question = '';

  #pause = pauseController(this, pauseMs);
  #list = sectionList<ArticleLine>(this, (after) => this.#api.list(stateOf(this.#view), after));
  #found = sectionList<ArticleHit>(this, () => this.#api.search(this.question.trim()));

  protected override begin() {
    this.question = '';
    if (this.#view !== 'tasks') this.#list.restart();
  }

  /** Titles are in the reader's language. */
  override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    const before: SectionScene | undefined = changed.get('scene');
    if (before && before.words.locale !== this.scene.words.locale) this.#list.refresh();
  }

  override render() {
    const { words, vendor } = this.scene;
    const say = this.#say;
    return html`<div class="inner">
      ${sectionHead(
        words,
        'articles',
        say('articles.lead'),
        html`<a class="primary" href=${sectionHref(vendor.key, 'articles', itemOfNew())}
          >${say('articles.write')}</a
        >`,
      )}
      <nav class="views" aria-label=${say('articles.views')}>
        ${articleViews.map(
          (view) =>
            html`<a
              href=${sectionHref(vendor.key, 'articles', itemOfView(view))}
              aria-current=${view === this.#view ? 'true' : 'false'}
              >${say(`view.${view}`)}</a
            >`,
        )}
      </nav>
      ${
        this.#view === 'tasks'
          ? html`<desk-article-tasks .scene=${this.scene}></desk-article-tasks>`
          : this.#articles()
      }
    </div>`;
  }

  #articles() {
    const { words } = this.scene;
    const say = this.#say;
    const asked = this.question.trim() !== '';
    return html`<input
        class="search"
        type="search"
        maxlength="500"
        aria-label=${say('articles.search')}
        placeholder=${say('articles.search')}
        .value=${this.question}
        @input=${this.#typed}
      />
      ${
        asked
          ? listBody(words, this.#found, {
              row: this.#hit,
              empty: { icon: 'book', fact: say('articles.none'), more: say('articles.noneMore') },
            })
          : listBody(words, this.#list, {
              row: this.#row,
              empty: { icon: 'book', fact: say('articles.empty'), more: say('articles.emptyMore') },
            })
      }
      <p class="unseen" role="status">${asked ? this.#count() : nothing}</p>`;
  }

  #count() {
    const { state: found } = this.#found;
    return found.phase === 'ready'
      ? this.#say('articles.found', { count: found.page.rows.length })
      : nothing;
  }

  #row = (article: ArticleLine) => {
    const say = this.#say;
    const uses = usesLine(say, article.uses);
    const languages = article.locales.map((locale) => say(`language.${locale}`)).join(', ');
    return html`${this.#title(article)}
      <span class="meta figures"
        >${say(`visibility.${article.visibility}`)} · ${languages} ·
        ${say('articles.changed', { time: this.moment(article.updatedAt) })}</span
      >
      ${uses ? html`<span class="meta figures">${uses}</span>` : nothing}
      <span class="side">${articleMark(say, article)}</span>`;
  };

  #hit = (article: ArticleHit) =>
    html`${this.#title(article)}${
      article.summary ? html`<span class="meta">${article.summary}</span>` : nothing
    }`;

  #title({ id, title }: Pick<ArticleLine, 'id' | 'title'>) {
    const href = sectionHref(this.scene.vendor.key, 'articles', id);
    return html`<a class="title" href=${href}>${title}</a>`;
  }

  #typed = (event: Event) => {
    this.question = (event.target as HTMLInputElement).value;
    if (this.question.trim() === '') this.#pause.stop();
    else this.#pause.wait(() => this.#found.refresh());
  };

  get #view() {
    return viewOf(this.scene.item) ?? 'all';
  }

  get #say() {
    return knowledgeWords(this.scene.words.locale);
  }

  get #api() {
    const { fetch, vendor, words } = this.scene;
    return articlesApi(fetch, vendor.key, words.locale);
  }
}
