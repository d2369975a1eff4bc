import type { Environment } from '#server/cli.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import { tenantExists } from '#server/features/tenants/tenants.repository.ts';
import { rotateSigningKey } from '#server/features/vendor-keys/rotate-signing-key.ts';
import { readSecretBox } from '#server/secret-key.ts';

/**
 * `reglament signing-key rotate --vendor modme`: lets a vendor sign receipts and statements with another
 * key. What the former one has signed stays good.
 */
export async function signingKeyCommand(
  env: Environment,
  action: string,
  { vendor }: { readonly vendor?: string },
  now: () => number,
): Promise<number> {
  if (action !== 'rotate' || !vendor) return misuse('Say `signing-key rotate --vendor VENDOR`.');
  return withDatabase(env, async (db, config) => {
    if (!(await tenantExists(db, vendor))) return refuse(`There is no vendor ${vendor}.`);
    const secretBox = await readSecretBox(config);
    const kid = await rotateSigningKey({ db, secretBox, now }, vendor);
    if (kid === undefined) return refuse(`Somebody else has just changed the key of ${vendor}.`);
    console.log(`${vendor} signs with key ${kid}; servers take it up within a minute.`);
    return 0;
  });
}
