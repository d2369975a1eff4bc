import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ReaderUse } from '#shared/article-uses.ts';
import type { SuggestedArticle } from '#shared/wire/articles.ts';
import { emptyDraft, type Draft } from '#widget/controllers/draft.ts';
import type { PanelSession } from '#widget/controllers/panel-session.ts';
import { createSuggestions } from '#widget/controllers/suggestions.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { keepInSight } from '#widget/elements/keep-in-sight.ts';
import { suggestStyles } from '#widget/elements/rg-suggest.styles.ts';
import { tellHelped } from '#widget/form/tell-helped.ts';
import {
  isUrgent,
  linkField,
  missingOf,
  nothingWanted,
  questionOf,
  wantedBy,
  withUse,
  type Wanted,
} from '#widget/form/reading.ts';
import { nothingLeft, putAwayLine, suggestedArticles } from '#widget/form/suggested.ts';
import { askedFields, type FieldProblem } from '#widget/form/validate.ts';
import type { Ui } from '#widget/words.ts';
import { writingWords, type SayWriting } from '#widget/writing-words.ts';

const pauseMs = 400;

/**
 * Articles on what somebody writes, in a place that was kept for them: the best one, the others when asked for.
 * @fires rg-draft - `detail` is what changes in the draft
 * @fires rg-needed - `detail` is the id of a field that was optional and has to be filled now, or undefined
 */
export class RgSuggest extends LitElement {
  static override styles = [controlStyles, suggestStyles];

  @property({ attribute: false }) ui!: Ui;
  @property({ attribute: false }) session!: PanelSession;
  /** Whether somebody tried to send before what is asked here was done. */
  @property({ type: Boolean }) asked = false;

  @state() private unfolded = false;
  /** What was written before an article solved it. */
  @state() private putAway:
    | (Pick<Draft, 'answers' | 'articles'> & { readonly files: File[] })
    | undefined;

  #writing = writingWords(this, () => this.ui.words.locale);
  #open = '';
  #needed: string | undefined;
  #suggestions = createSuggestions({
    ask: (question, signal) => {
      const asked = new URLSearchParams({ q: question, locale: this.ui.words.locale });
      return this.session.api.read(`articles/suggest?${asked}`, { signal });
    },
    afterPause: (run) => {
      const timer = setTimeout(run, pauseMs);
      return () => clearTimeout(timer);
    },
    changed: () => this.requestUpdate(),
  });

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#suggestions.stop();
  }

  override focus() {
    const { renderRoot } = this;
    (renderRoot.querySelector('input') ?? renderRoot.querySelector('button'))?.focus();
  }

  /** What has to be done before the request is sent. */
  problems(): FieldProblem[] {
    return missingOf(this.#wanted(), this.#reading?.clause ?? '');
  }

  get #reading() {
    return this.ui.config.reading;
  }

  #has(use: ReaderUse): boolean {
    return this.session.draft.articles.some((met) => met.use === use);
  }

  get #fields() {
    return askedFields(this.ui.config.fields, this.session.draft.category);
  }

  /** Without those that the reader has put aside; what has to be linked stays. */
  get #articles(): readonly SuggestedArticle[] {
    const { articles } = this.session.draft;
    const aside = (id: string) => articles.some((met) => met.id === id && met.use === 'dismissed');
    const linked = linkField(this.#reading, this.#fields) !== undefined;
    return this.#suggestions.articles.filter(
      ({ id, similar }) => (linked && similar) || !aside(id),
    );
  }

  #wanted(): Wanted {
    const { articles, answers } = this.session.draft;
    return this.#reading
      ? wantedBy(this.#reading, { fields: this.#fields, answers }, this.#articles, articles)
      : nothingWanted;
  }

  protected override updated() {
    const { answers } = this.session.draft;
    const urgent = this.#reading && isUrgent(this.#reading, answers);
    const question = urgent ? '' : questionOf(this.#fields, answers);
    if (question) this.putAway = undefined;
    this.#suggestions.look(question, this.ui.words.locale);
    const wanted = this.#wanted();
    const articles = this.#inOrder(wanted);
    keepInSight(this, articles.length > 0 && !this.unfolded);
    if (wanted.needed !== this.#needed)
      this.dispatchEvent(new CustomEvent('rg-needed', { detail: (this.#needed = wanted.needed) }));
    if (this.#writing.say) this.#use(this.unfolded ? articles : articles.slice(0, 1), 'shown');
  }

  override render() {
    const { say } = this.#writing;
    const reading = this.#reading;
    if (!say || !reading) return html`<slot></slot>`;
    if (this.putAway) return putAwayLine(say, () => this.#restore());
    if (isUrgent(reading, this.session.draft.answers))
      return html`<p>${say('articles.urgent')}</p>`;
    const count = this.#articles.length;
    return html`<p class="unseen" role="status">
        ${count > 0 ? say('articles.found', { count }) : nothing}
      </p>
      ${
        count > 0
          ? this.#found(say)
          : this.#suggestions.answered
            ? nothingLeft(say, this.#suggestions.articles.length, () => this.#bringBack())
            : html`<slot></slot>`
      }
      <rg-article
        .words=${this.ui.words}
        .say=${say}
        .read=${this.session.api.read}
        .answers=${(reading.linkClause
          ? (['helped', 'similar', 'unsolved'] as const)
          : (['helped', 'unsolved'] as const)
        ).map((id) => ({ id, label: say(`article.${id}`) }))}
        @rg-answer=${({ detail }: CustomEvent<string>) => this.#answered(detail)}
      ></rg-article>`;
  }

  #found(say: SayWriting): TemplateResult {
    const wanted = this.#wanted();
    return suggestedArticles({
      ui: this.ui,
      say,
      articles: this.#inOrder(wanted),
      wanted,
      asked: this.asked,
      unfolded: this.unfolded,
      confirmed: this.#reading?.mode === 'confirm' ? this.#has('confirmed') : undefined,
      read: (article) => this.#read(article),
      dismiss: (article) => this.#dismiss(article),
      unfold: () => (this.unfolded = !this.unfolded),
      confirm: () => this.#use(this.#articles, 'confirmed'),
      link: () => wanted.link && this.#link(wanted.link.field.id, wanted.link.article.href),
    });
  }

  /** The one that has to be linked comes first. */
  #inOrder({ link }: Wanted): readonly SuggestedArticle[] {
    const rest = this.#articles.filter(({ id }) => id !== link?.article.id);
    return link ? [link.article, ...rest] : rest;
  }

  async #read(article: SuggestedArticle) {
    this.#open = article.id;
    const opened = await this.renderRoot.querySelector('rg-article')?.open(article.slug);
    if (opened) this.#use([article], 'opened');
  }

  #answered(answer: string) {
    const article = this.#suggestions.articles.find(({ id }) => id === this.#open);
    if (answer === 'helped') void this.session.shelf.whole().then(() => this.#putAway(article));
    else if (article && answer === 'similar') {
      this.#use([article], 'similar');
      const { link } = this.#wanted();
      if (link) this.#link(link.field.id, article.href);
    } else if (article && this.#reading?.mode === 'confirm') this.#use([article], 'confirmed');
  }

  #use(articles: readonly SuggestedArticle[], use: ReaderUse) {
    const { articles: met } = this.session.draft;
    const next = withUse(
      met,
      articles.map(({ id, title }) => ({ id, title })),
      use,
    );
    if (next !== met) this.#write({ articles: next });
  }

  /** What was pressed is gone. */
  async #focusNext() {
    this.requestUpdate();
    await this.updateComplete;
    this.focus();
  }

  #dismiss(article: SuggestedArticle) {
    this.#use([article], 'dismissed');
    void this.#focusNext();
  }

  #bringBack() {
    const { articles } = this.session.draft;
    this.#write({ articles: articles.filter(({ use }) => use !== 'dismissed') });
    void this.#focusNext();
  }

  #link(field: string, href: string) {
    this.#write({ answers: { ...this.session.draft.answers, [field]: href } });
  }

  #putAway(by: SuggestedArticle | undefined) {
    const { api, draft, shelf } = this.session;
    if (by) tellHelped(api.read, by.slug);
    const files = shelf.files.map(({ blob, name }) => new File([blob], name, { type: blob.type }));
    this.putAway = { answers: draft.answers, articles: draft.articles, files };
    shelf.clear();
    this.#write({ answers: emptyDraft.answers, articles: emptyDraft.articles });
  }

  #restore() {
    if (!this.putAway) return;
    const { files, ...written } = this.putAway;
    this.putAway = undefined;
    this.session.addFiles(this.session.shelf, files);
    this.#write(written);
  }

  #write(part: Partial<Draft>) {
    this.dispatchEvent(new CustomEvent('rg-draft', { detail: part }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-suggest': RgSuggest;
  }
}
