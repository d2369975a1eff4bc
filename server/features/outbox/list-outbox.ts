import { desc, eq } from 'drizzle-orm';
import type { OutboxList } from '#shared/wire/desk.ts';
import type { Deps } from '#server/deps.ts';
import { letterFor } from '#server/features/outbox/letter.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { sendsLetters } from '#server/features/outbox/mail-settings.ts';
import { selectLetters } from '#server/features/outbox/select-letters.ts';

const rowLimit = 200;

/** The letters of one desk, newest first, as they read. */
export async function listOutbox(deps: Deps, tenantId: string): Promise<OutboxList> {
  const rows = await selectLetters(deps.db)
    .where(eq(outbox.tenantId, tenantId))
    .orderBy(desc(outbox.id))
    .limit(rowLimit);
  return {
    sending: sendsLetters(deps.config),
    rows: rows.flatMap(({ entry, ticket, said, meeting }) => {
      const policy = deps.policies.edition(tenantId, ticket.edition);
      if (!policy) return [];
      const letter = letterFor(policy, entry, ticket, said, meeting);
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
