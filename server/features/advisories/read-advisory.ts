import { fail, succeed, type Result } from '#shared/result.ts';
import type { AdvisoryDetail } from '#shared/wire/advisories.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { advisoryHref } from '#server/features/advisories/advisory-href.ts';
import type { AdvisoryRow } from '#server/features/advisories/advisories.table.ts';
import { affectedBy } from '#server/features/advisories/affected-by.ts';
import { isCured } from '#server/features/advisories/is-cured.ts';
import { advisoryViews, findSeenAdvisory } from '#server/features/advisories/list-advisories.ts';
import { readersOf } from '#server/features/advisories/seen-advisories.ts';
import { agents } from '#server/features/agents/agents.table.ts';
import { affectedHolders } from '#server/features/contacts/affected-holders.ts';

/** Contacts that are counted at most. */
const countedAtMost = 100_000;

/**
 * One advisory and what publishing it would do. Fails with `advisory.not_found`, also where the agent
 * may not see it.
 */
export async function readAdvisory(
  deps: Pick<Deps, 'db' | 'policies' | 'now' | 'publicUrl'>,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  agentId: string,
): Promise<Result<AdvisoryDetail, Problem>> {
  const { db, policies, now } = deps;
  const row = await findSeenAdvisory(db, tenantId, id, agentId);
  const [view] = row ? await advisoryViews(db, tenantId, [row]) : [];
  if (!row || !view) return fail({ code: 'advisory.not_found' });
  const isPublic = row.publishedAt !== null;
  const [cured, reach, few] = await Promise.all([
    isCured(db, row),
    isPublic ? 0 : countHolders(deps, row),
    isPublic ? 0 : db.$count(agents, readersOf(tenantId)),
  ]);
  return succeed({
    ...view,
    readers: isPublic ? 'public' : few > 0 ? 'few' : 'desk',
    cured,
    clause: policies.inForce(tenantId, now())?.pack.security?.clause ?? null,
    reach,
    page: isPublic ? advisoryHref(deps, tenantId, id) : null,
  });
}

async function countHolders({ db }: Pick<Deps, 'db'>, advisory: AdvisoryRow): Promise<number> {
  const { tenantId } = advisory;
  const affected = affectedBy(advisory);
  const { contacts } = await affectedHolders(db, tenantId, affected, null, countedAtMost);
  return contacts.length;
}
