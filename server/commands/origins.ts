import type { Environment } from '#server/cli.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import { allowOrigin, tenantExists } from '#server/features/tenants/tenants.repository.ts';

/** `reglament origins allow https://crm.example --vendor V` */
export async function originsCommand(
  env: Environment,
  action: string,
  origin: string,
  { vendor }: { readonly vendor?: string },
): Promise<number> {
  if (action !== 'allow' || !vendor) return misuse('Say `origins allow ORIGIN --vendor VENDOR`.');
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
    return misuse('An origin is a scheme and a host, such as https://crm.example.');
  }
  return withDatabase(env, async (db) => {
    if (!(await tenantExists(db, vendor))) return refuse(`There is no vendor ${vendor}.`);
    await allowOrigin(db, vendor, origin);
    console.log(`Pages of ${origin} may embed the widget of ${vendor}.`);
    return 0;
  });
}
