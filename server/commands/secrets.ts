import type { Environment } from '#server/cli.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import { sealedGrants } from '#server/features/access/access-grants.repository.ts';
import { sealedIdentityKeys } from '#server/features/requesters/identity-keys.repository.ts';
import { sealedWebhookSecrets } from '#server/features/webhooks/webhook-secrets.repository.ts';
import { sealedVendorKeys } from '#server/features/vendor-keys/vendor-keys.repository.ts';
import { sealedPortalSecrets } from '#server/features/portals/sealed-portal-secrets.ts';
import { sealedVendorPortals } from '#server/features/vendor-portal/vendor-portals.repository.ts';
import { reseal } from '#server/reseal.ts';
import { readSecretBox } from '#server/secret-key.ts';

/** `reglament secrets rotate`: seals with SECRET_KEY what the keys of SECRET_KEYS_OLD have sealed. */
export async function secretsCommand(env: Environment, action: string): Promise<number> {
  if (action !== 'rotate') return misuse('Say `secrets rotate`.');
  return withDatabase(env, async (db, config) => {
    const cells = [
      ...(await sealedIdentityKeys(db)),
      ...(await sealedGrants(db)),
      ...(await sealedWebhookSecrets(db)),
      ...(await sealedVendorKeys(db)),
      ...(await sealedPortalSecrets(db)),
      ...(await sealedVendorPortals(db)),
    ];
    const { changed, unopened } = await reseal(await readSecretBox(config), cells);
    console.log(`Sealed anew: ${changed} of ${cells.length}.`);
    return unopened.length === 0
      ? 0
      : refuse(
          `No key of SECRET_KEY and SECRET_KEYS_OLD opens ${unopened.length}: ${unopened.join(', ')}.`,
        );
  });
}
