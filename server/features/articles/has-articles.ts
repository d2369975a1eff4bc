import type { Deps } from '#server/deps.ts';
import { countPublished } from '#server/features/articles/articles.repository.ts';
import { readableBy } from '#server/features/articles/readable.ts';
import type { Identity } from '#server/features/requesters/identity.ts';

/** Whether there is anything for a reader to read. */
export async function hasArticles(
  deps: Pick<Deps, 'db' | 'policies' | 'now'>,
  tenantId: string,
  identity: Identity,
): Promise<boolean> {
  if ((await countPublished(deps.db, tenantId)) === 0) return false;
  const readable = await readableBy(deps, tenantId, identity);
  return (await countPublished(deps.db, tenantId, readable)) > 0;
}
