import type { Database } from '#server/db/connect.ts';
import type { AdvisoryRow } from '#server/features/advisories/advisories.table.ts';
import { allReleases } from '#server/features/releases/releases.repository.ts';
import { releasedAs } from '#server/policy/life/answer-pointer.ts';

/** Whether harm can be kept off: by a mitigation that every reader understands, or a version without it that is out. */
export async function isCured(
  db: Database,
  { tenantId, product, fixedIn, texts }: AdvisoryRow,
): Promise<boolean> {
  if (Object.values(texts).every(({ mitigation }) => mitigation)) return true;
  if (fixedIn === null) return false;
  const registry = await allReleases(db, tenantId);
  const ofProduct = registry.filter((release) => release.product === product);
  return registry.length === 0 || releasedAs(ofProduct, fixedIn) !== undefined;
}
