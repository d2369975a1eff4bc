import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { CriticalityView } from '#shared/wire/watch.ts';
import type { Deps } from '#server/deps.ts';
import { readThread } from '#server/features/messages/messages.repository.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import { severityOf } from '#server/policy/decision/severity-choice.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import { instant } from '#server/policy/life/step.ts';
import { criticalState } from '#server/policy/life/critical-track.ts';

/**
 * How critical a ticket is: what the rule of its edition only suggests, what holds, and where the
 * second clock stands. Fails with `ticket.not_found`.
 */
export async function readCriticality(
  deps: Deps,
  tenantId: string,
  ticketId: string,
): Promise<Result<CriticalityView, Problem>> {
  const ticket = await findTicket(deps.db, tenantId, ticketId);
  const policy = ticket && deps.policies.edition(tenantId, ticket.edition);
  if (!policy) return fail({ code: 'ticket.not_found' });
  const { request } = await readThread(deps.db, tenantId, ticketId, false);
  const choice = severityOf(policy.pack, request.answers ?? {}, null);
  return succeed({
    severity: ticket.severity,
    suggested:
      choice.by === 'requester' && choice.clause !== undefined
        ? { severity: choice.severity, clause: choice.clause }
        : null,
    track: trackView(ticket.life, deps.now()),
  });
}

function trackView(
  { clocks: { critical_ack: clock }, onCall, takenUpBy }: LifeState,
  now: number,
): CriticalityView['track'] {
  if (!clock || clock.dueAt === null) return null;
  const takenUpAt = takenUpBy === null ? null : clock.stoppedAt;
  return {
    startedAt: instant(clock.startedAt),
    ackBy: instant(clock.dueAt),
    state:
      clock.stoppedAt !== null && takenUpAt === null
        ? 'ended'
        : criticalState({ ackBy: clock.dueAt }, takenUpAt, now),
    takenUpAt: takenUpAt === null ? null : instant(takenUpAt),
    takenUpBy,
    called: [...(onCall?.called ?? [])],
  };
}
