import { and, desc, eq } from 'drizzle-orm';
import type { OutboxList } from '#shared/wire/desk.ts';
import type { Deps } from '#server/deps.ts';
import { messages } from '#server/features/messages/messages.table.ts';
import { letterFor } from '#server/features/outbox/letter.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

const rowLimit = 200;

/** The letters of one desk, newest first, as they will read. Nothing is sent in this storey. */
export async function listOutbox(deps: Deps, tenantId: string): Promise<OutboxList> {
  const rows = await deps.db
    .select({ entry: outbox, ticket: tickets, said: messages.text })
    .from(outbox)
    .innerJoin(tickets, and(eq(tickets.tenantId, outbox.tenantId), eq(tickets.id, outbox.ticketId)))
    .leftJoin(
      messages,
      and(eq(messages.tenantId, outbox.tenantId), eq(messages.id, outbox.messageId)),
    )
    .where(eq(outbox.tenantId, tenantId))
    .orderBy(desc(outbox.id))
    .limit(rowLimit);
  return {
    sending: false,
    rows: rows.flatMap(({ entry, ticket, said }) => {
      const policy = deps.policies.edition(tenantId, ticket.edition);
      if (!policy) return [];
      const letter = letterFor(policy, entry, ticket, said);
      return {
        id: String(entry.id),
        kind: entry.kind,
        to: entry.recipient,
        ticketNumber: shownNumber(policy.pack, ticket.number),
        createdAt: entry.createdAt.toISOString(),
        state: entry.state,
        ...letter,
      };
    }),
  };
}
