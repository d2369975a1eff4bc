import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Answer } from '#shared/wire/ticket.ts';
import type { WidgetField } from '#shared/wire/widget-config.ts';
import type { Api } from '#widget/api/client.ts';
import { completeRequest } from '#widget/controllers/complete-request.ts';
import type { Conversation } from '#widget/controllers/conversation.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fieldStyles } from '#widget/elements/fields.styles.ts';
import { ownActsStyles } from '#widget/elements/rg-own-acts.styles.ts';
import { fieldTemplate, problemLine } from '#widget/form/field.ts';
import { fieldProblems, type FieldProblem } from '#widget/form/validate.ts';
import { loadWriting } from '#widget/load-writing.ts';
import { newUuid } from '#widget/ids.ts';
import type { OwnActsWords } from '#widget/own-acts-words.ts';
import { pauseOrOnline } from '#widget/pause.ts';
import { problemSentence } from '#widget/problem-sentence.ts';
import { clauseLink, type Ui } from '#widget/words.ts';

/**
 * How one goes on with an ended request that does not open by itself: what it lacked is asked for, or a
 * new one is linked with it.
 * @fires rg-confirming - `detail` says whether its form is open just now
 * @fires rg-acted - what it lacked was added
 * @fires rg-linked - `detail` is the request that a new one is to go on with
 */
export class RgReopening extends LitElement {
  static override styles = [controlStyles, fieldStyles, ownActsStyles];

  @property({ attribute: false }) ui!: Ui;
  @property({ attribute: false }) words!: OwnActsWords;
  @property({ attribute: false }) talk!: Conversation;
  @property({ attribute: false }) api!: Pick<Api, 'upload' | 'read'>;

  @state() private open = false;
  @state() private answers: Readonly<Record<string, Answer>> = {};
  @state() private problems: readonly FieldProblem[] = [];
  @state() private phase: 'idle' | 'sending' | 'waiting' = 'idle';
  @state() private refusal = '';
  @state() private news = '';

  override render() {
    const { outcome } = this.talk.thread?.reopening ?? {};
    return html`${
        outcome === 'complete_first' && this.#fields().length > 0
          ? this.open
            ? this.#form()
            : this.#offer('complete', () => this.#ask())
          : outcome === 'new_linked_ticket'
            ? this.#offer('linked', () => this.#link())
            : nothing
      }
      <p class="unseen" role="status">
        ${this.phase === 'waiting' ? this.words.say('acts.waiting') : this.news}
      </p>`;
  }

  #offer(act: 'complete' | 'linked', press: () => void) {
    const { say } = this.words;
    return html`<div class="acts">
      <p class="note">${say(`note.${act}`)}${this.#clause()}</p>
      <button type="button" class="button" @click=${press}>${say(`act.${act}`)}</button>
    </div>`;
  }

  #link() {
    const { thread } = this.talk;
    const detail = thread && { id: thread.id, number: thread.number };
    this.dispatchEvent(new CustomEvent('rg-linked', { detail, bubbles: true, composed: true }));
  }

  #clause() {
    const clause = this.talk.thread?.reopening?.clause;
    return clause ? html` — ${clauseLink(this.ui, clause)}` : nothing;
  }

  /** What is missing, as the form asks for it; a secret is asked for apart. */
  #fields(): WidgetField[] {
    const missing = this.talk.thread?.reopening?.missing ?? [];
    return missing.flatMap(({ field: id, clause }) =>
      this.ui.config.fields
        .filter((field) => field.id === id && field.kind !== 'secret')
        .map((field) => ({ ...field, clause, requirement: 'required' as const })),
    );
  }

  #form() {
    const { say } = this.words;
    const pending = this.phase !== 'idle';
    return html`<form
      aria-labelledby="asked"
      novalidate
      @submit=${this.#send}
      @keydown=${this.#pressed}
    >
      <h3 id="asked" tabindex="-1">${say('act.complete')}</h3>
      <p class="note">${say('note.complete')}${this.#clause()}</p>
      ${this.#fields().map((field) => (field.kind === 'attachment' ? this.#files(field) : this.#field(field)))}
      ${this.phase === 'waiting' ? html`<p class="note">${say('acts.waiting')}</p>` : nothing}
      ${
        this.refusal
          ? html`<p class="error" role="alert">
              <rg-icon name="alert"></rg-icon><span>${this.refusal}</span>
            </p>`
          : nothing
      }
      <div class="choose">
        <button type="button" class="quiet" ?disabled=${pending} @click=${() => this.#leave()}>
          ${say('acts.keep')}
        </button>
        <button class="button primary" ?disabled=${pending}>
          ${say(pending ? 'acts.sending' : 'act.complete')}
        </button>
      </div>
    </form>`;
  }

  #field(field: WidgetField) {
    const { ui } = this;
    const value = this.answers[field.id];
    return fieldTemplate({
      ui,
      // steps are written as lines here
      field: field.kind === 'steps' ? { ...field, kind: 'longtext' } : field,
      value: typeof value === 'object' ? value.join('\n') : value,
      problem: this.#problemOf(field.id),
      change: (said) => this.#answer(field.id, said),
      needed: true,
    });
  }

  /** A file, or a word why there is none. */
  #files(field: WidgetField) {
    const { ui, talk } = this;
    const { shelf } = talk;
    return html`<div class="field">
      <rg-attachments
        id=${field.id}
        .words=${ui.words}
        .label=${field.label}
        .mark=${html`<span class="note">${ui.words.t('clause.ref', { clause: field.clause })}</span>`}
        .shelf=${shelf}
        .files=${shelf.files}
        .busy=${this.phase !== 'idle'}
        .limits=${ui.config.limits}
      ></rg-attachments>
      ${
        shelf.files.length === 0
          ? html`<rg-no-file
              .words=${ui.words}
              .value=${this.answers[field.id] ?? ''}
              @rg-answer=${({ detail }: CustomEvent<string>) => this.#answer(field.id, detail)}
            ></rg-no-file>`
          : nothing
      }
      ${problemLine(ui, this.#problemOf(field.id))}
    </div>`;
  }

  #problemOf(id: string) {
    return this.problems.find(({ field }) => field === id);
  }

  #answer(id: string, said: Answer) {
    this.answers = { ...this.answers, [id]: said };
    if (this.problems.length > 0) this.problems = this.#check();
  }

  #check() {
    return fieldProblems(this.#fields(), this.answers, this.talk.shelf.files.length);
  }

  async #ask() {
    this.open = true;
    this.news = '';
    // it brings the way to say why no file comes along
    void loadWriting().catch(() => undefined);
    this.#tell(true);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#asked')?.focus();
  }

  /** Back to what was pressed; the words stay. */
  async #leave() {
    this.open = false;
    this.#tell(false);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.acts button')?.focus();
  }

  /** Escape leaves the form, not the panel. */
  #pressed(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (this.phase === 'idle') void this.#leave();
  }

  async #send(event: Event) {
    event.preventDefault();
    const { talk, words } = this;
    if (!talk.thread || this.phase !== 'idle') return;
    this.problems = this.#check();
    const [first] = this.problems;
    if (first) {
      await this.updateComplete;
      return this.renderRoot.querySelector<HTMLElement>(`[id="${first.field}"]`)?.focus();
    }
    this.phase = 'sending';
    this.refusal = '';
    // what was not taken meanwhile would be missed: its person has not seen that
    if (!(await talk.shelf.whole())) return void (this.phase = 'idle');
    const done = await completeRequest(
      {
        api: this.api,
        newId: newUuid,
        pause: pauseOrOnline,
        waiting: () => (this.phase = 'waiting'),
        talk,
      },
      talk.thread.id,
      this.#said(),
    );
    this.phase = 'idle';
    if (!done.ok) return void (this.refusal = await problemSentence(words.locale, done.failure));
    this.news = words.say('done.complete');
    await this.#leave();
    await talk.refresh();
    this.dispatchEvent(new CustomEvent('rg-acted'));
  }

  /** What was said; with a file nothing else answers its field. */
  #said(): Record<string, Answer> {
    const files = this.talk.shelf.files.length > 0;
    return Object.fromEntries(
      this.#fields().flatMap(({ id, kind }): [string, Answer][] => {
        const said = this.answers[id];
        if (typeof said !== 'string' || (kind === 'attachment' && files)) return [];
        return [
          [id, kind === 'steps' ? said.split('\n').filter((line) => line.trim()) : said.trim()],
        ];
      }),
    );
  }

  #tell(confirming: boolean) {
    this.dispatchEvent(new CustomEvent('rg-confirming', { detail: confirming }));
  }
}
