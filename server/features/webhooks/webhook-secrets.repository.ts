import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { webhookSecrets } from '#server/features/webhooks/webhooks.table.ts';
import type { SealedCell } from '#server/reseal.ts';
import { sealPlace } from '#server/secret-box.ts';

interface WebhookPlace {
  readonly tenantId: string;
  readonly webhookId: string;
}

const placeOf = ({ tenantId, webhookId }: WebhookPlace, id: string): string =>
  sealPlace(tenantId, 'webhook_secrets', `${webhookId}/${id}`, 'sealed');

const ofWebhook = ({ tenantId, webhookId }: WebhookPlace) =>
  and(eq(webhookSecrets.tenantId, tenantId), eq(webhookSecrets.webhookId, webhookId));

/**
 * Gives a receiver a new secret; what held before is good until `graceUntil` and then gone.
 *
 * @returns the secret as Standard Webhooks write it, to be said once
 */
export async function renewSecret(
  tx: Transaction,
  { ids, secretBox }: Pick<Deps, 'ids' | 'secretBox'>,
  webhook: WebhookPlace,
  graceUntil: Date,
): Promise<string> {
  const secret = `whsec_${Buffer.from(ids.secret(), 'base64url').toString('base64')}`;
  const id = ids.next('whk');
  await tx
    .update(webhookSecrets)
    .set({ until: graceUntil })
    .where(
      and(
        ofWebhook(webhook),
        or(isNull(webhookSecrets.until), gt(webhookSecrets.until, graceUntil)),
      ),
    );
  const sealed = secretBox.seal(secret, placeOf(webhook, id));
  await tx.insert(webhookSecrets).values({ ...webhook, id, sealed });
  return secret;
}

/** Every secret of a receiver that is good at an instant. */
export async function secretsOf(
  { db, secretBox }: Pick<Deps, 'db' | 'secretBox'>,
  webhook: WebhookPlace,
  at: Date,
): Promise<string[]> {
  const rows = await db
    .select()
    .from(webhookSecrets)
    .where(and(ofWebhook(webhook), or(isNull(webhookSecrets.until), gt(webhookSecrets.until, at))));
  return rows.map(({ id, sealed }) => secretBox.open(sealed, placeOf(webhook, id)));
}

/** Every secret, as it is sealed now. */
export async function sealedWebhookSecrets(db: Database): Promise<SealedCell[]> {
  const rows = await db.select().from(webhookSecrets);
  return rows.map(({ id, sealed, ...webhook }) => ({
    place: placeOf(webhook, id),
    sealed,
    replace: async (next) => {
      await db
        .update(webhookSecrets)
        .set({ sealed: next })
        .where(
          and(ofWebhook(webhook), eq(webhookSecrets.id, id), eq(webhookSecrets.sealed, sealed)),
        );
    },
  }));
}
