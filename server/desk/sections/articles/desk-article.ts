import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { Language } from '#shared/vocabulary.ts';
import type { DeskArticle as Article } from '#shared/wire/articles.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { articleTreeStyles } from '#widget/elements/article-tree.styles.ts';
import { articleTree } from '#widget/elements/article-tree.ts';
import { sectionHref } from '#desk/routes.ts';
import { archiveArticle } from '#desk/sections/articles/article-forms.ts';
import { articleMark } from '#desk/sections/articles/article-marks.ts';
import { pageStyles } from '#desk/sections/articles/article-page.styles.ts';
import { articleVersions } from '#desk/sections/articles/article-versions.ts';
import { articlesApi } from '#desk/sections/articles/articles-api.ts';
import { languageSwitch } from '#desk/sections/articles/language-switch.ts';
import type { ArticleSaved } from '#desk/sections/articles/save-article.ts';
import { usesLine } from '#desk/sections/articles/uses-line.ts';
import { writtenStore } from '#desk/sections/articles/written-store.ts';
import { knowledgeWords } from '#desk/sections/knowledge/knowledge-words.ts';
import { backLink, loadFailed, sectionForm } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';

/** One article as its readers have it, with its versions; or while it is changed. */
export class DeskArticle extends SectionElement {
  static override styles = [...SectionElement.styles, articleTreeStyles, pageStyles];

  @state() private article: Article | undefined;
  @state() private problem: Problem | undefined;
  /** Why an act was not done. */
  @state() private refusal: Problem | undefined;
  @state() private locale: Language = 'ru';
  @state() private editing = false;
  @state() private news = '';
  @state() private busy = false;

  /** What is written and not stored outlives the page, so that it is written on. */
  protected override begin() {
    this.article = undefined;
    this.refusal = undefined;
    this.editing = writtenStore.read(this.#key) !== undefined;
    void this.#load();
  }

  override render() {
    const { article, scene, problem } = this;
    if (article && this.editing) {
      return html`<desk-article-editor
        .scene=${scene}
        .article=${article}
        @desk-article-saved=${this.#saved}
        @desk-article-left=${this.#left}
      ></desk-article-editor>`;
    }
    return html`<div class="inner">
        ${backLink(scene.words, sectionHref(scene.vendor.key, 'articles'))}
        ${problem ? loadFailed(scene.words, 'item.failed', problem, () => this.#load()) : nothing}
        ${
          this.refusal
            ? html`<p class="stale" role="alert">${scene.words.problem(this.refusal)}</p>`
            : nothing
        }
        ${article ? this.#article(article) : nothing}
        <p class="unseen" role="status">${this.news}</p>
      </div>
      ${sectionForm(scene.words, () => this.#archived())}`;
  }

  #article(article: Article) {
    const say = this.#say;
    const locales = Object.keys(article.texts) as Language[];
    const text = article.texts[this.locale];
    return html`<div class="head">
        <h2 tabindex="-1">${text?.title}</h2>
        ${this.#acts(article)}
      </div>
      <p class="facts">
        ${articleMark(say, article)}<span>${say(`visibility.${article.visibility}`)}</span>
        ${
          article.readers === 'public'
            ? html`<a href=${article.href} target="_blank" rel="noopener"
                >${say('article.readers')}</a
              >`
            : html`<code>${article.slug}</code>`
        }
        <span class="figures">${usesLine(say, article.uses)}</span>
      </p>
      ${article.shown === article.version ? nothing : this.#older(article)}
      ${
        locales.length > 1
          ? languageSwitch(say, locales, this.locale, {
              choose: (locale) => (this.locale = locale),
            })
          : nothing
      }
      ${text?.summary ? html`<p class="summary" lang=${this.locale}>${text.summary}</p>` : nothing}
      <div class="article" lang=${this.locale}>
        ${articleTree(article.blocks[this.locale] ?? [], 3)}
      </div>
      ${articleVersions(say, article, {
        moment: (at) => this.moment(at),
        show: (version) => void this.#load(version),
      })}`;
  }

  #acts(article: Article) {
    const say = this.#say;
    const { state: stands, version, publishedVersion, shown } = article;
    const publishes = publishedVersion !== version;
    const edit = html`<button
      class=${publishes ? 'edged' : 'primary'}
      type="button"
      @click=${() => (this.editing = true)}
    >
      ${say(shown === version ? 'article.edit' : 'article.takeOver')}
    </button>`;
    return html`${
      stands === 'published'
        ? html`<button
            class="edged"
            type="button"
            @click=${() => this.form.open(archiveArticle(say, this.#api, article, this.#title))}
          >
            ${say('article.archive')}
          </button>`
        : nothing
    }
    ${edit}
    ${
      publishes
        ? html`<button
            class="primary"
            type="button"
            ?disabled=${this.busy}
            @click=${() => void this.#publish()}
          >
            ${say('article.publish', { version })}
          </button>`
        : nothing
    }`;
  }

  #older({ shown, version }: Article) {
    const say = this.#say;
    return html`<p class="older">
      <span>${say('article.older', { shown, version })}</span>
      <button class="edged" type="button" @click=${() => void this.#load()}>
        ${say('article.newest')}
      </button>
    </p>`;
  }

  async #load(version?: number): Promise<void> {
    const { item } = this.scene;
    if (item === undefined) return;
    const read = await this.#api.read(item, version);
    if (this.scene.item !== item) return;
    if (read.ok) this.#put(read.value);
    else this.problem = read.failure;
  }

  #put(article: Article) {
    const first = this.article === undefined || this.article.shown !== article.shown;
    this.article = article;
    this.problem = undefined;
    const { locale } = this.scene.words;
    if (!article.texts[this.locale] || first)
      this.locale = article.texts[locale] ? locale : (Object.keys(article.texts)[0] as Language);
    if (first) void this.#focusTitle();
  }

  /** What was pressed is gone: the keyboard goes on at the title. */
  async #focusTitle() {
    await this.updateComplete;
    if (document.activeElement === document.body || !this.#holdsFocus)
      this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  get #holdsFocus() {
    return (this.renderRoot as ShadowRoot).activeElement !== null;
  }

  async #publish() {
    const { article } = this;
    if (!article || this.busy) return;
    this.busy = true;
    const done = await this.#api.act(article, 'publish');
    this.busy = false;
    this.refusal = done.ok ? undefined : done.failure;
    if (!done.ok) return;
    this.#put(done.value);
    this.#tell('article.published');
  }

  async #archived() {
    await this.#load();
    this.#tell('article.archived');
  }

  #tell(news: 'article.archived' | 'article.published' | 'article.saved') {
    this.news = this.#say(news);
    void this.#focusTitle();
  }

  #saved = async ({ detail }: CustomEvent<ArticleSaved>) => {
    await this.#load();
    this.editing = false;
    this.#tell(detail.published ? 'article.published' : 'article.saved');
  };

  #left = async () => {
    await this.#load();
    this.editing = false;
    void this.#focusTitle();
  };

  get #title() {
    return this.article?.texts[this.locale]?.title ?? '';
  }

  get #key() {
    return `${this.scene.vendor.key}.${this.scene.item}`;
  }

  get #say() {
    return knowledgeWords(this.scene.words.locale);
  }

  get #api() {
    const { fetch, vendor, words } = this.scene;
    return articlesApi(fetch, vendor.key, words.locale);
  }
}
