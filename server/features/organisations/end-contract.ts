import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import type { Actor } from '#server/features/event-log/event-body.ts';
import { termsOf } from '#server/features/organisations/contract-record.ts';
import { contractSaved } from '#server/features/organisations/contract-saved.ts';
import { readContracts } from '#server/features/organisations/read-contracts.ts';
import type { RecordedContract } from '#server/features/organisations/record-contracts.ts';
import type { ContractDeps } from '#server/features/organisations/save-contract.ts';
import { changedContract, writeContracts } from '#server/features/organisations/write-contracts.ts';
import { lockTenant } from '#server/features/tenants/tenants.repository.ts';

/**
 * Ends a contract with a day, its last valid one. Nothing else of it changes and nothing else is
 * judged, so that one the regulation no longer allows can end too.
 *
 * Fails with `contract.not_found`, `contract.changed` or `contract.ends_before_it_begins`.
 *
 * @param on day of the vendor, `YYYY-MM-DD`
 */
export async function endContract(
  { db, now }: Pick<ContractDeps, 'db' | 'now'>,
  vendor: string,
  { number, on }: { readonly number: string; readonly on: string },
  actor: Actor,
  expectedVersion?: number,
): Promise<Result<RecordedContract, Problem>> {
  return transact(db, async (tx) => {
    await lockTenant(tx, vendor);
    const [known] = await readContracts(tx, vendor, { numbers: [number] });
    if (!known) return fail({ code: 'contract.not_found' });
    if ((expectedVersion ?? known.version) !== known.version) {
      return fail({ code: 'contract.changed' });
    }
    if (on < known.validFrom)
      return fail({ code: 'contract.ends_before_it_begins', fields: ['on'] });
    if (on === known.validUntil) return succeed({ does: 'leave', contract: known });
    const { organisation } = known;
    const terms = { ...termsOf(known), validUntil: on };
    const contract = changedContract({ organisation, terms, before: known });
    await writeContracts(tx, vendor, [contract]);
    const ended: RecordedContract = { does: 'change', contract };
    await appendEvents(tx, vendor, contractSaved([ended], actor, now()));
    return succeed(ended);
  });
}
