import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { newestFirst } from '#server/db/newest-first.ts';
import { messageSearch } from '#server/features/messages/message-search.table.ts';
import { messages } from '#server/features/messages/messages.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import type { SearchWord } from '#server/policy/search/words.ts';

/** The place behind which a page begins. */
export interface MessagePlace {
  readonly at: Date;
  readonly messageId: string;
}

/** Which messages are looked for. */
export interface MessagesWanted {
  readonly tenantId: string;
  readonly words: readonly SearchWord[];
  readonly after: MessagePlace | undefined;
  /** A condition on tickets that their reader may not see. */
  readonly hidden: SQL | undefined;
  readonly limit: number;
}

/** Of so many of the newest messages a frequent word stands in a whole page of them. */
const lookedThrough = 4_000;
/** One of so many is not hidden from its reader; where fewer are seen, all places are asked. */
const seenAtLeast = 4;

/**
 * Messages that hold every word, the newest first. A frequent word stands among the newest messages, which are
 * looked through; a rare one has few places, which the index knows. Each way is quick where the other is slow.
 */
export async function messagesWithWords(db: Database, wanted: MessagesWanted) {
  const newest = await amongNewest(db, wanted);
  return newest.length === wanted.limit ? newest : everywhere(db, wanted);
}

const amongNewest = (db: Database, wanted: MessagesWanted) =>
  rowsOf(
    db,
    wanted,
    sql`(with newest as materialized (
      select * from ${messageSearch} where ${reached(wanted)}
      order by ${newestFirst(messageSearch.at)}, ${newestFirst(messageSearch.messageId)}
      limit ${lookedThrough})
    select message_id, ticket_id, at from newest where words @@ ${queryOf(wanted.words)}
    order by at desc, message_id desc limit ${wanted.limit * seenAtLeast})`,
  );

const everywhere = (db: Database, wanted: MessagesWanted) =>
  rowsOf(
    db,
    wanted,
    sql`(with found as materialized (
      select message_id, ticket_id, at from ${messageSearch}
      where ${reached(wanted)} and ${messageSearch.words} @@ ${queryOf(wanted.words)})
    select * from found)`,
  );

const reached = ({ tenantId, after }: MessagesWanted): SQL | undefined =>
  and(
    eq(messageSearch.tenantId, tenantId),
    after &&
      sql`(${messageSearch.at}, ${messageSearch.messageId}) < (${after.at.toISOString()}::timestamptz, ${after.messageId})`,
  );

const rowsOf = (db: Database, { tenantId, hidden, limit }: MessagesWanted, found: SQL) =>
  db
    .select({
      id: messages.id,
      kind: messages.kind,
      author: messages.authorKind,
      text: messages.text,
      createdAt: messages.createdAt,
      ticketId: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      status: tickets.status,
      edition: tickets.edition,
    })
    .from(sql`${found} as found`)
    .innerJoin(tickets, and(eq(tickets.tenantId, tenantId), sql`${tickets.id} = found.ticket_id`))
    .innerJoin(
      messages,
      and(eq(messages.tenantId, tenantId), sql`${messages.id} = found.message_id`),
    )
    .where(hidden && sql`not ${hidden}`)
    .orderBy(sql`found.at desc, found.message_id desc`)
    .limit(limit);

/** Every word, as it is or by one of its stems; made once a statement, where without `select` it would be once a row. */
const queryOf = (words: readonly SearchWord[]): SQL =>
  sql`(select ${sql.join(
    words.map(
      ({ plain, folded, stem }) => sql`(${`'${folded}'`}::tsquery || ${`'${stem}'`}::tsquery
        || plainto_tsquery('russian', ${plain}))`,
    ),
    sql` && `,
  )})`;
