import { and, eq, inArray, not, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Database } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { agents } from '#server/features/agents/agents.table.ts';
import { participants } from '#server/features/participants/participants.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { restrictedCategories } from '#server/policy/decision/restricted-categories.ts';

/**
 * What an agent does not see: reports of vulnerabilities are for heads and developers, and for those
 * who were given one or brought in. A desk without heads and developers shows them to everybody.
 *
 * @returns a condition on tickets; undefined where nothing is hidden
 */
export function hiddenTickets(
  { policies, now }: Pick<Deps, 'policies' | 'now'>,
  tenantId: string,
  agentId: string,
): SQL | undefined {
  const policy = policies.inForce(tenantId, now());
  const categories = policy ? restrictedCategories(policy.pack) : [];
  if (categories.length === 0) return undefined;
  const reader = and(eq(agents.tenantId, tenantId), inArray(agents.role, ['head', 'developer']));
  return sql`coalesce(${inArray(tickets.category, categories)}
    and ${tickets.assignee} is distinct from ${agentId}
    and not exists (select from ${participants}
      where ${participants.tenantId} = ${tickets.tenantId} and ${participants.ticketId} = ${tickets.id}
        and ${participants.agentId} = ${agentId})
    and exists (select from ${agents} where ${reader})
    and not exists (select from ${agents} where ${and(reader, eq(agents.id, agentId))}), false)`;
}

/**
 * The same for something that may belong to a ticket: a condition on it that holds unless its ticket is
 * hidden from the agent.
 *
 * @param ticketId the column that names the ticket, or nothing
 */
export function ofSeenTickets(
  deps: Pick<Deps, 'policies' | 'now'>,
  tenantId: string,
  agentId: string,
  ticketId: PgColumn,
): SQL | undefined {
  const hidden = hiddenTickets(deps, tenantId, agentId);
  return (
    hidden &&
    sql`not exists (select from ${tickets}
      where ${tickets.tenantId} = ${tenantId} and ${tickets.id} = ${ticketId} and ${hidden})`
  );
}

/**
 * Whether some of these tickets are hidden from whoever asks for all of them.
 *
 * @param these a condition on tickets
 * @param hidden see `hiddenTickets`
 */
export const someHidden = async (
  db: Database,
  these: SQL | undefined,
  hidden: SQL | undefined,
): Promise<boolean> => hidden !== undefined && (await db.$count(tickets, and(these, hidden))) > 0;

/** Whether one ticket is hidden from an agent. */
export async function isHidden(
  deps: Pick<Deps, 'db' | 'policies' | 'now'>,
  tenantId: string,
  ticketId: string,
  agentId: string,
): Promise<boolean> {
  const hidden = hiddenTickets(deps, tenantId, agentId);
  return someHidden(deps.db, and(eq(tickets.tenantId, tenantId), eq(tickets.id, ticketId)), hidden);
}

/** Whether there is a ticket, and an agent may see it. */
export async function isSeen(
  deps: Pick<Deps, 'db' | 'policies' | 'now'>,
  tenantId: string,
  ticketId: string,
  agentId: string,
): Promise<boolean> {
  const hidden = hiddenTickets(deps, tenantId, agentId);
  const itself = and(eq(tickets.tenantId, tenantId), eq(tickets.id, ticketId));
  return (await deps.db.$count(tickets, and(itself, hidden && not(hidden)))) > 0;
}
