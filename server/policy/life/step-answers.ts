import { hasEnded, owesResponse } from './life-state.ts';
import { isFirstResponse, type ResponseAct } from '#server/policy/decision/stops.ts';
import type { ActOf } from './life-act.ts';
import type { LifeEvent } from './life-event.ts';
import { nextResponseOf } from './next-response.ts';
import { reopeningOf } from './reopening.ts';
import { endingEvents } from './step-endings.ts';
import { events, instant, refuse, type StepContext, type StepResult } from './step.ts';

/** The first response, where this is one by the regulation and one is still to be given. */
export const firstResponse = (
  { policy, state }: StepContext,
  done: ResponseAct,
): readonly LifeEvent[] =>
  owesResponse(state) && isFirstResponse(policy.pack, done)
    ? [{ kind: 'first_responded', params: { by: done } }]
    : [];

/** Whoever starts to look into it says so; a diagnosis that was announced has begun. */
const diagnosis = ({ state }: StepContext, done: ResponseAct): readonly LifeEvent[] =>
  done === 'diagnosis_started' && state.diagnosisStartedAt === null
    ? [{ kind: 'diagnosis_started', params: {} }]
    : [];

/** An agent's words to an ended ticket take it up again. */
const takenUpAgain = ({ state, policy }: StepContext): readonly LifeEvent[] =>
  hasEnded(state)
    ? [{ kind: 'reopened', params: { clause: policy.pack.reopen.clause ?? null } }]
    : [];

/** An agent's words, which may be the first response, propose a solution or be one. */
export function reply(context: StepContext, act: ActOf<'reply'>): StepResult {
  if (act.digest === null) return refuse({ code: 'words.needed' });
  const said: LifeEvent = {
    kind: 'replied',
    params: {
      digest: act.digest,
      answer: act.answer?.kind ?? null,
      proposes: act.proposes && !act.resolves,
      response: act.response,
      ...(act.selfService ? { selfService: true } : {}),
    },
  };
  const known: readonly LifeEvent[] =
    act.problem === undefined ? [] : [{ kind: 'problem_linked', params: { problem: act.problem } }];
  const answered = [
    ...takenUpAgain(context),
    said,
    ...known,
    ...firstResponse(context, act.response),
  ];
  const begun = diagnosis(context, act.response);
  if (!act.resolves) return events(...answered, ...begun);
  const ending = endingEvents(context, act.answer);
  if (!ending.ok) return ending;
  const begins = ending.value.some(({ kind }) => kind === 'diagnosis_started');
  return events(...answered, ...(begins ? [] : begun), ...ending.value);
}

/** A question: from now on it is the requester's turn. */
export function ask(context: StepContext, { digest }: ActOf<'ask'>): StepResult {
  if (digest === null) return refuse({ code: 'words.needed' });
  const said: LifeEvent = { kind: 'asked', params: { digest } };
  return events(...takenUpAgain(context), said, ...firstResponse(context, 'question'));
}

/** Words for the desk alone. */
export const note = (_: StepContext, { digest }: ActOf<'note'>): StepResult =>
  digest === null
    ? refuse({ code: 'words.needed' })
    : events({ kind: 'noted', params: { digest } });

/**
 * A requester's words. To a resolved ticket they reopen it where the regulation lets them; where it
 * does not, they are kept, and the refusal says what to do instead.
 */
export function requesterReply(
  context: StepContext,
  { digest }: ActOf<'requester_reply'>,
): StepResult {
  if (digest === null) return refuse({ code: 'words.needed' });
  const { state } = context;
  const reopening = hasEnded(state) ? reopened(context) : [];
  const target = nextResponseTerm(context);
  return events(...reopening, {
    kind: 'requester_replied',
    params: { digest, ...(hasEnded(state) && reopening.length === 0 ? {} : target) },
  });
}

/** Where they may set the ticket going again. */
function reopened(context: StepContext): readonly LifeEvent[] {
  const found = reopeningOf(context);
  return found?.outcome === 'reopen'
    ? [{ kind: 'reopened', params: { clause: found.clause ?? null } }]
    : [];
}

/**
 * What a request lacked and its requester adds. It counts as their words, and once nothing lacks any
 * more an ended ticket goes on where the regulation asked for no more than that.
 */
export function complete(context: StepContext, { fields, digest }: ActOf<'complete'>): StepResult {
  const lacking = new Set(context.facts.missing.map(({ field }) => field));
  const unasked = fields.filter((field) => !lacking.has(field));
  if (unasked.length > 0) {
    return refuse({ code: 'field.not_missing', fields: unasked.map((id) => `answers.${id}`) });
  }
  const missing = context.facts.missing.filter(({ field }) => !fields.includes(field));
  const whole = { ...context, facts: { ...context.facts, missing } };
  const said = requesterReply(whole, { act: 'requester_reply', digest });
  if (!said.ok) return said;
  const given: LifeEvent = { kind: 'request_completed', params: { fields: fields.join(',') } };
  return events(given, ...said.value);
}

/** Only after a first response: it has a clock of its own, and nothing overrules it (A12). */
function nextResponseTerm({ policy, state, at }: StepContext) {
  const clock = state.clocks.next_response;
  if (state.firstRespondedAt === null || (clock && clock.stoppedAt === null)) return {};
  const suspended = state.status === 'escalated' ? ('with_development' as const) : null;
  const next = nextResponseOf(policy, { askedAt: at, state: suspended });
  if (next.kind !== 'target' || next.ends.kind !== 'ends') return {};
  return { startsAt: instant(at), dueAt: instant(next.ends.at) };
}

/** The ticket is about a problem that is known; nobody is told anything by that. */
export const linkProblem = (_: StepContext, { problem }: ActOf<'link_problem'>): StepResult =>
  events({ kind: 'problem_linked', params: { problem } });
