import { sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';

/** What one server has to itself for a while. */
export interface ClaimedDelivery {
  readonly tenantId: string;
  readonly webhookId: string;
  readonly url: string;
  readonly seq: number;
  /** This attempt included. */
  readonly attempts: number;
}

/** So many of one receiver at a time: others come to their turn, and a lease is not outlived. */
const perReceiver = 4;

/** Receivers that somebody is at already, and how many more can be told beside them. */
export interface Room {
  readonly busy: readonly string[];
  readonly free: number;
}

/**
 * Takes what waits to be told to receivers that nobody here is at, for as long as a lease; who has waited
 * longest comes first. Whoever dies with one leaves it to be told again when the lease ends.
 */
export async function claimDeliveries(
  db: Database,
  now: Date,
  leaseMs: number,
  { busy, free }: Room,
): Promise<ClaimedDelivery[]> {
  const leasedUntil = new Date(now.getTime() + leaseMs).toISOString();
  const due = sql`tenant_id = w.tenant_id and webhook_id = w.id
    and state = 'waiting' and try_at <= ${now.toISOString()}::timestamptz`;
  const rows = await db.execute<{
    tenant_id: string;
    webhook_id: string;
    url: string;
    seq: string;
    attempts: number;
  }>(sql`
    with receivers as (
      select w.* from webhooks w cross join lateral (
        select try_at from webhook_deliveries where ${due} order by try_at, seq limit 1
      ) first
      where w.stopped_at is null ${busy.length > 0 ? sql`and w.id not in ${busy}` : sql``}
      order by first.try_at limit ${free}
    ), batch as materialized (
      select d.tenant_id, d.webhook_id, d.seq, w.url from receivers w cross join lateral (
        select tenant_id, webhook_id, seq from webhook_deliveries where ${due}
        order by try_at, seq limit ${perReceiver} for update skip locked
      ) d
    )
    update webhook_deliveries d set try_at = ${leasedUntil}::timestamptz, attempts = d.attempts + 1
    from batch b where d.tenant_id = b.tenant_id and d.webhook_id = b.webhook_id and d.seq = b.seq
    returning d.tenant_id, d.webhook_id, b.url, d.seq, d.attempts`);
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    webhookId: row.webhook_id,
    url: row.url,
    seq: Number(row.seq),
    attempts: row.attempts,
  }));
}
