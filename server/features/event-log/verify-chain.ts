import { sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';

/** What a reading of the whole chain found. */
export interface ChainReading {
  readonly events: number;
  /** The first event that does not follow from those before it; null where all do. */
  readonly brokenAt: number | null;
}

/**
 * Counts every hash of a tenant's log again, from the first event to the head in the counter row, and
 * holds columns against the text they were taken from.
 */
export async function verifyChain(db: Database, tenantId: string): Promise<ChainReading> {
  const [found] = await db.execute<{ events: number; broken: number | null; head: boolean }>(sql`
    with counted as (
      select seq, hash, row_number() over (order by seq) as place,
        event_chain(decode(repeat('00', 32), 'hex'), body) over (order by seq) as should,
        kind = body::json->>'kind' and at = (body::json->>'at')::timestamptz
          and ticket_id is not distinct from body::json->>'ticket' as told
      from ticket_events where tenant_id = ${tenantId}
    )
    select (select count(*)::int from counted) as events,
      (select min(seq)::int from counted where hash <> should or seq <> place or not told) as broken,
      c.last_seq = (select count(*) from counted) and c.chain_head = coalesce(
        (select hash from counted order by seq desc limit 1), decode(repeat('00', 32), 'hex')) as head
    from ticket_counters c where c.tenant_id = ${tenantId}`);
  if (!found) return { events: 0, brokenAt: null };
  const { events, broken, head } = found;
  return { events, brokenAt: broken ?? (head ? null : events + 1) };
}
