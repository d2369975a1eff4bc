import { and, asc, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { ParticipantList } from '#shared/wire/participants.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { agents } from '#server/features/agents/agents.table.ts';
import { participants } from '#server/features/participants/participants.table.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import { developerAdvice } from '#server/policy/life/developer-advice.ts';

/** Who was brought into a ticket, the first one first. Fails with `ticket.not_found`. */
export async function listParticipants(
  deps: Deps,
  tenantId: string,
  ticketId: string,
): Promise<Result<ParticipantList, Problem>> {
  const ticket = await findTicket(deps.db, tenantId, ticketId);
  const policy = ticket && deps.policies.edition(tenantId, ticket.edition);
  if (!policy) return fail({ code: 'ticket.not_found' });
  const rows = await deps.db
    .select({ participant: participants, name: agents.name, role: agents.role })
    .from(participants)
    .innerJoin(
      agents,
      and(eq(agents.tenantId, participants.tenantId), eq(agents.id, participants.agentId)),
    )
    .where(and(eq(participants.tenantId, tenantId), eq(participants.ticketId, ticketId)))
    .orderBy(asc(participants.addedAt), asc(participants.agentId));
  const terms = developerAdvice(policy.pack, ticket.plan ?? undefined);
  return succeed({
    participants: rows.map(
      ({ participant: { agentId, purpose, clause, addedAt }, name, role }) => ({
        agent: { id: agentId, name },
        role,
        purpose,
        clause,
        addedAt: addedAt.toISOString(),
      }),
    ),
    advice: {
      outcome: terms.outcome,
      ...(terms.outcome === 'unstated' ? {} : { clause: terms.clause }),
    },
  });
}
