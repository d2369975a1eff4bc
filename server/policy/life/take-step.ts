import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { moversOf } from './closers.ts';
import { evolve } from './evolve.ts';
import type { ActKind, ActOf, LifeAct } from './life-act.ts';
import type { LifeEvent } from './life-event.ts';
import type { LifeState } from './life-state.ts';
import { answerFollowUp, appeal, finishFollowUp, hearAppeal, reopen } from './step-after.ts';
import { ask, complete, linkProblem, note, reply, requesterReply } from './step-answers.ts';
import { assign, diagnose, setSeverity, startDiagnosis, takeUp } from './step-diagnosis.ts';
import { speaksToNobody } from './nobody-reads.ts';
import { overdueEvents } from './step-due.ts';
import * as endings from './step-endings.ts';
import { absorb, link, merge, separate, unmerge } from './step-merge.ts';
import { escalate, inform, planRelease, shipRelease, takeBack } from './step-escalation.ts';
import { events, type StepContext, type StepResult } from './step.ts';
import { transitions } from './transitions.ts';

/** What an act comes to: what happened, and the ticket after it. */
export interface Step {
  readonly events: readonly LifeEvent[];
  readonly state: LifeState;
}

type StepOf<Kind extends ActKind> = (context: StepContext, act: ActOf<Kind>) => StepResult;

const steps: { readonly [Kind in ActKind]: StepOf<Kind> } = {
  reply,
  ask,
  note,
  requester_reply: requesterReply,
  complete,
  confirm_arrival: (_, { terms }) => events({ kind: 'channel_confirmed', params: terms }),
  start_diagnosis: startDiagnosis,
  diagnose,
  set_severity: setSeverity,
  take_up: takeUp,
  assign,
  escalate,
  inform,
  return: takeBack,
  plan_release: planRelease,
  ship_release: shipRelease,
  defer: endings.defer,
  refuse: endings.refuseRequest,
  refer: endings.refer,
  hand_over: endings.handOver,
  decline: endings.decline,
  settle: endings.settle,
  resolve: endings.resolve,
  close_silent: endings.closeSilent,
  withdraw: endings.withdraw,
  mark_spam: endings.markSpam,
  reopen,
  answer_follow_up: answerFollowUp,
  finish_follow_up: finishFollowUp,
  appeal,
  hear_appeal: hearAppeal,
  merge,
  absorb,
  unmerge,
  separate,
  link,
  link_problem: linkProblem,
};

/** What can be done with a ticket that goes on in another one. */
const whileMerged: readonly ActKind[] = [
  'note',
  'answer_follow_up',
  'hear_appeal',
  'unmerge',
  'link',
];

/**
 * One act on one ticket: what its subject says, then the drawing. Reads no clock and no database.
 *
 * Fails with a code of the act's subject, with `act.not_yours`, with `ticket.nobody_reads`, with `ticket.merged` where it has to be
 * done with the ticket of id `into`, or with `act.not_allowed` where the ticket does not stand where
 * the drawing lets it.
 */
export function takeStep(context: StepContext, act: LifeAct): Result<Step, Problem> {
  const { mergedInto } = context.state;
  if (mergedInto !== null && !whileMerged.includes(act.act)) {
    return fail({ code: 'ticket.merged', params: { into: mergedInto } });
  }
  if (speaksToNobody(context, act)) return fail({ code: 'ticket.nobody_reads' });
  const step = steps[act.act] as StepOf<typeof act.act>;
  const found = step(context, act as never);
  return found.ok ? follow(context, found.value) : found;
}

/**
 * Follows events along the arrows of the drawing. Promises that have passed before one are told before
 * it, unless it is what a clock tells of itself.
 */
export function follow(
  { state: from, by, at }: Pick<StepContext, 'state' | 'by' | 'at'>,
  happened: readonly LifeEvent[],
): Result<Step, Problem> {
  const told: LifeEvent[] = [];
  let state = from;
  const tell = (event: LifeEvent) => {
    state = evolve(state, event, at);
    told.push(event);
  };
  for (const event of happened) {
    const arrow = transitions[event.kind];
    if (!moversOf(event).includes(by)) return fail({ code: 'act.not_yours' });
    if (!arrow.from.includes(state.status)) {
      return fail({
        code: state.status === 'awaiting_channel' ? 'ticket.awaiting_channel' : 'act.not_allowed',
        params: { status: state.status },
      });
    }
    if (!event.kind.startsWith('due_')) overdueEvents(state, at).forEach(tell);
    tell(event);
  }
  return succeed({ events: told, state });
}
