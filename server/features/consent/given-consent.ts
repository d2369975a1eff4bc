import type { Problem } from '#shared/wire/problem.ts';
import type { Database } from '#server/db/connect.ts';
import { proofsOf } from '#server/features/requesters/requester-proofs.repository.ts';
import type { ShownCondition } from '#server/policy/decision/shown-conditions.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Begins the subject of every proof of a consent; a version stands behind it. */
export const consentProof = 'consent:';

/** When a requester gave the consent that the pack asks for now; null where they did not, or took it back. */
export async function consentGivenAt(
  db: Database,
  { vendor, consent }: Pick<PolicyPack, 'vendor' | 'consent'>,
  requesterId: string,
): Promise<Date | null> {
  if (!consent) return null;
  const proofs = await proofsOf(db, vendor, requesterId);
  const given = proofs.find(
    ({ subject, state }) => subject === consentProof + consent.version && state === 'held',
  );
  return given?.at ?? null;
}

/**
 * What is wrong with a request that comes without a consent that its pack asks for: `consent.needed`, unless
 * it was given to this version before.
 */
export async function consentNeeded(
  db: Database,
  pack: PolicyPack,
  requesterId: string,
  given: string | undefined,
): Promise<Problem | undefined> {
  const { consent } = pack;
  if (consent?.as !== 'tick' || given === consent.version) return undefined;
  return (await consentGivenAt(db, pack, requesterId))
    ? undefined
    : { code: 'consent.needed', fields: ['consent'], clause: consent.clause };
}

/** The proof of a consent that came with a request; of another version it shows nothing. */
export const shownConsent = (
  { consent }: Pick<PolicyPack, 'consent'>,
  given: string | undefined,
): ShownCondition[] =>
  consent && given === consent.version
    ? [{ subject: consentProof + consent.version, state: 'held' }]
    : [];
