import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { transact } from '#server/db/transact.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import type { Actor } from '#server/features/event-log/event-body.ts';
import { organisations } from '#server/features/organisations/organisations.table.ts';
import type { ContractDeps } from '#server/features/organisations/save-contract.ts';
import { lockTenant } from '#server/features/tenants/tenants.repository.ts';
import { regionsOf } from '#server/policy/decision/contract-faults.ts';

/** Name and region as they shall be. */
export interface OrganisationDraft {
  readonly name: string;
  readonly region: string | null;
  /** The one to change; another is added without it. */
  readonly id?: string;
  readonly expectedVersion?: number | undefined;
}

/**
 * Adds an organisation, or changes one.
 *
 * Fails with `vendor.not_allowed`, `organisation.exists`, `organisation.not_found`,
 * `organisation.changed` or `organisation.region_unknown`.
 *
 * @returns its id
 */
export async function saveOrganisation(
  deps: ContractDeps,
  vendor: string,
  draft: OrganisationDraft,
  actor: Actor,
): Promise<Result<string, Problem>> {
  const at = deps.now();
  const policy = deps.policies.inForce(vendor, at);
  if (!policy) return fail({ code: 'vendor.not_allowed' });
  const { name, region } = draft;
  if (region !== null && !regionsOf(policy.pack).has(region)) {
    return fail({ code: 'organisation.region_unknown', fields: ['region'] });
  }
  return transact(deps.db, async (tx) => {
    await lockTenant(tx, vendor);
    const known = await lookUp(tx, vendor, draft);
    if (!known.ok) return known;
    const id = draft.id ?? deps.ids.next('org');
    const row = { tenantId: vendor, id, name, region, version: known.value + 1 };
    await tx
      .insert(organisations)
      .values(row)
      .onConflictDoUpdate({ target: [organisations.tenantId, organisations.id], set: row });
    const params = { organisation: id, version: row.version };
    await appendEvents(tx, vendor, [
      { ticketId: null, kind: 'organisation_saved', at: new Date(at), actor, params },
    ]);
    return succeed(id);
  });
}

/** The version that is on record, 0 where there is none, or why it cannot become this. */
async function lookUp(
  tx: Transaction,
  tenantId: string,
  { id, name, expectedVersion }: OrganisationDraft,
): Promise<Result<number, Problem>> {
  const of = eq(organisations.tenantId, tenantId);
  const [namesake] = await tx
    .select()
    .from(organisations)
    .where(and(of, eq(organisations.name, name)));
  if (namesake && namesake.id !== id)
    return fail({ code: 'organisation.exists', fields: ['name'] });
  if (id === undefined) return succeed(0);
  const [known] = await tx
    .select()
    .from(organisations)
    .where(and(of, eq(organisations.id, id)));
  if (!known) return fail({ code: 'organisation.not_found' });
  return (expectedVersion ?? known.version) === known.version
    ? succeed(known.version)
    : fail({ code: 'organisation.changed' });
}
