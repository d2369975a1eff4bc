import { fail, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { SignedStatement } from '#shared/wire/statement.ts';
import type { Deps } from '#server/deps.ts';
import { findContract } from '#server/features/organisations/find-contract.ts';
import { isResponsibleContact } from '#server/features/organisations/listed-contacts.ts';
import type { Identity } from '#server/features/requesters/identity.ts';
import { makeStatement } from '#server/features/statements/make-statement.ts';
import { vendorDate } from '#server/policy/packs.ts';

/**
 * A statement for the customer that it is about: for somebody whose proven address the contract names as
 * that of a responsible person. Everybody else of the organisation has their own tickets only.
 *
 * Fails with `identity.required` without a signed identity, `act.not_yours`, `vendor.not_allowed`, or with
 * `request.invalid` for a month that has not begun.
 *
 * @param month `YYYY-MM`
 */
export async function ownStatement(
  deps: Pick<Deps, 'db' | 'policies' | 'now' | 'signAsVendor'>,
  tenantId: string,
  identity: Identity,
  month: string,
): Promise<Result<SignedStatement, Problem>> {
  if (identity.kind !== 'token') return fail({ code: 'identity.required' });
  const policy = deps.policies.inForce(tenantId, deps.now());
  if (!policy) return fail({ code: 'vendor.not_allowed' });
  const { email, email_verified: proven, contract, org } = identity.claims;
  const day = vendorDate(policy, deps.now());
  const found = await findContract(deps.db, tenantId, { contract, org }, day);
  const theirs =
    found !== undefined &&
    email !== undefined &&
    proven === true &&
    (await isResponsibleContact(deps.db, tenantId, found.number, email));
  return theirs
    ? makeStatement(deps, tenantId, found.organisationId, month)
    : fail({ code: 'act.not_yours' });
}
