import type { Environment } from '#server/cli.ts';
import { refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { listTenants, tenantExists } from '#server/features/tenants/tenants.repository.ts';

/**
 * `reglament verify-log --vendor modme`: counts every hash of a vendor's log again; of all vendors
 * without the option. Exit code 1 where a log is not as it was written.
 */
export async function verifyLogCommand(
  env: Environment,
  { vendor }: { readonly vendor?: string },
): Promise<number> {
  return withDatabase(env, async (db) => {
    if (vendor !== undefined && !(await tenantExists(db, vendor)))
      return refuse(`There is no vendor ${vendor}.`);
    let code = 0;
    for (const name of vendor === undefined ? await listTenants(db) : [vendor]) {
      const { events, brokenAt } = await verifyChain(db, name);
      if (brokenAt === null) console.log(`${name}: ${events} events, unbroken.`);
      else code = refuse(`${name}: ${events} events, broken from event ${brokenAt} on.`);
    }
    return code;
  });
}
