import type { Outcome, Severity, TicketStatus } from '#shared/vocabulary.ts';
import { planWeight } from '#server/policy/decision/queue-order.ts';
import { queueKey } from '#server/policy/decision/queue-key.ts';
import { closableFrom } from '#server/policy/life/closable-from.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';

/** What of a ticket's life stands in columns of its own, so that lists find it. */
export interface TicketColumns {
  readonly status: TicketStatus;
  readonly severity: Severity;
  readonly outcome: Outcome | null;
  readonly followUp: LifeState['followUp'];
  readonly assignee: string | null;
  readonly escalatedTo: string | null;
  readonly appealedTo: string | null;
  readonly appealDueAt: Date | null;
  readonly receivedAt: Date | null;
  readonly dueAt: Date | null;
  readonly firstRespondedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly lastAgentMessageAt: Date | null;
  readonly closableAt: Date | null;
  readonly queueKey: string;
}

/** What the place in the queue goes by besides the life of a ticket; `createdAt` in epoch milliseconds. */
export interface QueueFacts {
  readonly plan: string | null;
  readonly createdAt: number;
}

/**
 * @param policy of the ticket's edition
 * @param queue whose order of work holds now
 */
export const ticketColumns = (
  policy: Policy,
  queue: PolicyPack,
  life: LifeState,
  facts: QueueFacts,
): TicketColumns => ({
  status: life.status,
  severity: life.severity,
  outcome: life.ending?.outcome ?? null,
  followUp: life.followUp,
  assignee: life.assignee,
  escalatedTo: life.escalatedTo,
  appealedTo: life.appealedTo,
  appealDueAt: life.appealedTo === null ? null : dateOf(life.clocks.appeal?.dueAt ?? null),
  receivedAt: dateOf(life.receivedAt),
  dueAt: runningDueAt(life),
  firstRespondedAt: dateOf(life.firstRespondedAt),
  resolvedAt: dateOf(life.ending?.at ?? null),
  lastAgentMessageAt: dateOf(life.lastAgentMessageAt),
  closableAt: dateOf(closableFrom(policy, life)),
  queueKey: placeInQueue(queue, life, facts),
});

/** When the first response is due; null once it was given, or where nothing runs. */
export function runningDueAt({ clocks: { first_response: clock } }: LifeState): Date | null {
  return clock && clock.stoppedAt === null ? dateOf(clock.dueAt) : null;
}

/** See `queueKey`. */
export const placeInQueue = (
  pack: PolicyPack,
  life: LifeState,
  { plan, createdAt }: QueueFacts,
): string =>
  queueKey(pack.queue, {
    severity: life.severity,
    dueAt: runningDueAt(life)?.getTime() ?? null,
    planWeight: planWeight(pack, plan ?? undefined),
    receivedAt: life.receivedAt ?? createdAt,
  });

const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));
