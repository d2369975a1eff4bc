import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { insertRows, isAmong } from '#server/db/bulk.ts';
import type { Database } from '#server/db/connect.ts';
import type { ContractDraft } from '#server/features/organisations/contract-record.ts';
import {
  organisations,
  type OrganisationRow,
} from '#server/features/organisations/organisations.table.ts';
import { regionsOf } from '#server/policy/decision/contract-faults.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

type Named = ContractDraft['organisation'];

/** The organisations that drafts name. */
export interface Customers {
  /**
   * One that is named and not known is made up, one of another region changed. Fails with
   * `organisation.not_found` or `organisation.region_unknown`.
   */
  find(asked: Named): Result<OrganisationRow, Problem>;
  /** Stores those that were made up or changed. */
  write(): Promise<void>;
}

/** Reads the organisations that drafts name, at once. */
export async function customers(
  tx: Database,
  pack: PolicyPack,
  named: readonly Named[],
  newId: () => string,
): Promise<Customers> {
  const tenantId = pack.vendor;
  const read = (column: typeof organisations.id | typeof organisations.name, values: string[]) =>
    tx
      .select()
      .from(organisations)
      .where(and(eq(organisations.tenantId, tenantId), isAmong(column, values)));
  const ids = named.flatMap((one) => ('id' in one ? one.id : []));
  const names = named.flatMap((one) => ('name' in one ? one.name : []));
  const byId = new Map((await read(organisations.id, ids)).map((row) => [row.id, row]));
  const byName = new Map((await read(organisations.name, names)).map((row) => [row.name, row]));
  const changed = new Map<string, OrganisationRow>();

  return {
    find: (asked) => {
      if ('id' in asked) {
        const known = byId.get(asked.id);
        return known
          ? succeed(known)
          : fail({ code: 'organisation.not_found', fields: ['organisation'] });
      }
      const { name, region } = asked;
      const known = byName.get(name);
      if (region && !regionsOf(pack).has(region)) {
        return fail({ code: 'organisation.region_unknown', fields: ['region'] });
      }
      if (known && (region === undefined || region === known.region)) return succeed(known);
      const row: OrganisationRow = {
        tenantId,
        id: known?.id ?? newId(),
        name,
        region: region ?? null,
        version: (known?.version ?? 0) + 1,
      };
      byName.set(name, row);
      changed.set(row.id, row);
      return succeed(row);
    },
    write: () =>
      insertRows(
        tx,
        organisations,
        [...changed.values()],
        [organisations.tenantId, organisations.id],
      ),
  };
}
