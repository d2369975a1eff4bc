import type { Deps } from '#server/deps.ts';
import { callRota } from '#server/features/critical-track/call-rota.ts';
import { commitSteps, type TakenStep } from '#server/features/life/commit-steps.ts';
import { lifeFacts } from '#server/features/life/life-facts.ts';
import { lockFreeTickets } from '#server/features/life/lock-free-tickets.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';
import { dueEvents } from '#server/policy/life/step-due.ts';
import { follow } from '#server/policy/life/take-step.ts';

/** Nobody has taken a critical ticket up: the next of the rota is called, until somebody comes or it ends. */
export const callNextOnCall =
  ({ policies }: Pick<Deps, 'policies'>): TimerHandler =>
  async (tx, due, now) => {
    const [first] = due;
    if (!first) return [];
    const { tenantId } = first;
    const free = await lockFreeTickets(tx, tenantId, due);
    const taken: TakenStep[] = [];
    for (const ticket of free) {
      const policy = policies.edition(tenantId, ticket.edition);
      if (!policy) continue;
      const calls = await callRota(tx, policy, ticket, ticket.life, now);
      const facts = lifeFacts(ticket, undefined);
      const context = {
        policy,
        facts,
        state: ticket.life,
        by: 'system',
        at: now.getTime(),
      } as const;
      // the breach that calls the next one is told before
      const events = [...dueEvents(context, 'critical_ack.due'), ...calls];
      const step = follow(context, events);
      if (step.ok && events.length > 0) taken.push({ ticket, policy, step: step.value });
    }
    const queue = policies.inForce(tenantId, now.getTime())?.pack ?? taken[0]?.policy.pack;
    const actor = { kind: 'system', id: null } as const;
    if (queue) await commitSteps(tx, tenantId, { actor, at: now, queue }, taken);
    const got = new Set(free.map(({ id }) => id));
    return due.filter(({ subjectId }) => !got.has(subjectId));
  };
