import type { Environment } from '#server/cli.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { policiesInForce } from '#server/commands/policies-in-force.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import type { ContractDeps } from '#server/features/organisations/save-contract.ts';
import { tenantExists } from '#server/features/tenants/tenants.repository.ts';
import { systemIds } from '#server/ids.ts';

/** Who acts where a command does. */
export const commandActor = { kind: 'system', id: null } as const;

/** Runs one command on the contracts of a vendor that the database knows. */
export async function withContracts(
  env: Environment,
  vendor: string | undefined,
  command: (deps: ContractDeps, vendor: string) => Promise<number>,
): Promise<number> {
  if (!vendor) return misuse('Say whose contracts with --vendor VENDOR.');
  return withDatabase(env, async (db, config) => {
    if (!(await tenantExists(db, vendor))) return refuse(`There is no vendor ${vendor}.`);
    const policies = await policiesInForce(db, config);
    if (!policies.ok) return refuse(...policies.failure);
    return command({ db, policies: policies.value, ids: systemIds, now: Date.now }, vendor);
  });
}
