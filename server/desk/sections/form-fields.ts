import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { picked, type FieldSpec, type FormValues } from '#desk/sections/form-spec.ts';
import type { Words } from '#desk/text/words.ts';

/** A form of a section while somebody fills it in. */
export interface FieldScene {
  readonly words: Words;
  readonly values: FormValues;
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
  const typed = (event: Event) => put(name, (event.target as HTMLInputElement).value);
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
          .value=${live(value)}
          @change=${typed}
        >
          <option value="">
            ${scene.words.say(field.optional ? 'field.none' : 'field.choose')}
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
      return check(field, value === 'yes', (on) => put(name, on ? 'yes' : ''));
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
          .value=${live(value)}
          @input=${typed}
        />`,
      );
  }
}

const hintOf = ({ hint }: FieldSpec) => (hint ? html`<p class="hint">${hint}</p>` : nothing);

const labelled = ({ words }: FieldScene, field: FieldSpec, control: TemplateResult) =>
  html`<label class="field">
      <span
        >${field.label}${field.optional ? html` <i>${words.say('field.optional')}</i>` : nothing}</span
      >
      ${control}
    </label>
    ${hintOf(field)}`;

const check = (field: FieldSpec, on: boolean, turn: (on: boolean) => void) =>
  html`<label class="check">
      <input
        name=${field.name}
        type="checkbox"
        .checked=${live(on)}
        @change=${(event: Event) => turn((event.target as HTMLInputElement).checked)}
      />
      ${field.label}
    </label>
    ${hintOf(field)}`;

function picks({ values, put }: FieldScene, field: FieldSpec & { kind: 'pick' | 'picks' }) {
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
  return html`<fieldset class="field">
    <legend>${field.label}</legend>
    <div class="picks">
      ${field.options.map(({ id, label }) =>
        check({ kind: 'check', name: `${name}.${id}`, label }, chosen.includes(id), (on) =>
          turn(id, on),
        ),
      )}
    </div>
    ${hintOf(field)}
  </fieldset>`;
}
