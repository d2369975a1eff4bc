import { languageOf } from '#shared/vocabulary.ts';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { languages, type Language } from '#shared/vocabulary.ts';
import type { DeskArticle } from '#shared/wire/articles.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { articleTreeStyles } from '#widget/elements/article-tree.styles.ts';
import { sectionHref } from '#desk/routes.ts';
import { pageStyles } from '#desk/sections/articles/article-page.styles.ts';
import { itemOfView, newOf } from '#desk/sections/articles/article-views.ts';
import { articlesApi } from '#desk/sections/articles/articles-api.ts';
import { editorFields } from '#desk/sections/articles/editor-fields.ts';
import { conflictNote, editorFoot, wishNote } from '#desk/sections/articles/editor-notes.ts';
import { editorStyles } from '#desk/sections/articles/editor.styles.ts';
import { languageSwitch } from '#desk/sections/articles/language-switch.ts';
import { previewPane } from '#desk/sections/articles/preview-pane.ts';
import { previewController } from '#desk/sections/articles/preview.ts';
import { begunIn, textOf } from '#desk/sections/articles/written-article.ts';
import { writtenErrors } from '#desk/sections/articles/written-errors.ts';
import { writingController } from '#desk/sections/articles/writing.ts';
import { knowledgeWords } from '#desk/sections/knowledge/knowledge-words.ts';
import { backLink } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { fieldStyles } from '#desk/styles/fields.styles.ts';

/**
 * Where an article is written: fields on one side, on the other how its readers will see it. What is typed
 * stays in the tab until it is stored.
 *
 * @fires desk-article-saved - `detail` is what has been stored
 * @fires desk-article-left - what was written is dropped
 */
export class DeskArticleEditor extends SectionElement {
  static override styles = [
    ...SectionElement.styles,
    fieldStyles,
    articleTreeStyles,
    pageStyles,
    editorStyles,
  ];

  /** As it stands; undefined for a new one. */
  @property({ attribute: false }) article: DeskArticle | undefined;

  @state() private locale: Language = 'ru';
  @state() private pane: 'write' | 'look' = 'write';
  /** Their version stands in place of the preview. */
  @state() private theirsShown = false;
  /** The request that wishes for a new article. */
  @state() private wish: DeskTicket | undefined;

  #writing = writingController(this, () => ({
    api: this.#api,
    key: `${this.scene.vendor.key}.${this.scene.item}`,
    article: this.article,
    task: this.#wished?.task,
  }));
  #preview = previewController(this, (body) => this.#api.preview(body));

  protected override begin() {
    this.#writing.begin();
    const { locale } = this.scene.words;
    const begun = begunIn(this.#writing.written);
    this.locale = begun.includes(locale) ? locale : (begun[0] ?? locale);
    this.#look();
    const wished = this.#wished;
    if (wished) void this.#readWish(wished.ticket);
  }

  override firstUpdated() {
    this.renderRoot.querySelector<HTMLElement>('.write input')?.focus();
  }

  override render() {
    const { words, vendor } = this.scene;
    const say = this.#say;
    const { written, theirs } = this.#writing;
    const { errors, whole } = writtenErrors(words, say, this.#writing, this.locale);
    const begun = begunIn(written);
    const list = sectionHref(vendor.key, 'articles', itemOfView(this.#wished ? 'tasks' : 'all'));
    return html`<form class="inner broad" novalidate @submit=${this.#submit}>
      ${backLink(words, list)}
      <div class="head"><h2>${say(this.article ? 'edit.change' : 'edit.new')}</h2></div>
      <p class="lead">${say('edit.kept')}</p>
      ${this.wish ? wishNote(say, this.wish) : nothing}
      ${
        theirs
          ? conflictNote(say, theirs, {
              moment: (at) => this.moment(at),
              shown: this.theirsShown,
              show: () => (this.theirsShown = !this.theirsShown),
              over: this.#over,
            })
          : nothing
      }
      <div class="switch narrow" role="group" aria-label=${say('edit.panes')}>
        ${(['write', 'look'] as const).map(
          (pane) =>
            html`<button
              type="button"
              aria-pressed=${pane === this.pane ? 'true' : 'false'}
              @click=${() => (this.pane = pane)}
            >
              ${say(`edit.${pane}`)}
            </button>`,
        )}
      </div>
      ${languageSwitch(say, languages, this.locale, {
        empty: languages.filter((locale) => !begun.includes(locale)),
        choose: (locale) => {
          this.locale = locale;
          this.#look();
        },
      })}
      <div class="panes ${this.pane}">
        <div class="write">
          ${editorFields(words, say, written, { locale: this.locale, errors, put: this.#put })}
        </div>
        ${this.theirsShown && theirs ? this.#theirs(theirs) : this.#mine()}
      </div>
      ${editorFoot(words, say, this.#writing, { whole, drop: this.#drop })}
    </form>`;
  }

  #mine() {
    const { written } = this.#writing;
    const { locale } = this;
    return previewPane(this.#say, {
      label: this.#say('edit.look'),
      locale,
      title: textOf(written, locale, 'title'),
      summary: textOf(written, locale, 'summary'),
      ...this.#preview.state,
    });
  }

  #theirs({ version, texts, blocks }: DeskArticle) {
    const { locale } = this;
    return previewPane(this.#say, {
      label: this.#say('version.name', { version }),
      locale,
      title: texts[locale]?.title ?? '',
      summary: texts[locale]?.summary ?? '',
      blocks: blocks[locale] ?? [],
      failed: false,
    });
  }

  #put = (name: string, value: string) => {
    this.#writing.put(name, value);
    if (name.endsWith('.body')) this.#look();
  };

  #look() {
    this.#preview.show(textOf(this.#writing.written, this.locale, 'body'));
  }

  #over = () => {
    this.#writing.over();
    this.theirsShown = false;
    this.renderRoot.querySelector<HTMLElement>('.foot .edged')?.focus();
  };

  #submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const pressed = event.submitter as HTMLButtonElement | null;
    const saved = await this.#writing.save(pressed?.value === 'publish');
    if (saved) this.dispatchEvent(new CustomEvent('desk-article-saved', { detail: saved }));
    const { problem, theirs } = this.#writing;
    if (problem) this.locale = this.#firstWrongLocale();
    if (!problem && !theirs) return;
    this.pane = 'write';
    await this.updateComplete;
    const next = theirs ? '.older.late .edged' : '[aria-invalid]';
    this.renderRoot.querySelector<HTMLElement>(next)?.focus();
  };

  /** The language that is shown, unless only fields of another one are wrong. */
  #firstWrongLocale(): Language {
    const { errors } = writtenErrors(this.scene.words, this.#say, this.#writing, this.locale);
    const wrong = languages.filter((locale) =>
      Object.keys(errors).some((name) => name.startsWith(`${locale}.`)),
    );
    return wrong.includes(this.locale) ? this.locale : (wrong[0] ?? this.locale);
  }

  #drop = () => {
    this.#writing.drop();
    this.dispatchEvent(new CustomEvent('desk-article-left'));
  };

  /** The words of the wish stand by; its subject is the title until there is another. */
  async #readWish(ticketId: string) {
    const read = await this.#api.ticket(ticketId);
    if (!read.ok || this.#wished?.ticket !== ticketId) return;
    this.wish = read.value;
    if (begunIn(this.#writing.written).length > 0) return;
    const locale = languageOf(read.value.requester.locale);
    this.locale = locale;
    this.#put(`${locale}.title`, read.value.subject);
  }

  get #wished() {
    return newOf(this.scene.item ?? '') ?? undefined;
  }

  get #say() {
    return knowledgeWords(this.scene.words.locale);
  }

  get #api() {
    const { fetch, vendor, words } = this.scene;
    return articlesApi(fetch, vendor.key, words.locale);
  }
}
