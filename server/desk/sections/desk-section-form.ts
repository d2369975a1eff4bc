import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { answerController } from '#desk/controllers/answer.ts';
import { keptStore } from '#desk/kept.ts';
import { styles } from '#desk/elements/desk-act-dialog.styles.ts';
import { icon } from '#desk/icons.ts';
import { refusedFields, wrongFields, type FieldErrors } from '#desk/sections/field-errors.ts';
import { formField } from '#desk/sections/form-fields.ts';
import { formFoot, restoredNote, unsentNote } from '#desk/sections/form-foot.ts';
import type { FormSpec, FormValues, SaidOnce } from '#desk/sections/form-spec.ts';
import { inYourTime } from '#desk/sections/in-your-time.ts';
import { saidOnce } from '#desk/sections/said-once.ts';
import { sectionFormStyles } from '#desk/sections/section-form.styles.ts';
import { besideTheirs, theirValues } from '#desk/sections/their-values.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import { dialogSheet } from '#desk/styles/dialog.styles.ts';
import type { Words } from '#desk/text/words.ts';

/** What is written into a form and not sent; the key makes sending it again the same act. */
interface Kept {
  readonly values: FormValues;
  readonly key: string;
}

/**
 * The form of a section in a dialog; a refusal keeps what was filled in.
 * @fires desk-form-done - when the server has taken it
 */
export class DeskSectionForm extends LitElement {
  static override styles = [base, controls, dialogSheet, styles, sectionFormStyles];

  @property({ attribute: false }) words!: Words;
  /** For forms with long texts. */
  @property({ type: Boolean }) wide = false;

  @state() private spec?: FormSpec;
  @state() private values: FormValues = {};
  /** What belongs to no field. */
  @state() private problem: Problem | undefined;
  @state() private errors: FieldErrors = {};
  /** What was written here before and not sent. */
  @state() private restored = false;
  @state() private said: SaidOnce | null = null;
  /** What another has written where something was written here, too; undefined until it is taken in. */
  @state() private theirs: FormValues | undefined;
  /** The form that was closed before it was sent. */
  @state() private unsent: FormSpec | undefined;
  @query('dialog') private dialog!: HTMLDialogElement;

  #key = '';
  /** Only what a person has changed: the rest may have become newer meanwhile. */
  #mine: FormValues = {};
  #kept = keptStore<Kept>(sessionStorage, 'reglament-desk-form-');
  #sending = answerController(this);
  /** Closed while the server had not answered yet. */
  #left: FormSpec | undefined;

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#elsewhere);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#elsewhere);
  }

  async open(spec: FormSpec): Promise<void> {
    this.spec = spec;
    const kept = this.#keptName ? this.#kept.read(this.#keptName) : undefined;
    this.#mine = kept?.values ?? {};
    this.restored = Object.keys(this.#mine).length > 0;
    this.values = { ...spec.values, ...this.#mine };
    this.theirs = undefined;
    this.#elsewhere();
    this.problem = undefined;
    this.errors = {};
    this.said = null;
    this.#key = kept?.key ?? crypto.randomUUID();
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    const first = '.fields input, .fields select, .fields textarea, footer .primary';
    this.renderRoot.querySelector<HTMLElement>(first)?.focus();
  }

  override render() {
    const { spec, unsent } = this;
    return html`<dialog
        class=${this.wide ? 'wide' : ''}
        aria-labelledby="title"
        @close=${this.#closed}
      >
        ${spec ? this.#form(spec) : nothing}
      </dialog>
      <div role="status">
        ${unsent ? unsentNote(this.words, unsent, () => this.open(unsent)) : nothing}
      </div>`;
  }

  #form(spec: FormSpec) {
    const { say } = this.words;
    const close = () => this.dialog.close();
    return html`<form novalidate @submit=${this.#submit}>
      <header>
        <h2 id="title">${spec.title}</h2>
        <button class="tool" type="button" aria-label=${say('common.close')} @click=${close}>
          ${icon('close')}
        </button>
      </header>
      <div class="fields">
        ${spec.subject ? html`<p class="subject">${spec.subject}</p>` : nothing}
        ${this.said ? saidOnce(this.words, this.said) : this.#fields(spec)}
      </div>
      ${
        this.said
          ? html`<footer><button class="primary">${say('common.close')}</button></footer>`
          : formFoot(this.words, {
              spec,
              asks: spec.fields(this.values).length > 0,
              phase: this.#sending.state.phase,
              problem: this.problem,
              renewed: this.theirs !== undefined,
              remains: spec.remains?.(this.values) ?? '',
              close,
              renew: () => void this.#renew(spec),
            })
      }
    </form>`;
  }

  #fields(spec: FormSpec) {
    const { words, values, errors, theirs = {} } = this;
    const put = (name: string, value: string) => {
      // another text is another act: a repeated press of the old one may still arrive
      this.#key = crypto.randomUUID();
      this.values = { ...this.values, [name]: value };
      this.problem = undefined;
      const { [name]: _mended, ...left } = this.errors;
      this.errors = left;
      this.#mine = { ...this.#mine, [name]: value };
      this.#keep();
    };
    return html`${spec.note ? html`<p class="note">${spec.note}</p>` : nothing}
    ${this.restored ? restoredNote(words, () => this.#discard(spec)) : nothing}
    ${inYourTime(words.locale, spec.fields(values)).map((field) =>
      formField({ words, values, errors, put }, besideTheirs(words.locale, field, theirs)),
    )}`;
  }

  #discard = (spec: FormSpec) => {
    if (this.#keptName) this.#kept.forget(this.#keptName);
    void this.open(spec);
  };

  /** The address says of which vendor and of what. */
  get #keptName() {
    const { keep } = this.spec ?? {};
    return keep === undefined ? undefined : `${location.hash} ${keep}`;
  }

  #keep() {
    const name = this.#keptName;
    if (name) this.#kept.write(name, { values: this.#mine, key: this.#key });
  }

  get #pending() {
    const { phase } = this.#sending.state;
    return phase === 'sending' || phase === 'retrying';
  }

  /** What another has stored meanwhile becomes what is written upon; what was written here stays. */
  async #renew(spec: FormSpec) {
    const newest = await spec.renew?.();
    if (!newest || this.spec !== spec) return;
    this.problem = newest.ok ? undefined : newest.failure;
    if (newest.ok) {
      const { values = {} } = newest.value;
      this.theirs = theirValues(spec.values ?? {}, values, this.#mine);
      this.spec = newest.value;
      this.values = { ...values, ...this.#mine };
    }
    await this.#toWhatIsNext();
  }

  #elsewhere = () => {
    this.unsent = undefined;
    this.#left = undefined;
  };

  #closed = () => {
    const { phase } = this.#sending.state;
    if (phase === 'retrying') this.unsent = this.spec;
    if (phase === 'sending') this.#left = this.spec;
    this.#sending.stop();
  };

  /** The last word of the server on a form that was closed before it came. */
  #overtaken(spec: FormSpec, name: string | undefined, last: Result<unknown> | undefined) {
    if (!last?.ok) {
      if (this.#left === spec) this.unsent = spec;
      return;
    }
    if (name) this.#kept.forget(name);
    if (this.unsent === spec) this.unsent = undefined;
    this.dispatchEvent(new CustomEvent('desk-form-done'));
  }

  async #toWhatIsNext() {
    await this.updateComplete;
    const next = ['[aria-invalid]', '.renew', 'footer .primary']
      .map((one) => this.renderRoot.querySelector<HTMLElement>(one))
      .find((one) => one !== null);
    next?.focus();
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    const { spec, values } = this;
    if (!spec || this.#pending) return;
    if (this.said) return this.dialog.close();
    this.problem = undefined;
    const fields = spec.fields(values);
    this.errors = wrongFields(this.words, event.target as HTMLFormElement, fields, values);
    if (Object.keys(this.errors).length > 0) return this.#toWhatIsNext();
    this.#keep();
    const [key, name] = [this.#key, this.#keptName];
    const heard: { last?: Result<SaidOnce | null> } = {};
    const done = await this.#sending.send(async () => (heard.last = await spec.send(values, key)));
    if (!done) return this.#overtaken(spec, name, heard.last);
    if (!done.ok) {
      const { errors, whole } = refusedFields(this.words, done.failure, fields);
      this.errors = errors;
      this.problem = whole ? done.failure : undefined;
      return this.#toWhatIsNext();
    }
    if (name) this.#kept.forget(name);
    this.dispatchEvent(new CustomEvent('desk-form-done'));
    if (done.value === null) return this.dialog.close();
    // stays until it has been copied: nobody says it again
    this.said = done.value;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.copy')?.focus();
  };
}
