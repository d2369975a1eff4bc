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

/** So many of one receiver, so that one that is slow keeps nobody waiting. */
const perReceiver = 4;
const atOnce = 32;

/**
 * Takes what waits to be told, for as long as a lease. Whoever dies with one leaves it to be told again
 * when the lease ends.
 */
export async function claimDeliveries(
  db: Database,
  now: Date,
  leaseMs: number,
): Promise<ClaimedDelivery[]> {
  const leasedUntil = new Date(now.getTime() + leaseMs).toISOString();
  const rows = await db.execute<{
    tenant_id: string;
    webhook_id: string;
    url: string;
    seq: string;
    attempts: number;
  }>(sql`
    with batch as materialized (
      select d.tenant_id, d.webhook_id, d.seq, w.url from webhooks w cross join lateral (
        select tenant_id, webhook_id, seq, try_at from webhook_deliveries
        where tenant_id = w.tenant_id and webhook_id = w.id
          and state = 'waiting' and try_at <= ${now.toISOString()}::timestamptz
        order by seq limit ${perReceiver} for update skip locked
      ) d
      where w.stopped_at is null
      order by d.try_at limit ${atOnce}
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
