import { and, eq, or, type SQL } from 'drizzle-orm';
import type { InteractionList, InteractionView } from '#shared/wire/interactions.ts';
import type { Database } from '#server/db/connect.ts';
import { behind } from '#server/db/behind.ts';
import { newestFirst } from '#server/db/newest-first.ts';
import {
  interactions,
  type InteractionRow,
} from '#server/features/interactions/interactions.table.ts';
import { pageOf } from '#server/http/page.ts';

/** Whose contacts are read; nothing said means everybody's. */
export interface ContactsOf {
  readonly requesterId?: string | undefined;
  readonly organisation?: string | undefined;
  /** Which of them the reader may see at all; absent: all. */
  readonly seen?: SQL | undefined;
}

/** A page of the contacts of a person or their organisation, the newest first. */
export async function listInteractions(
  db: Database,
  tenantId: string,
  { requesterId, organisation, seen }: ContactsOf,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<InteractionList> {
  const { at, id } = interactions;
  const found = await db
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
        after === undefined
          ? undefined
          : behind(
              '<',
              interactions,
              [at, id],
              and(eq(interactions.tenantId, tenantId), eq(id, after)),
            ),
      ),
    )
    .orderBy(newestFirst(at), newestFirst(id))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, (row) => row.id);
  return { interactions: rows.map(interactionView), next };
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
