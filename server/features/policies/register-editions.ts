import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import type { LoadedPolicy } from '#server/features/policies/load-policies.ts';
import { policyEditions } from '#server/features/policies/policy-editions.table.ts';
import { hasTicketsUnder } from '#server/features/tickets/tickets.repository.ts';
import { ensureTenant } from '#server/features/tenants/tenants.repository.ts';

export interface Registration {
  /** Drafts that were replaced by a changed file. */
  readonly replacedDrafts: readonly string[];
  /** Published editions whose file is not what was published: the server must not start. */
  readonly changedPublished: readonly string[];
  /** Editions of these vendors that decided tickets and have no file any more: as above. */
  readonly lost: readonly string[];
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
    if (!known || (known.sha256 === sha256 && known.state === state)) continue;
    if (known.state === 'published') {
      if (known.sha256 !== sha256) changedPublished.push(`${vendor} ${edition}`);
    } else {
      await db.update(policyEditions).set(row).where(place);
      if (known.sha256 !== sha256) replacedDrafts.push(`${vendor} ${edition}`);
    }
  }
  return { replacedDrafts, changedPublished, lost: await lostEditions(db, loaded) };
}

async function lostEditions(db: Database, loaded: readonly LoadedPolicy[]): Promise<string[]> {
  const packs = loaded.map(({ policy }) => policy.pack);
  const lost: string[] = [];
  for (const { tenantId, edition } of await db.select().from(policyEditions)) {
    const editions = packs.filter(({ vendor }) => vendor === tenantId);
    if (editions.length === 0 || editions.some((pack) => pack.edition === edition)) continue;
    if (await hasTicketsUnder(db, tenantId, edition)) lost.push(`${tenantId} ${edition}`);
  }
  return lost;
}
