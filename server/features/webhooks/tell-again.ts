import { and, eq, sql } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { webhookDeliveries } from '#server/features/webhooks/webhooks.table.ts';

/**
 * Tells a receiver of an event again, from the first attempt and under the same id; one that waits
 * already is tried at once. Fails with `delivery.not_found`.
 */
export async function tellAgain(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  tenantId: string,
  webhookId: string,
  seq: number,
): Promise<Result<void, Problem>> {
  const waiting = await db
    .update(webhookDeliveries)
    .set({
      state: 'waiting',
      // whoever is at it now would settle its attempt: the count goes on where it waits
      attempts: sql`case when state = 'waiting' then attempts else 0 end`,
      tryAt: new Date(now()),
      deliveredAt: null,
      lastError: null,
    })
    .where(
      and(
        eq(webhookDeliveries.tenantId, tenantId),
        eq(webhookDeliveries.webhookId, webhookId),
        eq(webhookDeliveries.seq, seq),
      ),
    )
    .returning({ seq: webhookDeliveries.seq });
  return waiting.length > 0 ? succeed(undefined) : fail({ code: 'delivery.not_found' });
}
