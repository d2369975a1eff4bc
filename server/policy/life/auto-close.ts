import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';
import { type TermEnd, type TermReading, termEnd } from './term-end.ts';

type CloseRule = NonNullable<PolicyPack['autoClose']>;
/** What a requester was asked and did not answer. */
export type CloseReason = CloseRule['reasons'][number]['id'];

/** A ticket that waits for its requester. Instants in epoch milliseconds. */
export interface Silence {
  readonly waitingFor: CloseReason;
  readonly lastAgentMessageAt: number;
  /** Null where the requester has written nothing. */
  readonly lastRequesterMessageAt: number | null;
  /** Null until the reminder has gone out. */
  readonly remindedAt: number | null;
}

/** What silence leads to at an instant. */
export type AutoClose =
  /** The regulation closes nothing for silence, or not this kind of it (D4). */
  | { readonly state: 'never'; readonly why: 'no_rule' | 'other_reason' | 'answered' }
  /** Nobody can say when: no hours, or no calendar that is trusted. */
  | { readonly state: 'unstated'; readonly end: Extract<TermEnd, { kind: 'unstated' }> }
  | { readonly state: 'waiting'; readonly remindAt: number | null; readonly eligibleAt: number }
  /** The reminder is due; nothing is closed before it has gone out. */
  | { readonly state: 'remind'; readonly eligibleAt: number }
  | {
      readonly state: 'eligible';
      /** D1: put before an agent, or done by itself. */
      readonly mode: CloseRule['mode'];
      readonly reason: CloseReason;
      readonly outcome: CloseRule['outcome']['id'];
      readonly clause: string;
    };

/**
 * Whether a ticket may be closed because its requester stays silent (A8). The term runs against the
 * requester, so it is read late: with `endOfDay` nothing happens before the last working day it
 * counts has closed. An answer ends it.
 */
export function autoCloseOf(policy: Policy, silence: Silence, now: number): AutoClose {
  const rule = policy.pack.autoClose;
  if (!rule) return { state: 'never', why: 'no_rule' };
  const reason = rule.reasons.find(({ id }) => id === silence.waitingFor);
  if (!reason) return { state: 'never', why: 'other_reason' };
  const from = silence.lastAgentMessageAt;
  if ((silence.lastRequesterMessageAt ?? -Infinity) > from) {
    return { state: 'never', why: 'answered' };
  }

  const end = closingTerm(policy, rule, silence);
  if (end.kind === 'unstated') return { state: 'unstated', end };
  const remindAt = silence.remindedAt === null ? reminderAt(policy, rule, from) : null;
  if (remindAt !== null && now >= remindAt) return { state: 'remind', eligibleAt: end.at };
  if (now < end.at || remindAt !== null) return { state: 'waiting', remindAt, eligibleAt: end.at };
  return {
    state: 'eligible',
    mode: rule.mode,
    reason: reason.id,
    outcome: rule.outcome.id,
    clause: reason.clause,
  };
}

/**
 * Where the requester's time ends. A reminder that came late leaves them as long as one that came in
 * time would have.
 */
function closingTerm(policy: Policy, rule: CloseRule, silence: Silence): TermEnd {
  const { lastAgentMessageAt: from, remindedAt } = silence;
  const end = termEnd(policy, from, rule.after, rule.reading);
  const planned = reminderAt(policy, rule, from);
  if (end.kind === 'unstated' || planned === null || remindedAt === null || remindedAt <= planned) {
    return end;
  }
  const { desk } = policy;
  if (!desk) return end;
  const left = desk.schedule.between(planned, end.at);
  const grace = desk.schedule.add(remindedAt, left).earliest;
  return { ...end, at: Math.max(end.at, grace) };
}

/** The reminder comes in working time, a whole term after the question. */
const reminderReading: TermReading = 'sameClockRoll';

function reminderAt(policy: Policy, { reminderAt: after }: CloseRule, from: number): number | null {
  const end = termEnd(policy, from, after, reminderReading);
  return end.kind === 'ends' ? end.at : null;
}

/** What an answer does that comes after the closing; null where the regulation closes nothing. */
export const laterReply = ({
  autoClose,
}: PolicyPack): { readonly act: CloseRule['laterReply']; readonly clause: string } | null =>
  autoClose && { act: autoClose.laterReply, clause: autoClose.clause };
