import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { WebhookType } from '#shared/webhook-types.ts';
import type { WebhookList } from '#shared/wire/webhooks.ts';
import type { Database } from '#server/db/connect.ts';
import { agentNames } from '#server/features/agents/agents.repository.ts';
import {
  webhookDeliveries,
  webhooks,
  type DeliveryRow,
} from '#server/features/webhooks/webhooks.table.ts';
import { pageOf } from '#server/http/page.ts';

const countIn = (state: DeliveryRow['state']) => sql<number>`(
  select count(*)::int from ${webhookDeliveries} where ${and(
    eq(webhookDeliveries.tenantId, webhooks.tenantId),
    eq(webhookDeliveries.webhookId, webhooks.id),
    sql`${webhookDeliveries.state} = '${sql.raw(state)}'`,
  )})`;

/** A page of a vendor's receivers, the newest first, and how much each is owed. */
export async function showWebhooks(
  db: Database,
  tenantId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<WebhookList> {
  const names = await agentNames(db, tenantId);
  const found = await db
    .select({ webhook: webhooks, waiting: countIn('waiting'), dead: countIn('dead') })
    .from(webhooks)
    .where(
      and(
        eq(webhooks.tenantId, tenantId),
        after === undefined ? undefined : lt(webhooks.id, after),
      ),
    )
    .orderBy(desc(webhooks.id))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ webhook }) => webhook.id);
  return {
    rows: rows.map(({ webhook: { id, url, types, ...webhook }, waiting, dead }) => ({
      id,
      url,
      types: types as WebhookType[],
      createdBy: names.get(webhook.createdBy) ?? webhook.createdBy,
      createdAt: webhook.createdAt.toISOString(),
      stoppedAt: webhook.stoppedAt?.toISOString() ?? null,
      waiting,
      dead,
    })),
    next,
  };
}
