import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import type { Database } from '#server/db/connect.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';
import type { QueueCursor, QueuePart } from '#server/features/tickets/queue-cursor.ts';
import { inPart } from '#server/features/tickets/queue-part.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';

/** Which page of which part. */
export interface QueuePlace {
  readonly part: QueuePart;
  /** The place that the page before ended with. */
  readonly after?: QueueCursor | undefined;
  readonly limit: number;
  /** Further conditions; see `queueFilter`. */
  readonly wanted?: SQL | undefined;
  readonly now: Date;
}

/** What a row of the queue is made of: of decision and life only what it shows. */
export type QueuedTicket = Awaited<ReturnType<typeof queuePage>>[number];

const columns = {
  id: tickets.id,
  number: tickets.number,
  subject: tickets.subject,
  status: tickets.status,
  severity: tickets.severity,
  category: tickets.category,
  channel: tickets.channel,
  organisation: tickets.organisation,
  plan: tickets.plan,
  edition: tickets.edition,
  createdAt: tickets.createdAt,
  receivedAt: tickets.receivedAt,
  dueAt: tickets.dueAt,
  firstRespondedAt: tickets.firstRespondedAt,
  resolvedAt: tickets.resolvedAt,
  closableAt: tickets.closableAt,
  queueKey: tickets.queueKey,
  promise: sql<FirstResponsePromise>`coalesce(${tickets.promiseRecounted},
    coalesce(${tickets.decisionOnArrival}, ${tickets.decision}) -> 'firstResponse')`,
  outcome: tickets.outcome,
  /** Others were merged into it. */
  shared: sql<boolean>`${tickets.life} -> 'receipts' is not null`,
  clocks: sql<LifeState['clocks']>`${tickets.life} -> 'clocks'`,
  /** Whom it was handed over to; null where nobody else has it. */
  handedTo: tickets.escalatedTo,
  // not joined: a join of so few rows is worth reading all requesters to a planner that guesses
  requesterName: sql<string | null>`(select ${requesters.name} from ${requesters}
    where ${and(
      eq(requesters.tenantId, tickets.tenantId),
      eq(requesters.id, tickets.requesterId),
    )})`,
};

/** A page of a desk's queue in the order of its regulation; those resolved newest first. */
export async function queuePage(
  db: Database,
  tenantId: string,
  { part, after, limit, wanted, now }: QueuePlace,
) {
  const isResolved = part === 'resolved';
  return db
    .select(columns)
    .from(tickets)
    .where(
      and(
        eq(tickets.tenantId, tenantId),
        inPart(part, now),
        after && (isResolved ? resolvedBefore(after) : placedAfter(after)),
        wanted,
      ),
    )
    .orderBy(
      isResolved
        ? sql`resolved_at desc nulls last, number desc nulls last`
        : sql`queue_key collate "C", number`,
    )
    .limit(limit);
}

const placedAfter = ({ key, number }: QueueCursor): SQL =>
  sql`(queue_key collate "C", number) > (${key} collate "C", ${number}::int)`;

const resolvedBefore = ({ key, number }: QueueCursor): SQL =>
  sql`(resolved_at, number) < (${new Date(Number(key)).toISOString()}::timestamptz, ${number}::int)`;
