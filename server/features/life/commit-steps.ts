import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import type { Transaction } from '#server/db/connect.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import type { Actor, EventDraft } from '#server/features/event-log/event-body.ts';
import type { LivingTicket } from '#server/features/life/living-ticket.ts';
import { ticketColumns } from '#server/features/life/ticket-columns.ts';
import { storeLives } from '#server/features/tickets/store-lives.ts';
import { settleTimers } from '#server/jobs/settle-timers.ts';
import { deadlinesOf, runsAsBefore, type TicketTimerKind } from '#server/policy/life/deadlines.ts';
import type { Step } from '#server/policy/life/take-step.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';

/** What happened to one ticket that is locked. `policy` is that of its edition. */
export interface TakenStep {
  readonly ticket: LivingTicket;
  readonly policy: Policy;
  readonly step: Step;
  /** The deadline that the step answers; its claim has marked it as fired. */
  readonly came?: TicketTimerKind | undefined;
  /** The promise as it was counted again, where its due instant has moved. */
  readonly promise?: FirstResponsePromise | undefined;
}

/** Who did it, when, and by whose order of work tickets stand now. */
export interface StepScene {
  readonly actor: Actor;
  readonly at: Date;
  readonly queue: PolicyPack;
  /** What is told of other tickets besides, in the same log at the same instant. */
  readonly besides?: readonly EventDraft[];
}

/** Who lets an instant pass, whoever finds it passed. */
const system: Actor = { kind: 'system', id: null };

/**
 * Stores what happened to tickets of one tenant: their rows, what runs for them, and the events, which
 * lock the tenant's counter row. The last of a transaction.
 */
export async function commitSteps(
  tx: Transaction,
  tenantId: string,
  { actor, at, queue, besides = [] }: StepScene,
  taken: readonly TakenStep[],
): Promise<void> {
  if (taken.length === 0) return;
  const rows = taken.map(({ ticket, policy, step, promise }) => ({
    id: ticket.id,
    life: step.state,
    promiseRecounted: promise ?? null,
    ...ticketColumns(policy, queue, step.state, {
      plan: ticket.plan,
      createdAt: ticket.createdAt.getTime(),
    }),
  }));
  await storeLives(tx, tenantId, rows, at);
  const changed = taken.filter(
    ({ ticket, policy, step, came }) => !runsAsBefore(policy, ticket.life, step.state, came),
  );
  await settleTimers(
    tx,
    tenantId,
    changed.map(({ ticket, policy, step }) => ({
      ticketId: ticket.id,
      deadlines: deadlinesOf(policy, step.state),
    })),
  );
  const happened = taken.flatMap(({ ticket, step }) =>
    step.events.map(({ kind, params }): EventDraft => ({
      ticketId: ticket.id,
      kind,
      at,
      actor: kind === 'due_breached' ? system : actor,
      params: { ...params },
    })),
  );
  await appendEvents(tx, tenantId, [...happened, ...besides]);
}
