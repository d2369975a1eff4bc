import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { OverageChoice } from '#shared/vocabulary.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { participantPurposes } from '#shared/people.ts';
import { dateAndTime } from '#shared/time.ts';
import type { PointerOption } from '#desk/acts/pointer-options.ts';
import type { DeskApi } from '#desk/api/client.ts';
import type { Beside } from '#desk/beside/beside.ts';
import type { SideAct, SideField, SideValues } from '#desk/beside/side-forms.ts';
import { scopeName } from '#desk/context/access-section.ts';
import { errorIdOf, invalidOf, wrongLine } from '#desk/elements/control-errors.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';
import type { FieldErrors } from '#desk/sections/field-errors.ts';
import { zonesOf } from '#desk/text/zones.ts';
import type { Words } from '#desk/text/words.ts';

/** One form beside a ticket while somebody fills it in. */
export interface SideScene {
  readonly words: Words;
  readonly api: DeskApi;
  readonly ticket: DeskTicket;
  readonly beside: Beside;
  readonly readerZone: string;
  readonly act: SideAct;
  readonly values: SideValues;
  /** What is wrong with which field. */
  readonly errors: FieldErrors;
  /** What an agent has to choose from, where the hours do not suffice. */
  readonly choices: readonly OverageChoice[];
  readonly put: (field: SideField, value: string) => void;
}

type Field = TemplateResult | typeof nothing;

/** One field of a form; nothing where there is nothing to choose. */
export function sideField(scene: SideScene, field: SideField): Field {
  const { words, beside, values } = scene;
  const { say } = words;
  switch (field) {
    case 'minutes':
      return input(scene, field, { type: 'number', min: '1', max: '1440', inputmode: 'numeric' });
    case 'days': {
      const most = scene.act === 'ask_access' ? beside.access.longestDays : 90;
      const optional = scene.act === 'ask_access';
      const hint = say('side.longest', { count: most });
      return input(scene, field, { type: 'number', min: '1', max: String(most), optional, hint });
    }
    case 'workedAt':
      return input(scene, field, { type: 'datetime-local', optional: say('side.field.now') });
    case 'at':
      return input(scene, field, { type: 'datetime-local', hint: inZones(scene, values.at) });
    case 'url':
      return input(scene, field, { type: 'url', pattern: 'https://.+', placeholder: 'https://' });
    case 'email':
      return input(scene, field, { type: 'email', optional: true });
    case 'price':
      return input(scene, field, { type: 'number', min: '0', step: '0.01', inputmode: 'decimal' });
    case 'currency':
      return input(scene, field, { type: 'text', pattern: '[A-Za-z]{3}', maxlength: '3' });
    case 'name':
    case 'help':
    case 'by':
      return input(scene, field, { type: 'text', maxlength: field === 'help' ? '500' : '200' });
    case 'work':
      return area(scene, field);
    case 'ownError':
      return check(scene, field);
    case 'item': {
      const options = beside.time.work.items.map(({ id, text }) => ({
        id,
        label: text[words.locale],
      }));
      return options.length > 0 ? picker(scene, field, options, say('side.field.noItem')) : nothing;
    }
    case 'exclusive':
      return beside.time.work.exclusive ? check(scene, field) : nothing;
    case 'order': {
      const accepted = beside.orders.filter(({ state }) => state === 'accepted');
      const options = accepted.map(({ id, scope }) => ({ id, label: scope }));
      return options.length > 0 ? picker(scene, field, options, say('field.none')) : nothing;
    }
    case 'choice': {
      const own = scene.choices.filter((choice) => choice !== 'order');
      const options = own.map((id) => ({ id, label: say(`choice.${id}`) }));
      return options.length > 0 && !values.order ? picker(scene, field, options) : nothing;
    }
    case 'scope':
      return picker(
        scene,
        field,
        beside.access.scopes.map((one) => ({ id: one.scope, label: scopeName(words, one) })),
      );
    case 'agent': {
      const inside = new Set(beside.people.participants.map(({ agent }) => agent.id));
      const free = beside.colleagues.filter(({ id }) => !inside.has(id));
      const options = free.map(({ id, name, role }) => ({
        id,
        label: `${name}, ${say(`role.${role}`)}`,
      }));
      return picker(scene, field, options);
    }
    case 'problem':
      return html`<desk-pointer
        .words=${words}
        .api=${scene.api}
        .vendor=${scene.ticket.vendor}
        .pointer=${'problem'}
        .label=${say('side.field.problem')}
        .value=${values.problem ?? ''}
        .required=${true}
        .name=${'problem'}
        .errors=${scene.errors}
        @desk-pointed=${({ detail }: CustomEvent<PointerOption>) =>
          scene.put('problem', detail.value)}
      ></desk-pointer>`;
    case 'purpose': {
      const options = participantPurposes.map((id) => ({ id, label: say(`purpose.${id}`) }));
      return html`${picker(scene, field, options)}${adviceHint(scene)}`;
    }
  }
}

interface InputLook {
  readonly type: string;
  readonly min?: string;
  readonly max?: string;
  readonly step?: string;
  readonly pattern?: string;
  readonly maxlength?: string;
  readonly inputmode?: string;
  readonly placeholder?: string;
  /** May be left empty; where words are given, what that means. */
  readonly optional?: boolean | string;
  readonly hint?: string;
}

function input(
  { words, values, errors, put }: SideScene,
  field: SideField,
  look: InputLook,
): Field {
  const { optional = false, hint } = look;
  const said = typeof optional === 'string' ? optional : words.say('field.optional');
  return html`<label class="field">
      <span>${words.say(`side.field.${field}`)}${optional ? html` <i>${said}</i>` : nothing}</span>
      <input
        name=${field}
        aria-invalid=${invalidOf(errors, field)}
        aria-describedby=${errorIdOf(errors, field)}
        type=${look.type}
        min=${look.min ?? nothing}
        max=${look.max ?? nothing}
        step=${look.step ?? nothing}
        pattern=${look.pattern ?? nothing}
        maxlength=${look.maxlength ?? nothing}
        inputmode=${look.inputmode ?? nothing}
        placeholder=${look.placeholder ?? nothing}
        ?required=${!optional}
        .value=${live(values[field] ?? '')}
        @input=${(event: Event) => put(field, (event.target as HTMLInputElement).value)}
      />
    </label>
    ${wrongLine(errors, field)}${hint ? html`<p class="hint figures">${hint}</p>` : nothing}`;
}

function area({ words, values, errors, put }: SideScene, field: SideField): Field {
  return html`<label class="field">
      <span>${words.say(`side.field.${field}`)}</span>
      <textarea
        name=${field}
        aria-invalid=${invalidOf(errors, field)}
        aria-describedby=${errorIdOf(errors, field)}
        rows="3"
        maxlength="10000"
        required
        .value=${live(values[field] ?? '')}
        @input=${(event: Event) => put(field, (event.target as HTMLTextAreaElement).value)}
      ></textarea></label
    >${wrongLine(errors, field)}`;
}

function check({ words, values, put }: SideScene, field: SideField): Field {
  return html`<label class="check">
    <input
      name=${field}
      type="checkbox"
      .checked=${live(Boolean(values[field]))}
      @change=${(event: Event) => put(field, (event.target as HTMLInputElement).checked ? 'yes' : '')}
    />
    ${words.say(`side.field.${field}`)}
  </label>`;
}

interface Option {
  readonly id: string;
  readonly label: string;
}

/** @param none what the empty choice means; without it one has to be chosen */
function picker(
  { words, values, errors, put }: SideScene,
  field: SideField,
  options: readonly Option[],
  none?: string,
): Field {
  const { say } = words;
  return html`<label class="field">
      <span>${say(`side.field.${field}`)}</span>
      <select
        name=${field}
        aria-invalid=${invalidOf(errors, field)}
        aria-describedby=${errorIdOf(errors, field)}
        ?required=${none === undefined}
        .value=${live(values[field] ?? '')}
        @change=${(event: Event) => put(field, (event.target as HTMLSelectElement).value)}
      >
        <option value="">${none ?? say('field.choose')}</option>
        ${options.map(
          ({ id, label }) =>
            html`<option value=${id} ?selected=${values[field] === id}>${label}</option>`,
        )}
      </select> </label
    >${wrongLine(errors, field)}`;
}

/** The picked moment as the vendor and the requester will see it. */
function inZones({ words, ticket, readerZone }: SideScene, picked: string | undefined) {
  const at = Date.parse(picked ?? '');
  if (Number.isNaN(at)) return '';
  const zones = { requesterZone: ticket.requester.timezone, readerZone };
  const { id } = ticket.timezone;
  return `${dateAndTime(words.locale, id, at)}. ${zonesOf(words, ticket, zones, at)}`;
}

/** On what terms a developer may advise this requester. */
function adviceHint({ words, ticket, beside, values }: SideScene): Field {
  const { outcome, clause } = beside.people.advice;
  if (values.purpose !== 'advice' || outcome === 'unstated') return nothing;
  return html`<p class="hint">
    ${words.say(`advice.${outcome}`)}${clause ? html` — ${clauseLink(words, ticket, clause)}` : nothing}
  </p>`;
}
