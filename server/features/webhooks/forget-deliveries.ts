import { sql } from 'drizzle-orm';
import type { Deps } from '#server/deps.ts';
import { webhookDeliveries, webhooks } from '#server/features/webhooks/webhooks.table.ts';

const keptMs = 30 * 86_400_000;
/** So many of one vendor at a time, so that nothing is held for long. */
const atOnce = 1000;

/**
 * Forgets some of what was told or given up a month ago, and of what still waits for a receiver that was
 * stopped a month ago.
 *
 * @returns how many; 0 when nothing is that old
 */
export async function forgetDeliveries({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<number> {
  const before = sql`${new Date(now() - keptMs).toISOString()}::timestamptz`;
  // by their places, which the locks keep: joined by their keys the whole table was read for a thousand
  const forgotten = await db.execute(sql`
    with old as materialized (
      select d.* from (select distinct tenant_id from ${webhooks}) t cross join lateral (
        select d.ctid as place from ${webhookDeliveries} d
        where d.tenant_id = t.tenant_id and d.try_at < ${before} and (d.state <> 'waiting' or exists (
          select 1 from ${webhooks} w where w.tenant_id = d.tenant_id and w.id = d.webhook_id
            and w.stopped_at < ${before}
        ))
        order by d.try_at limit ${atOnce} for update of d skip locked
      ) d
    )
    delete from ${webhookDeliveries} d where d.ctid = any(array(select place from old)) returning d.seq`);
  return forgotten.length;
}
