import { and, eq, or, type SQL } from 'drizzle-orm';
import type { InteractionView } from '#shared/wire/interactions.ts';
import type { Database } from '#server/db/connect.ts';
import { newestFirst } from '#server/db/newest-first.ts';
import {
  interactions,
  type InteractionRow,
} from '#server/features/interactions/interactions.table.ts';

const listLimit = 100;

/** Whose contacts are read; nothing said means everybody's. */
export interface ContactsOf {
  readonly requesterId?: string | undefined;
  readonly organisation?: string | undefined;
  /** Which of them the reader may see at all; absent: all. */
  readonly seen?: SQL | undefined;
}

/** Contacts of a person or their organisation, newest first, at most a hundred. */
export async function listInteractions(
  db: Database,
  tenantId: string,
  { requesterId, organisation, seen }: ContactsOf,
): Promise<InteractionRow[]> {
  return db
    .select()
    .from(interactions)
    .where(
      and(
        eq(interactions.tenantId, tenantId),
        or(
          requesterId === undefined ? undefined : eq(interactions.requesterId, requesterId),
          organisation === undefined ? undefined : eq(interactions.organisation, organisation),
        ),
        seen,
      ),
    )
    .orderBy(newestFirst(interactions.at))
    .limit(listLimit);
}

/** Undefined when this tenant has no such contact. */
export async function findInteraction(
  db: Database,
  tenantId: string,
  id: string,
): Promise<InteractionRow | undefined> {
  const [row] = await db
    .select()
    .from(interactions)
    .where(and(eq(interactions.tenantId, tenantId), eq(interactions.id, id)));
  return row;
}

/** A contact as the desk shows it. */
export const interactionView = (row: InteractionRow): InteractionView => ({
  id: row.id,
  kind: row.kind,
  channel: row.channel,
  at: row.at.toISOString(),
  requester: row.requesterId,
  organisation: row.organisation,
  name: row.name,
  phone: row.phone,
  category: row.category,
  text: row.words,
  reason: row.reason,
  clause: row.clause,
  recordedBy: row.recordedBy,
  ticket: row.ticketId,
});
