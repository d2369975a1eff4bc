import type { Environment } from '#server/cli.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import { savePortalApp } from '#server/features/portals/portals.repository.ts';
import { appSecretPlace } from '#server/features/portals/renew-token.ts';
import { tenantExists } from '#server/features/tenants/tenants.repository.ts';
import { readSecretBox } from '#server/secret-key.ts';

interface Options {
  readonly clientId?: string;
  readonly code?: string;
}

/**
 * `B24_CLIENT_SECRET=… reglament portal-app didox24 --client-id app.… --code vendor.app`: says which application of the
 * catalogue of Bitrix24 is the vendor's. The secret comes by the environment, which no list of processes shows.
 */
export async function portalAppCommand(
  env: Environment,
  vendor: string,
  { clientId, code }: Options,
  now: () => number,
): Promise<number> {
  const secret = env['B24_CLIENT_SECRET'];
  if (!clientId || !code || !secret)
    return misuse(
      'Say `portal-app VENDOR --client-id ID --code vendor.app`, with the secret in B24_CLIENT_SECRET.',
    );
  if (!/^(app|local)\.[0-9a-f]{14}\.\d{8}$/.test(clientId))
    return refuse(`${clientId} is no id of an application: app.65a1b2c3d4e5f6.12345678 is one.`);
  return withDatabase(env, async (db, config) => {
    if (!(await tenantExists(db, vendor))) return refuse(`There is no vendor ${vendor}.`);
    const sealedSecret = (await readSecretBox(config)).seal(secret, appSecretPlace(vendor));
    const createdAt = new Date(now());
    await savePortalApp(db, { tenantId: vendor, clientId, code, sealedSecret, createdAt });
    console.log(`${vendor} is ${code} in Bitrix24. Addresses for the catalogue:`);
    for (const [what, page] of [
      ['application', 'app'],
      ['installer', 'install'],
      ['events', 'events'],
    ])
      console.log(`  ${what}: /b24/${vendor}/${page}`);
    return 0;
  });
}
