import type { ClockKind } from '#shared/vocabulary.ts';
import type { Policy } from '#server/policy/packs.ts';
import { dayMs } from '#server/policy/time/local-date.ts';
import type { ClockState, LifeState } from './life-state.ts';
import { silenceOf } from './step-endings.ts';
import { termEnd } from './term-end.ts';

/** What wakes a ticket by itself. */
export const ticketTimerKinds = [
  'first_response.warn',
  'first_response.due',
  'diagnosis.due',
  'next_response.due',
  'next_update.due',
  'critical_ack.due',
  'critical_ack.call',
  'appeal.due',
  'silence.remind',
  'silence.close',
  'follow_up.send',
  'follow_up.call',
] as const;
export type TicketTimerKind = (typeof ticketTimerKinds)[number];

/** Something that happens at an instant, unless the ticket changes before. Epoch milliseconds. */
export interface Deadline {
  readonly kind: TicketTimerKind;
  readonly fireAt: number;
}

/**
 * Everything that runs for a ticket, at most one of a kind. Follows from the ticket's state and the
 * policy of its edition alone: the armed timers are these and no others.
 */
export const deadlinesOf = (policy: Policy, state: LifeState): Deadline[] => [
  ...clockDeadlines(state),
  ...callDeadlines(state),
  ...silenceDeadlines(policy, state),
  ...followUpDeadlines(policy, state),
];

/** These stand in the ticket; the instants of all others are counted anew by the calendar of the day. */
const standsInTicket = (kind: TicketTimerKind): boolean =>
  kind.endsWith('.due') || kind === 'first_response.warn' || kind === 'critical_ack.call';

/**
 * Whether what is armed for a ticket is still what runs for it: nothing came, moved or went but the one
 * deadline that the step answers, which its claim has marked.
 */
export function runsAsBefore(
  policy: Policy,
  before: LifeState,
  after: LifeState,
  came?: TicketTimerKind,
): boolean {
  const runs = deadlinesOf(policy, after);
  const armed = deadlinesOf(policy, before).filter(({ kind }) => kind !== came);
  return (
    runs.length === armed.length &&
    runs.every(
      ({ kind, fireAt }, place) =>
        standsInTicket(kind) && kind === armed[place]?.kind && fireAt === armed[place].fireAt,
    )
  );
}

const dueKinds = {
  first_response: 'first_response.due',
  diagnosis: 'diagnosis.due',
  next_response: 'next_response.due',
  next_update: 'next_update.due',
  critical_ack: 'critical_ack.due',
  appeal: 'appeal.due',
} as const satisfies Record<ClockKind, TicketTimerKind>;

const clockKinds = Object.keys(dueKinds) as ClockKind[];

/** What clocks run to. */
export function clockDeadlines(state: LifeState): Deadline[] {
  const found: Deadline[] = [];
  for (const kind of clockKinds) {
    if (!state.clocks[kind]) continue;
    const running = promisesOf(state, kind).filter(
      ({ stoppedAt, dueAt, breachedAt }) =>
        stoppedAt === null && dueAt !== null && breachedAt === null,
    );
    const warnings = running.flatMap(({ warnAt, warnedAt }) =>
      kind === 'first_response' && warnAt !== null && warnedAt === null ? [warnAt] : [],
    );
    const dues = running.flatMap(({ dueAt, brokenFrom = dueAt }) => brokenFrom ?? []);
    found.push(...earliest('first_response.warn', warnings), ...earliest(dueKinds[kind], dues));
  }
  return found;
}

/** Requests that share the clock of the first response were each promised one, whichever of them is shown. */
const promisesOf = ({ clocks, receipts }: LifeState, kind: ClockKind): readonly ClockState[] =>
  kind === 'first_response' && receipts
    ? receipts.flatMap(({ response }) => response ?? [])
    : [clocks[kind] ?? []].flat();

const earliest = (kind: TicketTimerKind, instants: readonly number[]): Deadline[] =>
  instants.length > 0 ? [{ kind, fireAt: Math.min(...instants) }] : [];

function callDeadlines({ clocks, onCall }: LifeState): Deadline[] {
  const runs = clocks.critical_ack?.stoppedAt === null;
  return runs && onCall && onCall.nextCallAt !== null
    ? [{ kind: 'critical_ack.call', fireAt: onCall.nextCallAt }]
    : [];
}

function silenceDeadlines(policy: Policy, state: LifeState): Deadline[] {
  const { waiting } = state;
  if (!waiting || state.status !== 'waiting_requester') return [];
  const { reminders } = policy.pack;
  const silence = silenceOf({ policy, state, at: waiting.since });
  if (silence?.state === 'waiting') {
    const { remindAt, eligibleAt } = silence;
    return remindAt === null
      ? [{ kind: 'silence.close', fireAt: eligibleAt }]
      : [{ kind: 'silence.remind', fireAt: remindAt }];
  }
  if (!reminders || waiting.reminders >= reminders.most) return [];
  const fireAt = (waiting.remindedAt ?? waiting.since) + reminders.everyDays * dayMs;
  return [{ kind: 'silence.remind', fireAt }];
}

function followUpDeadlines(policy: Policy, { followUp, ending }: LifeState): Deadline[] {
  const rule = policy.pack.followUp;
  if (!rule || !ending) return [];
  const sent = sendAt(policy, ending.at);
  if (followUp === 'due') {
    return rule.by === 'agent'
      ? callDeadline(policy, ending.at)
      : [{ kind: 'follow_up.send', fireAt: sent }];
  }
  return followUp === 'asked' && rule.by === 'auto_then_agent' ? callDeadline(policy, sent) : [];
}

/** Never later than the term of the regulation, where it names one. */
function sendAt(policy: Policy, resolvedAt: number): number {
  const rule = policy.pack.followUp;
  const after = rule ? termEnd(policy, resolvedAt, rule.sendAfter, 'clamped') : undefined;
  const within = rule ? termEnd(policy, resolvedAt, rule.within, 'clamped') : undefined;
  const wanted = after?.kind === 'ends' ? after.at : resolvedAt + dayMs;
  return within?.kind === 'ends' ? Math.min(wanted, within.at) : wanted;
}

function callDeadline(policy: Policy, from: number): Deadline[] {
  const rule = policy.pack.followUp;
  if (!rule) return [];
  const end = termEnd(policy, from, rule.answerWithin, 'clamped');
  return end.kind === 'ends' ? [{ kind: 'follow_up.call', fireAt: end.at }] : [];
}
