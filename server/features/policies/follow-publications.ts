import type { Deps } from '#server/deps.ts';
import type { LivePolicies } from '#server/features/policies/live-policies.ts';
import { readPublications } from '#server/features/policies/publications.ts';

/** Lets a running server hold by what has been published since it looked last. */
export async function followPublications(
  { db }: Pick<Deps, 'db'>,
  live: LivePolicies,
): Promise<void> {
  live.publish(await readPublications(db));
}
