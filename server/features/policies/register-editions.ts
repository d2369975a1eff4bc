import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import type { LoadedPolicy } from '#server/features/policies/load-policies.ts';
import {
  editionKey,
  type Publications,
  readPublications,
} from '#server/features/policies/publications.ts';
import { policyEditions } from '#server/features/policies/policy-editions.table.ts';
import { hasTicketsUnder } from '#server/features/tickets/tickets.repository.ts';
import { ensureTenant } from '#server/features/tenants/tenants.repository.ts';
import { editionStarts } from '#server/policy/edition/edition-order.ts';
import type { Policy } from '#server/policy/packs.ts';

/** What became of the files that are on record. */
export interface Registration {
  /** Drafts that were replaced by a changed file. */
  readonly replacedDrafts: readonly string[];
  /** Published editions whose file is not what was published: the server must not start. */
  readonly changedPublished: readonly string[];
  /** Editions that do not hold before `policy publish` has put them on record. */
  readonly awaitingPublication: readonly string[];
  /** Editions of these vendors that decided tickets and have no file any more: as above. */
  readonly lost: readonly string[];
}

/**
 * Records each vendor and edition that this server runs.
 *
 * @param state what they are taken for; an edition that needs a notice stays a draft until published
 */
export async function registerEditions(
  db: Database,
  loaded: readonly LoadedPolicy[],
  state: 'draft' | 'published',
  at: Date,
): Promise<Registration> {
  const replacedDrafts: string[] = [];
  const changedPublished: string[] = [];
  const awaiting = editionsAwaiting(loaded, await readPublications(db));
  for (const { policy, sha256 } of loaded) {
    const { vendor, edition } = policy.pack;
    await ensureTenant(db, vendor, at);
    const own = awaiting.has(editionKey(policy.pack)) ? 'draft' : state;
    const row = { tenantId: vendor, edition, sha256, state: own, loadedAt: at };
    await db.insert(policyEditions).values(row).onConflictDoNothing();
    const place = and(eq(policyEditions.tenantId, vendor), eq(policyEditions.edition, edition));
    const [known] = await db.select().from(policyEditions).where(place);
    if (!known || (known.sha256 === sha256 && known.state === own)) continue;
    if (known.state === 'published') {
      if (known.sha256 !== sha256) changedPublished.push(`${vendor} ${edition}`);
    } else {
      await db.update(policyEditions).set(row).where(place);
      if (known.sha256 !== sha256) replacedDrafts.push(`${vendor} ${edition}`);
    }
  }
  return {
    replacedDrafts,
    changedPublished,
    awaitingPublication: [...awaiting],
    lost: await lostEditions(db, loaded),
  };
}

/** Successors whose regulation demands a publication that is not on record. */
function editionsAwaiting(
  loaded: readonly LoadedPolicy[],
  publications: Publications,
): ReadonlySet<string> {
  const policies = loaded.map(({ policy }) => policy);
  const publishedAt = ({ pack }: Policy) =>
    publications.get(editionKey(pack))?.publishedAt.getTime();
  const waiting = policies.filter((policy) =>
    editionStarts(policies, policy.pack.vendor, publishedAt).some(
      (start) => start.policy === policy && start.from === null,
    ),
  );
  return new Set(waiting.map(({ pack }) => editionKey(pack)));
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
