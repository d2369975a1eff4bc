import { css, html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Problem } from '#shared/wire/problem.ts';
import { answerController } from '#desk/controllers/answer.ts';
import { keptStore } from '#desk/kept.ts';
import { frameWords } from '#desk/sections/frame-words.ts';
import { styles } from '#desk/elements/desk-act-dialog.styles.ts';
import { icon } from '#desk/icons.ts';
import { formField } from '#desk/sections/form-fields.ts';
import type { FormSpec, FormValues, SaidOnce } from '#desk/sections/form-spec.ts';
import { saidOnce } from '#desk/sections/said-once.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import { dialogSheet } from '#desk/styles/dialog.styles.ts';
import type { Words } from '#desk/text/words.ts';

/**
 * The form of a section in a dialog; a refusal keeps what was filled in.
 * @fires desk-form-done - when the server has taken it
 */
export class DeskSectionForm extends LitElement {
  static override styles = [
    base,
    controls,
    dialogSheet,
    styles,
    css`
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-size: 12px;
        font-weight: 500;
        line-height: 16px;
      }
      .picks {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
        gap: 2px 12px;
        margin-top: 4px;
      }
      .wide {
        width: min(720px, 100vw - 24px);
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  /** For forms with long texts. */
  @property({ type: Boolean }) wide = false;

  @state() private spec?: FormSpec;
  @state() private values: FormValues = {};
  @state() private problem: Problem | undefined;
  /** What was written here before and not sent. */
  @state() private restored = false;
  @state() private said: SaidOnce | null = null;
  @query('dialog') private dialog!: HTMLDialogElement;

  #key = '';
  /** Only what a person has changed: the rest may have become newer meanwhile. */
  #kept = keptStore<FormValues>(sessionStorage, 'reglament-desk-form-');
  #sending = answerController(this);

  async open(spec: FormSpec): Promise<void> {
    this.spec = spec;
    const kept = this.#keptName && this.#kept.read(this.#keptName);
    this.restored = Boolean(kept);
    this.values = { ...spec.values, ...kept };
    this.problem = undefined;
    this.said = null;
    this.#key = crypto.randomUUID();
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    const first = '.fields input, .fields select, .fields textarea, footer .primary';
    this.renderRoot.querySelector<HTMLElement>(first)?.focus();
  }

  override render() {
    const { spec } = this;
    return html`<dialog
      class=${this.wide ? 'wide' : ''}
      aria-labelledby="title"
      @close=${() => this.#sending.stop()}
    >
      ${spec ? this.#form(spec) : nothing}
    </dialog>`;
  }

  #form(spec: FormSpec) {
    const { say } = this.words;
    const close = () => this.dialog.close();
    return html`<form @submit=${this.#submit}>
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
          : html`<footer>
              <button class="tool" type="button" @click=${close}>
                ${say(spec.fields(this.values).length > 0 ? 'common.close' : 'form.cancel')}
              </button>
              <button class="primary" ?disabled=${this.#pending}>
                ${this.#pending ? say('composer.sending') : spec.submit}
              </button>
            </footer>`
      }
    </form>`;
  }

  #fields(spec: FormSpec) {
    const { words, values, problem } = this;
    const put = (name: string, value: string) => {
      // another text is another act: a repeated press of the old one may still arrive
      this.#key = crypto.randomUUID();
      this.values = { ...this.values, [name]: value };
      this.problem = undefined;
      const kept = this.#keptName;
      if (kept) this.#kept.write(kept, { ...this.#kept.read(kept), [name]: value });
    };
    return html`${spec.note ? html`<p class="note">${spec.note}</p>` : nothing}
      ${this.restored ? this.#restoredNote(spec) : nothing}
      ${spec.fields(values).map((field) => formField({ words, values, put }, field))}
      <p role="status" class="note" ?hidden=${this.#sending.state.phase !== 'retrying'}>
        ${words.say('composer.retrying')}
      </p>
      ${
        problem
          ? html`<p class="problem" role="alert">
              ${icon('alert')}<span>${words.problem(problem)}</span>
            </p>`
          : nothing
      }`;
  }

  #restoredNote(spec: FormSpec) {
    const say = frameWords(this.words.locale);
    const discard = () => {
      if (this.#keptName) this.#kept.forget(this.#keptName);
      void this.open(spec);
    };
    return html`<p class="note">
      ${say('form.restored')}
      <button class="plain" type="button" @click=${discard}>${say('form.discard')}</button>
    </p>`;
  }

  /** The address says of which vendor and of what. */
  get #keptName() {
    return this.spec?.keep && `${location.hash} ${this.spec.keep}`;
  }

  get #pending() {
    const { phase } = this.#sending.state;
    return phase === 'sending' || phase === 'retrying';
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    const { spec, values } = this;
    if (!spec || this.#pending) return;
    if (this.said) return this.dialog.close();
    this.problem = undefined;
    const key = this.#key;
    const done = await this.#sending.send(() => spec.send(values, key));
    if (!done) return;
    if (!done.ok) {
      this.problem = done.failure;
      return;
    }
    if (this.#keptName) this.#kept.forget(this.#keptName);
    this.dispatchEvent(new CustomEvent('desk-form-done'));
    if (done.value === null) return this.dialog.close();
    // stays until it has been copied: nobody says it again
    this.said = done.value;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.copy')?.focus();
  };
}
