import { sql } from 'drizzle-orm';
import type { ServiceStatement } from '#shared/wire/statement.ts';
import type { Database } from '#server/db/connect.ts';
import { markedBegin } from '#server/features/event-log/event-body.ts';

type LogPart = NonNullable<ServiceStatement['log']>;

/** Where the log of a tenant begins: what its first event follows. */
const zeros = '0'.repeat(64);

/**
 * The log from the opening of the first of some tickets to the last event before an instant: events of
 * these tickets whole, of all others their digests: about 170 bytes for each event of the vendor since then, all
 * of it in memory at once. Null where there are no such tickets.
 *
 * @param ids of the tickets
 */
export async function readLogPart(
  db: Database,
  tenantId: string,
  ids: readonly string[],
  until: Date,
): Promise<LogPart | null> {
  const own = sql`ticket_id in (select json_array_elements_text(${JSON.stringify(ids)}::json))`;
  const rows = await db.execute<{
    seq: number;
    body: string | null;
    digest: string | null;
    mark: string | null;
    hash: string;
  }>(sql`
    with bounds as (
      select (select min(seq) from ticket_events where tenant_id = ${tenantId} and ${own}) as first
    ), part as (
      select seq, ticket_id, at, body, hash, lag(hash) over (order by seq) as before
      from ticket_events, bounds
      where tenant_id = ${tenantId} and seq >= bounds.first - 1
    )
    select seq::float8 as seq, encode(hash, 'hex') as hash,
      case when ${own} then body end as body,
      case when ${own} then null else encode(sha256(convert_to(body, 'UTF8')), 'hex') end as digest,
      case when not coalesce(${own}, false) and starts_with(body, ${markedBegin})
        then encode(event_mark(before, ticket_id), 'hex') end as mark
    from part
    where seq <= (select max(seq) from part where at < ${until.toISOString()}::timestamptz)
    order by seq`);
  const place = rows.findIndex(({ body }) => body !== null);
  const last = rows.at(-1);
  if (place === -1 || !last) return null;
  return {
    from: rows[place]?.seq ?? 1,
    before: rows[place - 1]?.hash ?? zeros,
    events: rows.slice(place).map(({ body, mark, digest }) => {
      if (body !== null) return { body };
      return mark === null ? { digest: digest ?? '' } : { mark, digest: digest ?? '' };
    }),
    head: last.hash,
  };
}
