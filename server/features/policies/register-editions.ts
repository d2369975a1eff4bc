import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import type { LoadedPolicy } from '#server/features/policies/load-policies.ts';
import { policyEditions } from '#server/features/policies/policy-editions.table.ts';
import { ensureTenant } from '#server/features/tenants/tenants.repository.ts';

export interface Registration {
  /** Drafts that were replaced by a changed file. */
  readonly replacedDrafts: readonly string[];
  /** Published editions whose file is not what was published: the server must not start. */
  readonly changedPublished: readonly string[];
}

/** Records each vendor and edition that this server runs. */
export async function registerEditions(
  db: Database,
  loaded: readonly LoadedPolicy[],
  state: 'draft' | 'published',
  at: Date,
): Promise<Registration> {
  const replacedDrafts: string[] = [];
  const changedPublished: string[] = [];
  for (const { policy, sha256 } of loaded) {
    const { vendor, edition } = policy.pack;
    await ensureTenant(db, vendor, at);
    const row = { tenantId: vendor, edition, sha256, state, loadedAt: at };
    await db.insert(policyEditions).values(row).onConflictDoNothing();
    const place = and(eq(policyEditions.tenantId, vendor), eq(policyEditions.edition, edition));
    const [known] = await db.select().from(policyEditions).where(place);
    if (!known || known.sha256 === sha256) continue;
    if (known.state === 'published') {
      changedPublished.push(`${vendor} ${edition}`);
    } else {
      await db.update(policyEditions).set(row).where(place);
      replacedDrafts.push(`${vendor} ${edition}`);
    }
  }
  return { replacedDrafts, changedPublished };
}
