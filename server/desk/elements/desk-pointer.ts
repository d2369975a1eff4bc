import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { referenceForms } from '#shared/reference-forms.ts';
import { pointerOptions, type Pointer, type PointerOption } from '#desk/acts/pointer-options.ts';
import type { DeskApi } from '#desk/api/client.ts';
import type { Registry } from '#desk/api/registry.ts';
import { errorIdOf, invalidOf, wrongLine } from '#desk/elements/control-errors.ts';
import type { FieldErrors } from '#desk/sections/field-errors.ts';
import type { Words } from '#desk/text/words.ts';

/**
 * What an answer or an act points at: chosen from what the vendor keeps, typed where it keeps nothing.
 * Stands in its form as if it were a control of it, so that the form holds it to be filled in.
 * @fires desk-pointed - `detail` is what was chosen or typed
 */
export class DeskPointer extends LitElement {
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property() vendor = '';
  @property() pointer: Pointer = 'version';
  @property() label = '';
  @property() value = '';
  @property({ type: Boolean }) required = false;
  /** As the form knows it, and what is wrong with it. */
  @property() name = '';
  @property({ attribute: false }) errors: FieldErrors = {};
  /** Without a label that is seen, in a line of options. */
  @property({ type: Boolean }) brief = false;

  @state() private registry?: Registry;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load() {
    const registry = await this.api.beside.registry(this.vendor, this.words.locale);
    const typing = this.contains((this.getRootNode() as ShadowRoot).activeElement);
    this.registry = registry;
    await this.updateComplete;
    if (typing) this.querySelector<HTMLElement>('select, input')?.focus();
  }

  override render() {
    const { label, required, words } = this;
    if (this.brief) return this.#control();
    return html`<label class="field">
        <span>${label}${required ? nothing : html` <i>${words.say('field.optional')}</i>`}</span>
        ${this.#control()} </label
      >${wrongLine(this.errors, this.name)}`;
  }

  #control() {
    const { registry, pointer, words } = this;
    const options = registry ? pointerOptions(registry, pointer, words.locale) : [];
    // a version, a day and a way round are typed by nobody who can choose them
    return options.length > 0 ? this.#select(options) : this.#input();
  }

  #select(options: readonly PointerOption[]) {
    const { value, required, label, words } = this;
    const known = options.some((one) => one.value === value);
    const shown = known || !value ? options : [{ value, label: value }, ...options];
    return html`<select
      class=${this.brief ? 'pill' : ''}
      name=${this.name || nothing}
      aria-invalid=${invalidOf(this.errors, this.name)}
      aria-describedby=${errorIdOf(this.errors, this.name)}
      aria-label=${this.brief ? label : nothing}
      ?required=${required}
      .value=${live(value)}
      @change=${(event: Event) => this.#point((event.target as HTMLSelectElement).value, options)}
    >
      <option value="">
        ${this.brief ? label : words.say(required ? 'field.choose' : 'field.none')}
      </option>
      ${shown.map(
        (one) =>
          html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`,
      )}
    </select>`;
  }

  #input() {
    const { value, required, label, pointer } = this;
    const form = typedAs[pointer];
    return html`<input
      class=${this.brief ? 'held' : ''}
      name=${this.name || nothing}
      aria-invalid=${invalidOf(this.errors, this.name)}
      aria-describedby=${errorIdOf(this.errors, this.name)}
      type=${pointer === 'date' ? 'date' : 'text'}
      maxlength=${this.brief ? 2000 : 300}
      pattern=${form && !this.brief ? referenceForms[form] : nothing}
      aria-label=${this.brief ? label : nothing}
      placeholder=${this.brief ? label : nothing}
      ?required=${required}
      .value=${live(value)}
      @input=${(event: Event) => this.#point((event.target as HTMLInputElement).value, [])}
    />`;
  }

  #point(value: string, options: readonly PointerOption[]) {
    const detail = { value, label: '', ...options.find((one) => one.value === value) };
    this.dispatchEvent(new CustomEvent<PointerOption>('desk-pointed', { detail }));
  }
}

/** Forms of what is typed and kept in the log. */
const typedAs: Partial<Record<Pointer, keyof typeof referenceForms>> = {
  version: 'version',
  coming: 'version',
  any_version: 'version',
  article: 'article',
};
