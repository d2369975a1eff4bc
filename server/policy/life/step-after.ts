import { appealOf } from './appeal.ts';
import { followUpStep } from './follow-up.ts';
import type { ActOf } from './life-act.ts';
import type { LifeEvent } from './life-event.ts';
import { reopeningOf } from './reopening.ts';
import { events, instant, refuse, type StepContext, type StepResult } from './step.ts';

/** An ended ticket goes on, where the regulation lets it; an agent may always. */
export function reopen(context: StepContext): StepResult {
  const { policy, by } = context;
  const found = reopeningOf(context);
  if (!found) return refuse({ code: 'act.not_allowed' });
  const clause = by === 'requester' ? found.clause : policy.pack.reopen.clause;
  const again: LifeEvent = { kind: 'reopened', params: { clause: clause ?? null } };
  if (by !== 'requester') return events(again);
  const because = found.clause === undefined ? {} : { clause: found.clause };
  switch (found.outcome) {
    case 'reopen':
      return events(again);
    case 'complete_first':
      return refuse({
        code: 'reopen.complete_first',
        fields: found.missing.map(({ field }) => `answers.${field}`),
        ...because,
      });
    case 'new_linked_ticket':
      return refuse({ code: 'reopen.new_ticket', ...because });
    case 'refuse':
      return refuse({ code: 'reopen.too_late', ...because });
  }
}

/**
 * What the requester says of the solution; a “no” opens the same ticket again. Once a resolution. Who was
 * asked before a merge is heard after it as well, and nothing else comes of it: the matter goes on in
 * the other ticket.
 */
export function answerFollowUp(
  context: StepContext,
  { solved, score, digest }: ActOf<'answer_follow_up'>,
): StepResult {
  const { policy, by } = context;
  const { mergedInto, beforeMerge: state = context.state } = context.state;
  if (mergedInto !== null && by !== 'requester') return refuse({ code: 'follow_up.closed' });
  const saidBefore = by === 'requester' && state.followUpAnswered === true;
  if (state.followUp === null || state.followUp === 'done' || saidBefore) {
    return refuse({ code: 'follow_up.closed' });
  }
  const said: LifeEvent = { kind: 'follow_up_answered', params: { solved, score, digest } };
  if (mergedInto !== null) return events(said);
  const step = followUpStep(policy.pack, {
    ...(solved === null ? {} : { solved }),
    ...(score === null ? {} : { score }),
  });
  if (step?.act === 'reopen')
    return events(said, { kind: 'reopened', params: { clause: step.clause } });
  if (step?.act === 'agent_contacts' && by === 'requester') {
    return events(said, { kind: 'follow_up_called', params: { clause: step.clause } });
  }
  return events(said);
}

/** A person has got in touch. */
export const finishFollowUp = ({ state }: StepContext): StepResult =>
  state.followUp === null || state.followUp === 'done'
    ? refuse({ code: 'follow_up.closed' })
    : events({ kind: 'follow_up_done', params: {} });

/**
 * A complaint about how a ticket went; always open, whatever became of it. What is said besides while it
 * waits to be heard has the term of what was said first.
 */
export function appeal(
  { policy, state, at }: StepContext,
  { digest }: ActOf<'appeal'>,
): StepResult {
  const found = appealOf(policy, at);
  if (!found) return refuse({ code: 'appeal.not_provided' });
  const { clause } = found;
  if (state.appealedTo !== null) {
    const { appealedTo: to, clocks } = state;
    const due = clocks.appeal?.dueAt ?? null;
    const dueAt = due === null ? null : instant(due);
    return digest === null
      ? events()
      : events({ kind: 'appealed', params: { to, dueAt, clause, digest } });
  }
  const { appeal: rule } = policy.pack;
  return events({
    kind: 'appealed',
    params: {
      to: found.to?.id ?? rule?.to ?? '',
      dueAt: found.due.kind === 'ends' ? instant(found.due.at) : null,
      clause,
      digest,
    },
  });
}

/** The role that an appeal went to has heard it, and says what comes of it. */
export const hearAppeal = ({ state }: StepContext, { digest }: ActOf<'hear_appeal'>): StepResult =>
  state.appealedTo === null
    ? refuse({ code: 'act.not_allowed' })
    : digest === null
      ? refuse({ code: 'words.needed' })
      : events({ kind: 'appeal_heard', params: { digest } });
