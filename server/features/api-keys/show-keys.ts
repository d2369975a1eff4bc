import type { ApiKeyList, ApiKeyView } from '#shared/wire/api-keys.ts';
import type { Database } from '#server/db/connect.ts';
import { agentNames } from '#server/features/agents/agents.repository.ts';
import { listKeys } from '#server/features/api-keys/api-keys.repository.ts';
import type { ApiKeyRow } from '#server/features/api-keys/api-keys.table.ts';
import { pageOf } from '#server/http/page.ts';

/** A page of a vendor's keys, the newest first; nothing in it opens anything. */
export async function showKeys(
  db: Database,
  tenantId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<ApiKeyList> {
  const [found, names] = await Promise.all([
    listKeys(db, tenantId, after, limit + 1),
    agentNames(db, tenantId),
  ]);
  const { rows, next } = pageOf(found, limit, ({ id }) => id);
  return { rows: rows.map((row) => viewOf(row, names)), next };
}

const viewOf = (
  { id, name, prefix, scopes, agentId, createdBy, ...at }: ApiKeyRow,
  names: ReadonlyMap<string, string>,
): ApiKeyView => ({
  id,
  name,
  prefix,
  scopes,
  agent: agentId && (names.get(agentId) ?? agentId),
  createdBy: names.get(createdBy) ?? createdBy,
  createdAt: at.createdAt.toISOString(),
  expiresAt: at.expiresAt.toISOString(),
  lastUsedAt: at.lastUsedAt?.toISOString() ?? null,
  revokedAt: at.revokedAt?.toISOString() ?? null,
});
