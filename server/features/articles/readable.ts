import { type ArticleVisibility, articleVisibilities } from '#shared/wire/articles.ts';
import type { Deps } from '#server/deps.ts';
import type { Identity } from '#server/features/requesters/identity.ts';
import { requesterFacts } from '#server/features/requesters/requester-facts.ts';
import { vendorDate } from '#server/policy/packs.ts';

/** Articles of these kinds are for agents: all of them. */
export const readableByAgents: readonly ArticleVisibility[] = articleVisibilities;

/**
 * What a reader may read: anybody what is public, whom the vendor's product signed in also what is for
 * users, and whoever has a contract that holds today all of it.
 */
export async function readableBy(
  { db, policies, now }: Pick<Deps, 'db' | 'policies' | 'now'>,
  tenantId: string,
  identity: Identity,
): Promise<readonly ArticleVisibility[]> {
  if (identity.kind !== 'token') return ['public'];
  const at = now();
  const policy = policies.inForce(tenantId, at);
  if (!policy) return ['public', 'users'];
  const { entitlement } = (await requesterFacts(db, policy, identity, at)).question;
  const day = vendorDate(policy, at);
  const holds =
    entitlement !== null &&
    (entitlement.validFrom ?? day) <= day &&
    day <= (entitlement.validUntil ?? day);
  return holds ? articleVisibilities : ['public', 'users'];
}
