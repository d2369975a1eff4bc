import { isDeepStrictEqual } from 'node:util';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Database } from '#server/db/connect.ts';
import { canonicalContract } from '#server/features/organisations/canonical-contract.ts';
import {
  termsOf,
  type ContractDraft,
  type ContractRecord,
  type ContractTerms,
} from '#server/features/organisations/contract-record.ts';
import { customers } from '#server/features/organisations/customers.ts';
import { readContracts } from '#server/features/organisations/read-contracts.ts';
import { takenNames } from '#server/features/organisations/taken-names.ts';
import { changedContract, writeContracts } from '#server/features/organisations/write-contracts.ts';
import { lockTenant } from '#server/features/tenants/tenants.repository.ts';
import type { Ids } from '#server/ids.ts';
import { contractFaults } from '#server/policy/decision/contract-faults.ts';
import { type Policy, vendorDate } from '#server/policy/packs.ts';

/** What became of a draft; `leave` where all of it was on record already. */
export interface RecordedContract {
  readonly does: 'add' | 'change' | 'leave';
  readonly contract: ContractRecord;
}

/** By what drafts are recorded. */
export interface RecordTerms {
  /** In force, and so the judge of what a contract may say. */
  readonly policy: Policy;
  readonly ids: Ids;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Records contracts, each with a result of its own: one that is refused keeps none of the others from
 * being written. Whoever wants all or nothing undoes the transaction.
 *
 * Fails with `organisation.not_found`, `organisation.region_unknown`, `contract.number_taken`,
 * `contract.domain_taken`, `contract.login_taken` and what `contractFaults` finds.
 *
 * @param tx a transaction; contracts of a vendor are written one transaction after the other
 * @param asked each number once
 */
export async function recordContracts(
  tx: Database,
  { policy, ids, at }: RecordTerms,
  asked: readonly ContractDraft[],
): Promise<Result<RecordedContract, Problem>[]> {
  const tenantId = policy.pack.vendor;
  const drafts = asked.map(canonicalContract);
  await lockTenant(tx, tenantId);
  const stored = await readContracts(tx, tenantId, { numbers: drafts.map(({ number }) => number) });
  const before = new Map(stored.map((contract) => [contract.number, contract]));
  const customer = await customers(
    tx,
    policy.pack,
    drafts.map(({ organisation }) => organisation),
    () => ids.next('org'),
  );
  const taken = await takenNames(tx, tenantId, drafts, vendorDate(policy, at));

  const results = drafts.map((draft): Result<RecordedContract, Problem> => {
    const found = customer.find(draft.organisation);
    if (!found.ok) return found;
    const organisation = { id: found.value.id, name: found.value.name };
    const { organisation: _named, ...terms } = draft;
    const known = before.get(draft.number);
    const problem = refusalOf(policy, organisation, terms, known) ?? taken(organisation.id, terms);
    if (problem) return fail(problem);
    if (known && isDeepStrictEqual(termsOf(known), terms)) {
      return succeed({ does: 'leave', contract: known });
    }
    const contract = changedContract({ organisation, terms, before: known });
    return succeed({ does: known ? 'change' : 'add', contract });
  });
  await customer.write();
  await writeContracts(
    tx,
    tenantId,
    results.flatMap((one) => (one.ok && one.value.does !== 'leave' ? one.value.contract : [])),
  );
  return results;
}

function refusalOf(
  { pack }: Policy,
  organisation: ContractRecord['organisation'],
  terms: ContractTerms,
  known: ContractRecord | undefined,
): Problem | undefined {
  if (known && known.organisation.id !== organisation.id) {
    return { code: 'contract.number_taken', fields: ['number'] };
  }
  const [fault] = contractFaults(pack, terms);
  return fault && { code: fault.code, fields: [fault.field] };
}
