import { fail, succeed, type Result } from '#shared/result.ts';
import type { ImportReport } from '#shared/wire/organisation.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Database } from '#server/db/connect.ts';
import { inTransaction } from '#server/db/transact.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import type { Actor } from '#server/features/event-log/event-body.ts';
import {
  blankTerms,
  termsOf,
  type ContractDraft,
} from '#server/features/organisations/contract-record.ts';
import { contractSaved } from '#server/features/organisations/contract-saved.ts';
import { columnOf } from '#server/features/organisations/import/columns.ts';
import {
  readSheet,
  type ImportError,
  type Sheet,
  type SheetContract,
} from '#server/features/organisations/import/read-sheet.ts';
import { readContracts } from '#server/features/organisations/read-contracts.ts';
import {
  recordContracts,
  type RecordTerms,
} from '#server/features/organisations/record-contracts.ts';
import type { ContractDeps } from '#server/features/organisations/save-contract.ts';
import { contractGaps } from '#server/policy/decision/request-flags.ts';

/** Takes back what was written, with what it would have come to. */
class TakenBack extends Error {
  constructor(readonly report: ImportReport) {
    super('taken back');
  }
}

/**
 * Records the contracts of a file, all or none, and says what becomes of each. A preview does the
 * same and takes it back, so that it says what the import will do. Doing it again leaves everything.
 *
 * What a file has no column for stays as it is on record. Fails with `vendor.not_allowed`.
 *
 * @param apply false for a preview
 */
export async function importContracts(
  deps: ContractDeps,
  vendor: string,
  csv: string,
  actor: Actor,
  apply: boolean,
): Promise<Result<ImportReport, Problem>> {
  const at = deps.now();
  const policy = deps.policies.inForce(vendor, at);
  if (!policy) return fail({ code: 'vendor.not_allowed' });
  const sheet = readSheet(csv);
  try {
    return await inTransaction(deps.db, async (tx) => {
      const { recorded, errors } = await recordSheet(tx, { policy, ids: deps.ids, at }, sheet);
      const contracts = recorded.map(({ does, contract }) => ({
        number: contract.number,
        organisation: contract.organisation.name,
        does,
        gaps: contractGaps(policy.pack, contract),
      }));
      const applied = apply && errors.length === 0;
      const report = { applied, contracts, errors };
      if (!applied) throw new TakenBack(report);
      await appendEvents(tx, vendor, contractSaved(recorded, actor, at));
      return succeed(report);
    });
  } catch (error) {
    if (error instanceof TakenBack) return succeed(error.report);
    throw error;
  }
}

async function recordSheet(tx: Database, terms: RecordTerms, { contracts, errors: found }: Sheet) {
  const drafts = await draftsOf(tx, terms.policy.pack.vendor, contracts);
  const results = await recordContracts(tx, terms, drafts);
  const recorded = results.flatMap((result) => (result.ok ? result.value : []));
  const refused = contracts.flatMap((said, i) => {
    const result = results[i];
    return result && !result.ok ? errorOf(result.failure, said) : [];
  });
  return { recorded, errors: [...found, ...refused].toSorted((a, b) => a.line - b.line) };
}

/** What the file says, over what is on record. */
async function draftsOf(
  tx: Database,
  vendor: string,
  said: readonly SheetContract[],
): Promise<ContractDraft[]> {
  const numbers = said.map(({ number }) => number);
  const stored = await readContracts(tx, vendor, { numbers });
  const known = new Map(stored.map((contract) => [contract.number, termsOf(contract)]));
  return said.map(({ number, organisation, validFrom, terms }) => ({
    ...(known.get(number) ?? blankTerms),
    ...terms,
    number,
    organisation,
    validFrom,
  }));
}

function errorOf({ code, fields }: Problem, said: SheetContract): ImportError {
  const field = fields?.[0] ?? 'number';
  const person = /^contacts\.(\d+)\./.exec(field)?.[1];
  const line = person === undefined ? undefined : said.contactLines[Number(person)];
  return { line: line ?? said.line, column: columnOf(field), code };
}
