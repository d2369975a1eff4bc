import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { ArticleHit } from '#shared/wire/articles.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { DeskApi } from '#desk/api/client.ts';
import { answerController } from '#desk/controllers/answer.ts';
import { uploadsController } from '#desk/controllers/uploads.ts';
import {
  afterSending,
  changeMode,
  withArticle,
  withoutArticle,
  withoutKey,
  type Draft,
  type DraftStore,
} from '#desk/drafts.ts';
import { composerFoot, hasEnded } from '#desk/elements/composer-foot.ts';
import type { DeskArticlePicker } from '#desk/elements/desk-article-picker.ts';
import { draftFiles } from '#desk/elements/draft-files.ts';
import { draftArticles } from '#desk/elements/linked-articles.ts';
import { modes, modeTabs, onlyNotes } from '#desk/elements/mode-tabs.ts';
import { bodyOfAnswer, replyOptions } from '#desk/elements/reply-options.ts';
import { replyOptionsStyles } from '#desk/elements/reply-options.styles.ts';
import { styles } from '#desk/elements/desk-composer.styles.ts';
import { icon } from '#desk/icons.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import { takePasted } from '#widget/take-pasted.ts';
import { composerEffect, type AnswerKind } from '#desk/text/composer-effect.ts';
import type { Words } from '#desk/text/words.ts';

/**
 * One box, three modes; the draft outlives the page and is sent once.
 * @fires desk-answered - `detail` is the ticket after the answer
 * @fires desk-refresh - what the server holds is newer than what is shown
 */
export class DeskComposer extends LitElement {
  static override styles = [base, controls, replyOptionsStyles, styles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property({ attribute: false }) drafts!: DraftStore;
  @property({ attribute: false }) ticket!: DeskTicket;

  @state() private complaint = '';
  /** Small screens show the box folded until it is used. */
  @state() private unfolded = false;
  @query('textarea') private field?: HTMLTextAreaElement;
  @query('desk-article-picker') private picker?: DeskArticlePicker;

  #answer = answerController(this);
  #uploads = uploadsController(this, (file, signal) =>
    this.api.upload(this.ticket.vendor, file, signal),
  );

  /** Goes to the text in this mode; where nobody reads, only notes are. */
  compose(kind: AnswerKind): void {
    if (this.#modes().some((mode) => mode.kind === kind)) this.#choose(kind);
    this.field?.focus();
  }

  #modes() {
    return onlyNotes(this.ticket) ? modes.slice(2) : modes;
  }

  get #draft(): Draft {
    const draft = this.drafts.read(this.ticket.id);
    return onlyNotes(this.ticket) ? changeMode(draft, 'note') : draft;
  }

  #write(draft: Draft) {
    this.drafts.write(this.ticket.id, draft);
    this.requestUpdate();
  }

  #choose(kind: AnswerKind) {
    this.complaint = '';
    this.#write(changeMode(this.#draft, kind));
  }

  override render() {
    const { words, ticket } = this;
    const draft = this.#draft;
    const { mode } = draft;
    const pending =
      this.#answer.state.phase === 'sending' || this.#answer.state.phase === 'retrying';
    return html`<section
      class="box ${mode} ${this.unfolded || draft.texts[mode] ? '' : 'folded'}"
      aria-label=${words.say('composer.label')}
    >
      ${this.#modes().length > 1 ? modeTabs(words, mode, pending, (kind) => this.compose(kind)) : nothing}
      <p class="effect" id="effect">${composerEffect(words, mode, ticket)}</p>
      <textarea
        rows="3"
        aria-label=${words.say(`mode.${mode}`)}
        aria-describedby="effect complaint"
        placeholder=${words.say(`placeholder.${mode}`)}
        .value=${live(draft.texts[mode])}
        ?readonly=${pending}
        @focus=${() => (this.unfolded = true)}
        @input=${this.#typed}
        @keydown=${this.#pressed}
        @paste=${this.#pasted}
      ></textarea>
      ${draftFiles(words, draft.attachments, this.#uploads.uploading, (id) => this.#detach(id))}
      ${mode === 'reply' ? draftArticles(words, ticket, draft.articles ?? [], this.#unlink) : nothing}
      ${
        mode === 'reply' && !hasEnded(ticket)
          ? replyOptions(this, draft, (options) => this.#write({ ...draft, options }))
          : nothing
      }
      ${this.#state()} ${this.#foot(draft, pending)}
      <desk-article-picker
        .words=${words}
        .api=${this.api}
        .ticket=${ticket}
        @desk-article-picked=${this.#link}
      ></desk-article-picker>
    </section>`;
  }

  #state() {
    const { say } = this.words;
    if (this.#answer.state.phase === 'retrying') {
      return html`<p class="state" role="status">
        ${icon('offline')}<span>${say('composer.retrying')}</span>
        <button class="plain" type="button" @click=${() => this.#answer.stop()}>
          ${say('composer.stopRetrying')}
        </button>
      </p>`;
    }
    return html`<p class="complaint" id="complaint" role="alert">
      ${this.complaint ? html`${icon('alert')}<span>${this.complaint}</span>` : nothing}
    </p>`;
  }

  #foot({ mode }: Draft, pending: boolean) {
    const waits = pending || this.#uploads.uploading.length > 0;
    return composerFoot(
      this.words,
      this.ticket,
      { mode, pending, waits },
      {
        attach: (event) => this.#picked(event),
        link: () => this.picker?.open(),
        send: (resolve) => void this.#send(resolve),
      },
    );
  }

  #typed() {
    const draft = this.#draft;
    this.complaint = '';
    this.#write({ ...draft, texts: { ...draft.texts, [draft.mode]: this.field?.value ?? '' } });
  }

  #pressed(event: KeyboardEvent) {
    if (event.code === 'Escape') this.field?.blur();
    if (!(event.ctrlKey || event.metaKey)) return;
    const links = event.code === 'KeyK' && this.#draft.mode === 'reply';
    if (event.code !== 'Enter' && !links) return;
    event.preventDefault();
    if (links) this.picker?.open();
    else void this.#send(false);
  }

  #pasted = (event: ClipboardEvent) =>
    takePasted(event, { addFiles: (files) => this.#attach(files) });

  #picked(event: Event) {
    const input = event.currentTarget as HTMLInputElement;
    void this.#attach([...(input.files ?? [])]);
    input.value = '';
  }

  async #attach(files: readonly File[]) {
    this.complaint = '';
    await Promise.all(
      files.map(async (file) => {
        const uploaded = await this.#uploads.add(file);
        if (!uploaded) return;
        if (!uploaded.ok) {
          const failed = this.words.say('composer.uploadFailed', { name: file.name });
          this.complaint = `${failed}. ${this.words.problem(uploaded.failure)}`;
          return;
        }
        const draft = this.#draft;
        this.#write({ ...draft, attachments: [...draft.attachments, uploaded.value] });
      }),
    );
  }

  #detach(id: string) {
    const draft = this.#draft;
    const attachments = draft.attachments.filter((file) => file.id !== id);
    this.#write({ ...draft, attachments });
  }

  #link({ detail }: CustomEvent<ArticleHit>) {
    this.#write(withArticle(this.#draft, detail));
    this.field?.focus();
  }

  #unlink = (id: string) => {
    this.#write(withoutArticle(this.#draft, id));
    this.field?.focus();
  };

  async #send(resolve: boolean) {
    const { phase } = this.#answer.state;
    if (phase === 'sending' || phase === 'retrying' || this.#uploads.uploading.length > 0) return;
    const draft = this.#draft;
    const text = draft.texts[draft.mode].trim();
    if (!text) {
      this.complaint = this.words.say('composer.empty');
      this.field?.focus();
      return;
    }
    this.complaint = '';
    const key = draft.key ?? crypto.randomUUID();
    this.#write({ ...draft, key });
    const { vendor, id } = this.ticket;
    const { locale } = this.words;
    const body = bodyOfAnswer(this.ticket, draft, resolve);
    const sent = await this.#answer.send(() => this.api.answer({ vendor, id, locale }, body, key));
    if (!sent) return;
    if (sent.ok) {
      this.drafts.write(id, afterSending(this.drafts.read(id), draft));
      this.requestUpdate();
      this.#fire('desk-answered', sent.value);
      return;
    }
    this.drafts.write(id, withoutKey(this.drafts.read(id)));
    const reused = sent.failure.code === 'idempotency_key.reused';
    this.complaint = reused
      ? this.words.say('composer.sentBefore')
      : this.words.problem(sent.failure);
    if (reused) this.#fire('desk-refresh');
  }

  #fire(name: string, detail?: DeskTicket) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
