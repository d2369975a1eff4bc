import type { Deps } from '#server/deps.ts';
import { callRota } from '#server/features/critical-track/call-rota.ts';
import { settleDue } from '#server/features/life/settle-due.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';
import { dueEvents } from '#server/policy/life/step-due.ts';

/** Nobody has taken a critical ticket up: the next of the rota is called, until somebody comes or it ends. */
export const callNextOnCall =
  (deps: Pick<Deps, 'policies'>): TimerHandler =>
  (tx, due, now) =>
    settleDue(deps, tx, due, now, {
      // the breach that calls the next one is told before
      decide: async (context, ticket) => [
        ...dueEvents(context, 'critical_ack.due'),
        ...(await callRota(tx, context.policy, ticket, ticket.life, now)),
      ],
    });
