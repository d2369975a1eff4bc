import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { commitSteps, type TakenStep } from '#server/features/life/commit-steps.ts';
import type { LivingTicket } from '#server/features/life/living-ticket.ts';
import { settleTimers, type TicketDeadlines } from '#server/jobs/settle-timers.ts';
import { deadlinesOf, type TicketTimerKind } from '#server/policy/life/deadlines.ts';
import type { LifeEvent } from '#server/policy/life/life-event.ts';
import type { SystemContext } from '#server/policy/life/step.ts';
import { follow } from '#server/policy/life/take-step.ts';

/** What happens to one ticket without anybody's doing, and what is stored besides. */
export interface SystemDecision {
  /** Nothing happens where it comes to no events, or to some that the drawing does not let happen. */
  readonly decide: (
    context: SystemContext,
    ticket: LivingTicket,
  ) => readonly LifeEvent[] | Promise<readonly LifeEvent[]>;
  /** The kind of the deadlines that have come; undefined where none has. */
  readonly came?: TicketTimerKind;
  readonly also?: (taken: TakenStep) => Promise<void>;
}

/** Decides for tickets of one tenant that are locked, and stores what happened. The last of a transaction. */
export async function stepBySystem(
  { policies }: Pick<Deps, 'policies'>,
  tx: Transaction,
  locked: readonly LivingTicket[],
  now: Date,
  { decide, came, also }: SystemDecision,
): Promise<void> {
  const at = now.getTime();
  const taken: TakenStep[] = [];
  const idle: TicketDeadlines[] = [];
  for (const ticket of locked) {
    const policy = policies.edition(ticket.tenantId, ticket.edition);
    if (!policy) continue;
    const context = { policy, state: ticket.life, by: 'system', at } as const;
    const events = await decide(context, ticket);
    const step = follow(context, events);
    if (step.ok && events.length > 0) taken.push({ ticket, policy, step: step.value, came });
    else idle.push({ ticketId: ticket.id, deadlines: deadlinesOf(policy, ticket.life) });
  }
  for (const one of taken) await also?.(one);
  const tenantId = locked[0]?.tenantId ?? '';
  // a deadline that a calendar has moved since it was armed comes at its new instant
  await settleTimers(tx, tenantId, idle);
  const [first] = taken;
  if (!first) return;
  const queue = (policies.inForce(tenantId, at) ?? first.policy).pack;
  const actor = { kind: 'system', id: null } as const;
  await commitSteps(tx, tenantId, { actor, at: now, queue }, taken);
}
