import { and, eq, sql, type SQL } from 'drizzle-orm';
import { queueViews, type QueueView } from '#shared/vocabulary.ts';
import type { DeskQueue } from '#shared/wire/desk.ts';
import type { Database } from '#server/db/connect.ts';
import { howMany } from '#server/features/tickets/count-tickets.ts';
import { inPart } from '#server/features/tickets/queue-part.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

const counted = queueViews.filter((view) => view !== 'resolved');

/** How many tickets stand in each view, `countedAtMost` at most. @param wanted see `queueFilter` */
export async function countViews(
  db: Database,
  tenantId: string,
  now: Date,
  wanted: SQL | undefined,
): Promise<DeskQueue['counts']> {
  const count = (view: QueueView) =>
    sql`${howMany(and(eq(tickets.tenantId, tenantId), inPart(view, now), wanted))} as ${sql.identifier(view)}`;
  const [row] = await db.execute<DeskQueue['counts']>(
    sql`select ${sql.join(counted.map(count), sql`, `)}`,
  );
  return row ?? { order: 0, handed: 0, waiting: 0, closable: 0, deferred: 0, awaiting: 0 };
}
