import { html, nothing } from 'lit';
import type { AnswerChoice } from '#shared/wire/desk-life.ts';
import type { AnswerTicketBody, DeskTicket } from '#shared/wire/desk.ts';
import type { PointerOption } from '#desk/acts/pointer-options.ts';
import type { DeskApi } from '#desk/api/client.ts';
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

/** What an answer points at: where that is an article, the first that the reply links. */
const heldBy = (
  { held }: ReplyOptions,
  needs: AnswerChoice['needs'] | undefined,
  articles: Draft['articles'] = [],
): string => held ?? (needs === 'article' ? articles[0]?.href : undefined) ?? '';

/** What a reply says besides its words and files. */
export function bodyOfReply(ticket: DeskTicket, { options = {}, articles }: Draft) {
  const { response, proposes, kind } = options;
  const needs = ticket.choices.answers.find(({ id }) => id === kind)?.needs;
  const held = heldBy(options, needs, articles).trim();
  const holds = needs && held ? { [needs]: held } : {};
  return {
    response: response ?? ('answer' as const),
    proposes: proposes ?? false,
    ...(articles?.length ? { articles: articles.map(({ id }) => id) } : {}),
    ...(kind ? { answer: { kind, holds } } : {}),
  };
}

/** What is sent of a draft. */
export function bodyOfAnswer(ticket: DeskTicket, draft: Draft, resolve: boolean): AnswerTicketBody {
  const { mode: kind, texts, attachments } = draft;
  return {
    kind,
    text: texts[kind].trim(),
    attachments: attachments.map(({ id }) => id),
    resolve,
    ...(kind === 'reply' ? bodyOfReply(ticket, draft) : {}),
  };
}

/** What an answer of another kind keeps: not what the former one points at. */
const unheld = ({ response, proposes }: ReplyOptions): ReplyOptions => ({
  ...(response ? { response } : {}),
  ...(proposes ? { proposes } : {}),
});

/** Where a reply is written. */
interface ReplyScene {
  readonly words: Words;
  readonly api: DeskApi;
  readonly ticket: DeskTicket;
}

/** What kind of reply it is by the regulation, kind of answer with what it needs, and the question after it. */
export function replyOptions(
  { words, api, ticket }: ReplyScene,
  { options = {}, articles }: Draft,
  put: (options: ReplyOptions) => void,
) {
  const { say } = words;
  const { choices, clock } = ticket;
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
            @change=${(event: Event) => put({ ...unheld(options), kind: chosen(event) })}
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
        ? html`<desk-pointer
            brief
            .words=${words}
            .api=${api}
            .vendor=${ticket.vendor}
            .pointer=${needs}
            .label=${say(`needs.${needs}`)}
            .value=${heldBy(options, needs, articles)}
            @desk-pointed=${({ detail }: CustomEvent<PointerOption>) =>
              put({ ...options, held: detail.value })}
          ></desk-pointer>`
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
