import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { OverageChoice } from '#shared/vocabulary.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { DeskApi } from '#desk/api/client.ts';
import type { Beside } from '#desk/beside/beside.ts';
import { sendSide } from '#desk/beside/send-side.ts';
import { sideField } from '#desk/beside/side-fields.ts';
import {
  sideForms,
  usesHours,
  usualValues,
  type SideAct,
  type SideSubject,
  type SideValues,
} from '#desk/beside/side-forms.ts';
import { answerController } from '#desk/controllers/answer.ts';
import { debitPreviewController } from '#desk/controllers/debit-preview.ts';
import { formErrors } from '#desk/controllers/form-errors.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';
import { styles } from '#desk/elements/desk-act-dialog.styles.ts';
import { sideFoot, sideHead, sideLink, sideNote } from '#desk/elements/side-dialog-parts.ts';
import { icon } from '#desk/icons.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import { dialogSheet } from '#desk/styles/dialog.styles.ts';
import { debitPreview } from '#desk/text/debit-preview.ts';
import type { Words } from '#desk/text/words.ts';

/**
 * The form of one act beside a ticket; what is said only once stays in it until it is closed.
 * @fires desk-side-done - `detail` is the act that was done
 */
export class DeskSideDialog extends LitElement {
  static override styles = [base, controls, dialogSheet, styles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property({ attribute: false }) ticket!: DeskTicket;
  @property({ attribute: false }) beside!: Beside;
  @property() readerZone = 'UTC';

  @state() private act?: SideAct;
  @state() private subject: SideSubject | undefined;
  @state() private values: SideValues = {};
  @state() private problem: Problem | undefined;
  @state() private link = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  #key = '';
  #sending = answerController(this);
  #errors = formErrors(this);
  #preview = debitPreviewController(this);

  /** Opens the form of an act; `subject` is which of several it is about. */
  async open(act: SideAct, subject?: SideSubject): Promise<void> {
    this.act = act;
    this.subject = subject;
    this.values = { ...usualValues[act], ...subject?.values };
    this.problem = undefined;
    this.#errors.clear();
    this.link = '';
    this.#key = crypto.randomUUID();
    this.#askPreview();
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    const first = 'input, select, textarea, footer .primary';
    this.renderRoot.querySelector<HTMLElement>(first)?.focus();
  }

  override render() {
    const { act, words, ticket, link, subject } = this;
    const close = () => this.dialog.close();
    return html`<dialog aria-labelledby="title" @close=${this.#closed}>
      ${
        act
          ? html`<form novalidate @submit=${this.#submit}>
              ${sideHead(words, ticket, act, close)}
              <div class="fields">
                ${
                  link
                    ? sideLink(words, link)
                    : html`${sideNote(words, act, { subject, budget: this.beside.time.budget })}
                      ${this.#fields(act)} ${this.#said()}`
                }
              </div>
              ${sideFoot(words, act, { link, pending: this.#pending, close })}
            </form>`
          : nothing
      }
    </dialog>`;
  }

  get #pending() {
    const { phase } = this.#sending.state;
    return phase === 'sending' || phase === 'retrying';
  }

  /** Of the preview, or of the refusal that came in spite of it. */
  get #choices(): readonly OverageChoice[] {
    return this.problem?.choices ?? this.#preview.shown?.choices ?? [];
  }

  #fields(act: SideAct) {
    const { words, api, ticket, beside, readerZone, values } = this;
    const errors = this.#errors.found;
    const put = (field: string, value: string) => {
      // another text is another act: a repeated press of the old one may still arrive
      this.#key = crypto.randomUUID();
      this.values = { ...this.values, [field]: value };
      this.#errors.mended(field);
      if (this.problem?.code !== 'hours.used_up') this.problem = undefined;
      if (field === 'minutes' || field === 'ownError') this.#askPreview();
    };
    const choices = this.#choices;
    const scene = { words, api, ticket, beside, readerZone, act, values, errors, choices, put };
    return sideForms[act].map((field) => sideField(scene, field));
  }

  #askPreview() {
    const { act, api, ticket, values } = this;
    if (!act || !usesHours(act)) return this.#preview.clear();
    this.#preview.ask(api.beside, ticket, Number(values.minutes), Boolean(values.ownError));
  }

  /** What the work would take, and what went wrong. */
  #said() {
    const { words, ticket, problem, values } = this;
    const { shown } = this.#preview;
    const takes = values.order ? words.say('preview.order') : shown && debitPreview(words, shown);
    const retrying = this.#sending.state.phase === 'retrying';
    return html`<p class="preview figures" role="status">
        ${retrying ? words.say('composer.retrying') : (takes ?? nothing)}
      </p>
      ${
        problem
          ? html`<p class="problem" role="alert">
              ${icon('alert')}<span
                >${words.problem(problem)}${
                  problem.clause ? html` — ${clauseLink(words, ticket, problem.clause)}` : nothing
                }</span
              >
            </p>`
          : html`<p role="alert" hidden></p>`
      }`;
  }

  #closed() {
    this.#sending.stop();
    this.#preview.clear();
    this.link = '';
  }

  /** Stays until it has been copied: nobody says it again. */
  async #tell(link: string) {
    this.link = link;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.copy')?.focus();
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    const { act, api, ticket, values, subject } = this;
    if (!act || this.#pending) return;
    if (this.link) return this.dialog.close();
    if (await this.#errors.toWrong(event.target as HTMLFormElement)) return;
    this.problem = undefined;
    const sending = { at: ticket, act, values, subject: subject?.id ?? '', key: this.#key };
    const done = await this.#sending.send(() => sendSide(api.beside, sending));
    if (!done) return;
    if (!done.ok) {
      this.problem = done.failure;
      return;
    }
    if (done.value.link === null) this.dialog.close();
    else await this.#tell(done.value.link);
    this.dispatchEvent(new CustomEvent('desk-side-done', { detail: act }));
  };
}
