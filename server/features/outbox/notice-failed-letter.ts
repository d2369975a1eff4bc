import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { notifyAgents } from '#server/features/agent-notices/agent-notices.repository.ts';
import { agentsAt } from '#server/features/agents/agents.repository.ts';
import type { OutboxEntry } from '#server/features/outbox/outbox.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/**
 * Tells the desk that somebody will not get a letter: whoever has its ticket, else the heads, else
 * everybody there.
 */
export async function noticeFailedLetter(
  tx: Transaction,
  { tenantId, id: letterId, ticketId }: Pick<OutboxEntry, 'tenantId' | 'id' | 'ticketId'>,
  at: Date,
): Promise<void> {
  const [ticket] =
    ticketId === null
      ? []
      : await tx
          .select({ assignee: tickets.assignee })
          .from(tickets)
          .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, ticketId)));
  const desk = await agentsAt(tx, tenantId);
  const choices = [
    desk.filter(({ id }) => id === ticket?.assignee),
    desk.filter(({ role }) => role === 'head'),
    desk,
  ];
  const told = choices.find((agents) => agents.length > 0) ?? [];
  await notifyAgents(
    tx,
    told.map(({ id: agentId }) => ({
      tenantId,
      agentId,
      kind: 'letter_failed' as const,
      ticketId,
      letterId,
      at,
    })),
  );
}
