import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ActChoice, AnswerChoice } from '#shared/wire/desk-life.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { referenceForms } from '#shared/reference-forms.ts';
import { findings } from '#shared/vocabulary.ts';
import type { FormAct, FormField, FormValues } from '#desk/acts/act-forms.ts';
import type { Pointer, PointerOption } from '#desk/acts/pointer-options.ts';
import type { DeskApi } from '#desk/api/client.ts';
import type { FieldErrors } from '#desk/sections/field-errors.ts';
import { errorIdOf, invalidOf, wrongLine } from '#desk/elements/control-errors.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';
import { weekdayMoment } from '#desk/text/moments.ts';
import type { Words } from '#desk/text/words.ts';

/** One form while somebody fills it in. */
export interface FormScene {
  readonly words: Words;
  readonly api: DeskApi;
  readonly ticket: DeskTicket;
  readonly act: FormAct;
  readonly values: FormValues;
  /** What is wrong with which field. */
  readonly errors: FieldErrors;
  readonly put: (field: FormField, value: string) => void;
}

/** One field of a form; nothing where the regulation leaves nothing to choose. */
export function formField(scene: FormScene, field: FormField): TemplateResult | typeof nothing {
  const { words, ticket, act, values } = scene;
  const { say } = words;
  const { choices } = ticket;
  switch (field) {
    case 'reason': {
      const ofAct = choices.reasons.filter(({ action }) => action === act);
      return picker(scene, field, ofAct, true);
    }
    case 'cause': {
      const refers = act === 'refer';
      const causes = choices.causes.filter(({ liable }) => !refers || !liable);
      return causes.length > 0 ? picker(scene, field, causes, refers) : nothing;
    }
    case 'target':
      return choices.targets.length > 0 ? picker(scene, field, choices.targets, true) : nothing;
    case 'answer': {
      const { answers, requiredAnswers } = choices;
      const asked = answers.filter(({ id }) => requiredAnswers.includes(id));
      const shown = asked.length > 0 ? asked : answers;
      return shown.length > 0 ? picker(scene, field, shown, asked.length > 0) : nothing;
    }
    case 'held': {
      const needs = choices.answers.find(({ id }) => id === values.answer)?.needs;
      return needs ? held(scene, needs) : nothing;
    }
    case 'finding':
      return picker(
        scene,
        field,
        named(findings, (id) => say(`finding.${id}`)),
        true,
      );
    case 'outcome':
      return picker(
        scene,
        field,
        named(['done', 'noted'], (id) => say(`outcome.${id}`)),
        true,
      );
    case 'solved':
      return picker(
        scene,
        field,
        named(['yes', 'no'], (id) => say(`answer.${id}`)),
        false,
      );
    case 'score':
      return picker(scene, field, named(['1', '2', '3', '4', '5'], String), false);
    case 'eta':
      return ticket.watch ? nothing : moment(scene);
    case 'on':
      return line(scene, field, say('field.on'), true, 'date');
    case 'version':
      return pointer(scene, field, {
        points: act === 'ship_release' ? 'any_version' : 'coming',
        label: say('field.version'),
        required: act === 'ship_release',
      });
    case 'ref':
      return line(scene, field, say('field.ref'), false, 'text', 'ref');
    case 'other':
      return line(scene, field, say('field.other'), true);
    case 'why':
      return text(scene, field, 2, true);
    case 'complaint':
      return text(scene, field, 4, false);
    case 'words':
      return ticket.watch
        ? nothing
        : text(scene, field, 4, act !== 'resolve' || !ticket.clock.metAt);
  }
}

type Named = Pick<ActChoice, 'id' | 'label'> & { readonly clause?: string };

const named = <Id extends string>(ids: readonly Id[], label: (id: Id) => string): Named[] =>
  ids.map((id) => ({ id, label: label(id) }));

/** A list of the regulation; the clause of what was picked stands under it. */
function picker(scene: FormScene, field: FormField, options: readonly Named[], required: boolean) {
  const { words, ticket, values, errors, put } = scene;
  const { say } = words;
  const clause = options.find(({ id }) => id === values[field])?.clause;
  return html`<label class="field">
      <span>${say(`field.${field as 'reason'}`)}</span>
      <select
        name=${field}
        aria-invalid=${invalidOf(errors, field)}
        aria-describedby=${errorIdOf(errors, field)}
        ?required=${required}
        .value=${live(values[field] ?? '')}
        @change=${(event: Event) => put(field, (event.target as HTMLSelectElement).value)}
      >
        <option value="">${say(required ? 'field.choose' : 'field.none')}</option>
        ${options.map(
          ({ id, label }) =>
            html`<option value=${id} ?selected=${values[field] === id}>${label}</option>`,
        )}
      </select>
    </label>
    ${wrongLine(errors, field)}
    ${clause ? html`<p class="hint">${ticket.clauses[clause]?.text ?? ''} — ${clauseLink(words, ticket, clause)}</p>` : nothing}`;
}

function line(
  { words, values, errors, put }: FormScene,
  field: FormField,
  label: string,
  required: boolean,
  type: 'text' | 'date' = 'text',
  form?: keyof typeof referenceForms,
) {
  return html`<label class="field">
      <span>${label}${required ? nothing : html` <i>${words.say('field.optional')}</i>`}</span>
      <input
        name=${field}
        aria-invalid=${invalidOf(errors, field)}
        aria-describedby=${errorIdOf(errors, field)}
        type=${type}
        maxlength="300"
        pattern=${form === undefined ? nothing : referenceForms[form]}
        ?required=${required}
        .value=${live(values[field] ?? '')}
        @input=${(event: Event) => put(field, (event.target as HTMLInputElement).value)}
      /> </label
    >${wrongLine(errors, field)}`;
}

/** What the picked kind of answer points at. */
const held = (scene: FormScene, needs: NonNullable<AnswerChoice['needs']>) =>
  pointer(scene, 'held', {
    points: needs,
    label: scene.words.say(`needs.${needs}`),
    required: true,
  });

/** Chosen from what the vendor keeps; the day of a version comes with it. */
const pointer = (
  { words, api, ticket, values, errors, put }: FormScene,
  field: 'held' | 'version',
  {
    points,
    label,
    required,
  }: { readonly points: Pointer; readonly label: string; readonly required: boolean },
) =>
  html`<desk-pointer
    .words=${words}
    .api=${api}
    .vendor=${ticket.vendor}
    .pointer=${points}
    .label=${label}
    .value=${values[field] ?? ''}
    .required=${required}
    .name=${field}
    .errors=${errors}
    @desk-pointed=${({ detail }: CustomEvent<PointerOption>) => {
      put(field, detail.value);
      if (detail.on) put('on', detail.on);
    }}
  ></desk-pointer>`;

function text(
  { words, values, errors, put }: FormScene,
  field: 'why' | 'words' | 'complaint',
  rows: number,
  required: boolean,
) {
  return html`<label class="field ${field}">
      <span
        >${words.say(`field.${field}`)}${
          required ? nothing : html` <i>${words.say('field.optional')}</i>`
        }</span
      >
      <textarea
        name=${field}
        aria-invalid=${invalidOf(errors, field)}
        aria-describedby=${errorIdOf(errors, field)}
        rows=${rows}
        maxlength=${field === 'why' ? 2000 : nothing}
        ?required=${required}
        .value=${live(values[field] ?? '')}
        @input=${(event: Event) => put(field, (event.target as HTMLTextAreaElement).value)}
      ></textarea></label
    >${wrongLine(errors, field)}`;
}

/** Picked in the agent's own time; the vendor's stands under it. */
function moment({ words, ticket, values, errors, put }: FormScene) {
  const { id, label } = ticket.timezone;
  const at = values.eta ? Date.parse(values.eta) : Number.NaN;
  return html`<label class="field">
      <span>${words.say('field.eta')}</span>
      <input
        name="eta"
        aria-invalid=${invalidOf(errors, 'eta')}
        aria-describedby=${errorIdOf(errors, 'eta')}
        type="datetime-local"
        required
        .value=${live(values.eta ?? '')}
        @input=${(event: Event) => put('eta', (event.target as HTMLInputElement).value)}
      />
    </label>
    ${wrongLine(errors, 'eta')}
    ${
      Number.isNaN(at)
        ? nothing
        : html`<p class="hint figures">
            ${weekdayMoment(words.locale, id, at, Date.parse(ticket.now))}, ${label}
          </p>`
    }`;
}
