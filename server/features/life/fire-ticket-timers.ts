import type { Deps } from '#server/deps.ts';
import { askFollowUp } from '#server/features/follow-up/ask-follow-up.ts';
import { commitSteps, type TakenStep } from '#server/features/life/commit-steps.ts';
import { letterOfStep } from '#server/features/life/letter-of-step.ts';
import { lifeFacts } from '#server/features/life/life-facts.ts';
import { lockFreeTickets } from '#server/features/life/lock-free-tickets.ts';
import { mailRequester } from '#server/features/outbox/mail-requester.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';
import type { TicketTimerKind } from '#server/policy/life/deadlines.ts';
import { dueEvents } from '#server/policy/life/step-due.ts';
import { follow } from '#server/policy/life/take-step.ts';

/** What deadlines of one kind do to their tickets, all of a batch in a few statements. */
export function fireTicketTimers(
  deps: Pick<Deps, 'policies' | 'ids' | 'secretBox'>,
  kind: TicketTimerKind,
): TimerHandler {
  return async (tx, due, now) => {
    const [first] = due;
    if (!first) return [];
    const { tenantId } = first;
    const free = await lockFreeTickets(tx, tenantId, due);
    const taken = free.flatMap((ticket) => stepOf(deps, ticket, kind, now) ?? []);
    for (const { ticket, policy, step } of taken) {
      const letter = letterOfStep(step);
      if (letter) await mailRequester(tx, ticket, letter.kind, now, undefined, letter.params);
      if (step.events.some((event) => event.kind === 'follow_up_sent'))
        await askFollowUp(deps, tx, policy.pack, ticket, now);
    }
    const queue = deps.policies.inForce(tenantId, now.getTime())?.pack ?? taken[0]?.policy.pack;
    const actor = { kind: 'system', id: null } as const;
    if (queue) await commitSteps(tx, tenantId, { actor, at: now, queue }, taken);
    const got = new Set(free.map(({ id }) => id));
    return due.filter(({ subjectId }) => !got.has(subjectId));
  };
}

function stepOf(
  { policies }: Pick<Deps, 'policies'>,
  ticket: TicketRow,
  kind: TicketTimerKind,
  now: Date,
): TakenStep | undefined {
  const policy = policies.edition(ticket.tenantId, ticket.edition);
  if (!policy) return undefined;
  const facts = lifeFacts(ticket, undefined);
  const context = { policy, facts, state: ticket.life, by: 'system', at: now.getTime() } as const;
  const events = dueEvents(context, kind);
  const step = follow(context, events);
  return step.ok && events.length > 0 ? { ticket, policy, step: step.value } : undefined;
}
