import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { actForms, bodyOfForm, type FormAct, type FormValues } from '#desk/acts/act-forms.ts';
import { formField } from '#desk/acts/form-fields.ts';
import { formNote } from '#desk/acts/form-note.ts';
import type { DeskApi } from '#desk/api/client.ts';
import { answerController } from '#desk/controllers/answer.ts';
import { formErrors } from '#desk/controllers/form-errors.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';
import { styles } from '#desk/elements/desk-act-dialog.styles.ts';
import { icon } from '#desk/icons.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import { dialogSheet } from '#desk/styles/dialog.styles.ts';
import type { Words } from '#desk/text/words.ts';

/**
 * The form of one act. What was filled in stays until the act is done, also while the form is closed.
 * @fires desk-answered - `detail` is the ticket after the act
 * @fires desk-refresh - what the server holds is newer than what is shown
 */
export class DeskActDialog extends LitElement {
  static override styles = [base, controls, dialogSheet, styles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property({ attribute: false }) ticket!: DeskTicket;

  @state() private act?: FormAct;
  @state() private problem: Problem | 'changed' | undefined;
  @query('dialog') private dialog!: HTMLDialogElement;

  #kept = new Map<string, { readonly values: FormValues; readonly key: string }>();
  #sending = answerController(this);
  #errors = formErrors(this);

  /** Opens the form of an act, with what was filled in before. */
  async open(act: FormAct): Promise<void> {
    this.act = act;
    this.problem = undefined;
    this.#errors.clear();
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    this.renderRoot.querySelector<HTMLElement>('.fields select, .fields input, textarea')?.focus();
  }

  get #place() {
    return `${this.ticket.id} ${this.act}`;
  }

  get #draft() {
    return this.#kept.get(this.#place) ?? { values: {}, key: crypto.randomUUID() };
  }

  override render() {
    const { act, words, ticket } = this;
    const { say } = words;
    return html`<dialog aria-labelledby="title" @close=${() => this.#sending.stop()}>
      ${
        act
          ? html`<form novalidate @submit=${this.#submit}>
              <header>
                <h2 id="title">${say(`act.${act}`)}</h2>
                <span class="number figures">${ticket.number}</span>
                <button
                  class="tool"
                  type="button"
                  aria-label=${say('common.close')}
                  @click=${() => this.dialog.close()}
                >
                  ${icon('close')}
                </button>
              </header>
              <div class="fields">${this.#fields(act)} ${this.#problem()}</div>
              ${this.#foot(act)}
            </form>`
          : nothing
      }
    </dialog>`;
  }

  #fields(act: FormAct) {
    const { words, ticket } = this;
    const { values } = this.#draft;
    const scene = {
      words,
      api: this.api,
      ticket,
      act,
      values,
      errors: this.#errors.found,
      put: (field: string, value: string) => {
        // another text is another act: a repeated press of the old one may still arrive
        const key = crypto.randomUUID();
        this.#kept.set(this.#place, { values: { ...this.#draft.values, [field]: value }, key });
        this.problem = undefined;
        this.#errors.mended(field);
      },
    };
    return [formNote(words, ticket, act), ...actForms[act].map((field) => formField(scene, field))];
  }

  #problem() {
    const { problem, words, ticket } = this;
    const { say } = words;
    if (this.#sending.state.phase === 'retrying') {
      return html`<p class="hint" role="status">${say('composer.retrying')}</p>`;
    }
    if (!problem) return html`<p role="alert" hidden></p>`;
    const clause = problem === 'changed' ? undefined : problem.clause;
    return html`<p class="problem" role="alert">
      ${icon('alert')}<span
        >${problem === 'changed' ? say('form.changed') : words.problem(problem)}${
          clause ? html` — ${clauseLink(words, ticket, clause)}` : nothing
        }</span
      >
    </p>`;
  }

  #foot(act: FormAct) {
    const { say } = this.words;
    const { phase } = this.#sending.state;
    const pending = phase === 'sending' || phase === 'retrying';
    return html`<footer>
      <button class="tool" type="button" @click=${() => this.dialog.close()}>
        ${say('form.cancel')}
      </button>
      <button class="primary" ?disabled=${pending}>
        ${say(pending ? 'composer.sending' : `act.${act}`)}
      </button>
    </footer>`;
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    const { act, ticket, words } = this;
    if (!act || (await this.#errors.toWrong(event.target as HTMLFormElement))) return;
    const place = this.#place;
    const draft = this.#draft;
    this.#kept.set(place, draft);
    this.problem = undefined;
    const { vendor, id, version } = ticket;
    const needs = ticket.choices.answers.find(
      ({ id: kind }) => kind === draft.values.answer,
    )?.needs;
    const body = bodyOfForm(act, draft.values, needs ?? null);
    const seen = { vendor, id, version, locale: words.locale };
    const done = await this.#sending.send(() => this.api.act(seen, body, draft.key));
    if (!done) return;
    if (done.ok) {
      this.#kept.delete(place);
      this.dialog.close();
      this.#fire('desk-answered', done.value);
      return;
    }
    const changed = done.failure.code === 'ticket.changed';
    this.problem = changed ? 'changed' : done.failure;
    if (changed) this.#fire('desk-refresh');
  };

  #fire(name: string, detail?: DeskTicket) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
