import { sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import type { OutboxEntry } from '#server/features/outbox/outbox.table.ts';

/** A letter that one server has to itself for a while. */
export interface ClaimedLetter {
  readonly tenantId: string;
  readonly id: number;
  /** This attempt included. */
  readonly attempts: number;
}

/**
 * Takes letters that wait, the oldest first, for as long as a lease: sending takes longer than a
 * transaction may. Whoever dies with one leaves it to be sent again when the lease ends.
 */
export async function claimLetters(
  db: Database,
  {
    now,
    leaseMs,
    limit,
    via,
  }: { readonly now: Date; leaseMs: number; limit: number; via: OutboxEntry['via'] },
): Promise<ClaimedLetter[]> {
  const leasedUntil = new Date(now.getTime() + leaseMs);
  const rows = await db.execute<{ tenant_id: string; id: number; attempts: number }>(sql`
    with batch as materialized (
      select tenant_id, id from outbox
      where state = 'waiting' and via = ${via} and (try_at is null or try_at <= ${now.toISOString()}::timestamptz)
      order by id limit ${limit} for update skip locked
    )
    update outbox o set try_at = ${leasedUntil.toISOString()}::timestamptz, attempts = o.attempts + 1
    from batch b where o.tenant_id = b.tenant_id and o.id = b.id
    returning o.tenant_id, o.id, o.attempts`);
  return rows.map(({ tenant_id: tenantId, id, attempts }) => ({ tenantId, id, attempts }));
}
