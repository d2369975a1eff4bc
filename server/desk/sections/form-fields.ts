import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { invalidOf, wrongLine } from '#desk/elements/control-errors.ts';
import type { FieldErrors } from '#desk/sections/field-errors.ts';
import { picked, type FieldSpec, type FormValues } from '#desk/sections/form-spec.ts';
import { frameWords } from '#desk/sections/frame-words.ts';
import type { Words } from '#desk/text/words.ts';

/** A form of a section while somebody fills it in. */
export interface FieldScene {
  readonly words: Words;
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly put: (name: string, value: string) => void;
}

const inputTypes = {
  text: 'text',
  url: 'url',
  email: 'email',
  date: 'date',
  moment: 'datetime-local',
  number: 'number',
} as const;

/** One field as it stands in the form. */
export function formField(scene: FieldScene, field: FieldSpec): TemplateResult {
  const { values, put } = scene;
  const { name } = field;
  const value = values[name] ?? '';
  const invalid = invalidOf(scene.errors, field.name);
  const described = describedBy(scene, field);
  const typed = (event: Event) => put(name, (event.target as HTMLInputElement).value);
  // what was pasted often brings spaces along
  const trimmed = () => value !== value.trim() && put(name, value.trim());
  switch (field.kind) {
    case 'area':
      return labelled(
        scene,
        field,
        html`<textarea
          name=${name}
          rows=${field.rows ?? 4}
          maxlength=${field.longest ?? nothing}
          ?required=${!field.optional}
          aria-invalid=${invalid}
          aria-describedby=${described}
          .value=${live(value)}
          @input=${typed}
        ></textarea>`,
      );
    case 'pick':
      return labelled(
        scene,
        field,
        html`<select
          name=${name}
          ?required=${!field.optional}
          aria-invalid=${invalid}
          aria-describedby=${described}
          .value=${live(value)}
          @change=${typed}
        >
          <option value="">
            ${field.optional ? (field.ifEmpty ?? scene.words.say('field.none')) : scene.words.say('field.choose')}
          </option>
          ${field.options.map(
            ({ id, label }) =>
              html`<option value=${id} ?selected=${id === value}>${label}</option>`,
          )}
        </select>`,
      );
    case 'picks':
      return picks(scene, field);
    case 'check':
      return check(scene, field, value === 'yes', (on) => put(name, on ? 'yes' : ''));
    default:
      return labelled(
        scene,
        field,
        html`<input
          name=${name}
          type=${inputTypes[field.kind]}
          min=${field.kind === 'number' ? field.least : nothing}
          max=${field.kind === 'number' ? field.most : nothing}
          maxlength=${(field.kind !== 'number' && field.longest) || nothing}
          pattern=${(field.kind !== 'number' && field.pattern) || nothing}
          placeholder=${(field.kind !== 'number' && field.placeholder) || nothing}
          ?required=${!field.optional}
          aria-invalid=${invalid}
          aria-describedby=${described}
          .value=${live(value)}
          @input=${typed}
          @change=${field.kind === 'text' ? trimmed : nothing}
        />`,
      );
  }
}

const describedBy = ({ errors }: FieldScene, { name, hint }: FieldSpec) =>
  [
    ...(errors[name] === undefined ? [] : [`error-${name}`]),
    ...(hint ? [`hint-${name}`] : []),
  ].join(' ') || nothing;

/** What is wrong with a field, and what it asks for. */
const underField = ({ errors }: FieldScene, { name, hint }: FieldSpec) =>
  html`${wrongLine(errors, name)}${hint ? html`<p class="hint" id="hint-${name}">${hint}</p>` : nothing}`;

function optionalOf({ words }: FieldScene, { optional, ifEmpty, kind }: FieldSpec) {
  if (!optional || (ifEmpty !== undefined && kind === 'pick')) return nothing;
  return html` <i>${ifEmpty ?? frameWords(words.locale)('form.optional')}</i>`;
}

const labelled = (scene: FieldScene, field: FieldSpec, control: TemplateResult) =>
  html`<label class="field">
      <span>${field.label}${optionalOf(scene, field)}</span>
      ${control}
    </label>
    ${underField(scene, field)}`;

const check = (scene: FieldScene, field: FieldSpec, on: boolean, turn: (on: boolean) => void) =>
  html`<label class="check">
      <input
        name=${field.name}
        type="checkbox"
        aria-invalid=${invalidOf(scene.errors, field.name)}
        aria-describedby=${describedBy(scene, field)}
        .checked=${live(on)}
        @change=${(event: Event) => turn((event.target as HTMLInputElement).checked)}
      />
      ${field.label}
    </label>
    ${underField(scene, field)}`;

function picks(scene: FieldScene, field: FieldSpec & { kind: 'pick' | 'picks' }) {
  const { values, put } = scene;
  const { name } = field;
  const chosen = picked(values[name]);
  const turn = (id: string, on: boolean) =>
    put(
      name,
      field.options
        .map((option) => option.id)
        .filter((each) => (each === id ? on : chosen.includes(each)))
        .join(' '),
    );
  return html`<fieldset class="field" aria-describedby=${describedBy(scene, field)}>
    <legend>${field.label}${optionalOf(scene, field)}</legend>
    <div class="picks">
      ${field.options.map(
        ({ id, label }) =>
          html`<label class="check">
            <input
              name="${name}.${id}"
              type="checkbox"
              aria-invalid=${invalidOf(scene.errors, field.name)}
              .checked=${live(chosen.includes(id))}
              @change=${(event: Event) => turn(id, (event.target as HTMLInputElement).checked)}
            />
            ${label}
          </label>`,
      )}
    </div>
    ${underField(scene, field)}
  </fieldset>`;
}
