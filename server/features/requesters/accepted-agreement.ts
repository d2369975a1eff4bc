import type { Database } from '#server/db/connect.ts';
import {
  agreementProof,
  proofsOf,
} from '#server/features/requesters/requester-proofs.repository.ts';
import type { EntitlementFacts } from '#server/policy/decision/entitlement.ts';
import { type Policy, vendorDate } from '#server/policy/packs.ts';

/**
 * What an agreement that a requester has accepted without a contract comes to, where the regulation
 * goes by agreements; null where none is on record.
 *
 * @param category that the requester's voucher names
 */
export async function acceptedAgreement(
  db: Database,
  policy: Policy,
  requesterId: string,
  category: string | undefined,
): Promise<EntitlementFacts | null> {
  const { entitlement, requesters, vendor } = policy.pack;
  const asked =
    entitlement.kind === 'agreement' ||
    requesters.categories.some(({ id, needsAgreement }) => id === category && needsAgreement);
  if (!asked) return null;
  const proofs = await proofsOf(db, vendor, requesterId);
  const accepted = proofs.find(
    ({ subject, source, state }) =>
      subject === agreementProof && source === 'agent' && state === 'held',
  );
  return accepted ? { validFrom: vendorDate(policy, accepted.at.getTime()) } : null;
}
