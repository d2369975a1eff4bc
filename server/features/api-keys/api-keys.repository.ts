import { and, desc, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { apiKeys, type ApiKeyRow } from '#server/features/api-keys/api-keys.table.ts';

const at = (tenantId: string, id: string) =>
  and(eq(apiKeys.tenantId, tenantId), eq(apiKeys.id, id));

/** The key that opens something at an instant; undefined for any other. */
export async function findKey(
  db: Database,
  tenantId: string,
  tokenSha256: string,
  now: Date,
): Promise<ApiKeyRow | undefined> {
  const [row] = await db
    .select()
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.tenantId, tenantId),
        eq(apiKeys.tokenSha256, tokenSha256),
        isNull(apiKeys.revokedAt),
        gt(apiKeys.expiresAt, now),
      ),
    );
  return row;
}

const minuteMs = 60_000;

/** Notes that a key was used, at most once a minute. */
export async function touchKey(db: Database, key: ApiKeyRow, now: Date): Promise<void> {
  const before = new Date(now.getTime() - minuteMs);
  if (key.lastUsedAt && key.lastUsedAt > before) return;
  await db
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(
      and(at(key.tenantId, key.id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, before))),
    );
}

/** Keys of one vendor, the newest first, those that open nothing any more included. */
export async function listKeys(
  db: Database,
  tenantId: string,
  after: string | undefined,
  limit: number,
): Promise<ApiKeyRow[]> {
  return db
    .select()
    .from(apiKeys)
    .where(
      and(eq(apiKeys.tenantId, tenantId), after === undefined ? undefined : lt(apiKeys.id, after)),
    )
    .orderBy(desc(apiKeys.id))
    .limit(limit);
}

/** Names of one vendor's programs by the ids of their keys. */
export async function keyNames(db: Database, tenantId: string): Promise<[string, string][]> {
  const rows = await db
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(eq(apiKeys.tenantId, tenantId));
  return rows.map(({ id, name }) => [id, name]);
}
