import { fail, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import type { Actor } from '#server/features/event-log/event-body.ts';
import { contractSaved } from '#server/features/organisations/contract-saved.ts';
import type { ContractDraft } from '#server/features/organisations/contract-record.ts';
import { readContracts } from '#server/features/organisations/read-contracts.ts';
import {
  recordContracts,
  type RecordedContract,
} from '#server/features/organisations/record-contracts.ts';
import { lockTenant } from '#server/features/tenants/tenants.repository.ts';

/** What saving and importing contracts needs; a command has no more. */
export type ContractDeps = Pick<Deps, 'db' | 'policies' | 'ids' | 'now'>;

/**
 * Records a contract, or changes the one of this number. An organisation that is named and not known
 * is added.
 *
 * Fails with `vendor.not_allowed`, `contract.not_found` or `contract.changed` where another version is
 * expected, and with what `recordContracts` refuses.
 *
 * @param expectedVersion version that was seen; without one whatever is there is changed
 */
export async function saveContract(
  deps: ContractDeps,
  vendor: string,
  draft: ContractDraft,
  actor: Actor,
  expectedVersion?: number,
): Promise<Result<RecordedContract, Problem>> {
  const at = deps.now();
  const policy = deps.policies.inForce(vendor, at);
  if (!policy) return fail({ code: 'vendor.not_allowed' });
  return transact(deps.db, async (tx) => {
    await lockTenant(tx, vendor);
    if (expectedVersion !== undefined) {
      const [known] = await readContracts(tx, vendor, { numbers: [draft.number] });
      if (!known) return fail({ code: 'contract.not_found' });
      if (known.version !== expectedVersion) return fail({ code: 'contract.changed' });
    }
    const [recorded = fail<Problem>({ code: 'contract.not_found' })] = await recordContracts(
      tx,
      { policy, ids: deps.ids, at },
      [draft],
    );
    if (recorded.ok) await appendEvents(tx, vendor, contractSaved([recorded.value], actor, at));
    return recorded;
  });
}
