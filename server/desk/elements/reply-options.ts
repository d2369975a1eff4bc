import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Draft } from '#desk/drafts.ts';
import type { Words } from '#desk/text/words.ts';

/** Lesser replies that an agent may pick; a question has a mode of its own. */
export const responses = [
  'receipt_confirmed',
  'registered_and_started',
  'diagnosis_started',
  'consultation',
  'known_solution',
] as const;
export type ReplyResponse = (typeof responses)[number] | 'answer';

/** What a reply says of itself besides its words. */
export interface ReplyOptions {
  readonly response?: ReplyResponse;
  /** The requester is asked whether it helped. */
  readonly proposes?: boolean;
  /** A kind of answer of the regulation and what it points at. */
  readonly kind?: string;
  readonly held?: string;
}

/** The part of a message that these options make. */
export function bodyOfOptions(
  ticket: DeskTicket,
  { response, proposes, kind, held }: ReplyOptions,
) {
  const needs = ticket.choices.answers.find(({ id }) => id === kind)?.needs;
  const holds = needs && held?.trim() ? { [needs]: held.trim() } : {};
  return {
    response: response ?? ('answer' as const),
    proposes: proposes ?? false,
    ...(kind ? { answer: { kind, holds } } : {}),
  };
}

/** What kind of reply it is by the regulation, kind of answer with what it needs, and the question after it. */
export function replyOptions(
  { say }: Words,
  { choices, clock }: DeskTicket,
  { options = {} }: Draft,
  put: (options: ReplyOptions) => void,
) {
  const offered = responses.filter((one) => choices.responses.includes(one));
  const needs = choices.answers.find(({ id }) => id === options.kind)?.needs;
  const chosen = (event: Event) => (event.target as HTMLSelectElement).value;
  return html`<div class="options">
    ${
      clock.metAt || offered.length === 0
        ? nothing
        : html`<select
            class="pill"
            aria-label=${say('reply.kind')}
            @change=${(event: Event) =>
              put({ ...options, response: chosen(event) as ReplyResponse })}
          >
            ${(['answer', ...offered] as const).map(
              (one) =>
                html`<option value=${one} ?selected=${one === (options.response ?? 'answer')}>
                  ${say('reply.kind')}: ${say(`reply.${one}`)}
                </option>`,
            )}
          </select>`
    }
    ${
      choices.answers.length === 0
        ? nothing
        : html`<select
            class="pill"
            aria-label=${say('field.answer')}
            @change=${(event: Event) => put({ ...options, kind: chosen(event) })}
          >
            <option value="">${say('field.answer')}</option>
            ${choices.answers.map(
              ({ id, label }) =>
                html`<option value=${id} ?selected=${id === options.kind}>${label}</option>`,
            )}
          </select>`
    }
    ${
      needs
        ? html`<input
            class="held"
            type=${needs === 'date' ? 'date' : 'text'}
            maxlength="2000"
            aria-label=${say(`needs.${needs}`)}
            placeholder=${say(`needs.${needs}`)}
            .value=${options.held ?? ''}
            @input=${(event: Event) => put({ ...options, held: chosen(event) })}
          />`
        : nothing
    }
    <label class="proposes">
      <input
        type="checkbox"
        .checked=${options.proposes ?? false}
        @change=${(event: Event) =>
          put({ ...options, proposes: (event.target as HTMLInputElement).checked })}
      />${say('reply.proposes')}
    </label>
  </div>`;
}
