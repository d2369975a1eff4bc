import { readFile } from 'node:fs/promises';
import type { Environment } from '#server/cli.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import type { Database } from '#server/db/connect.ts';
import { findAgent } from '#server/features/agents/agents.repository.ts';
import { tenantExists } from '#server/features/tenants/tenants.repository.ts';
import { vendorPortalSettings } from '#server/features/vendor-portal/vendor-portal-settings.ts';
import {
  findVendorPortal,
  saveVendorPortal,
  stopVendorPortal,
  vendorPortalKeyPlace,
  vendorPortalUrlPlace,
} from '#server/features/vendor-portal/vendor-portals.repository.ts';
import { readWebhookUrl } from '#server/features/vendor-portal/webhook-url.ts';
import { readTarget } from '#server/http/probe/probe-target.ts';
import { jsonOf } from '#server/json-of.ts';
import { whyUnread } from '#server/why-unread.ts';
import { fail, succeed } from '#shared/result.ts';
import { readSecretBox } from '#server/secret-key.ts';

interface Options {
  readonly settings?: string;
  readonly stop?: boolean;
}

/**
 * `B24_WEBHOOK_URL=… reglament vendor-portal modme --settings FILE`: shows tickets in the vendor's own portal from now
 * on. The address of its incoming webhook is a secret, and comes by the environment, as the token of its outgoing
 * one does (`B24_EVENT_TOKEN`); neither is shown again. Without a file it says how the connection stands.
 */
export async function vendorPortalCommand(
  env: Environment,
  vendor: string,
  { settings: file, stop }: Options,
  now: () => number,
): Promise<number> {
  if (file !== undefined && stop) return misuse('Say --settings or --stop.');
  return withDatabase(env, async (db, config) => {
    if (!(await tenantExists(db, vendor))) return refuse(`There is no vendor ${vendor}.`);
    const at = new Date(now());
    if (stop) {
      if (!(await stopVendorPortal(db, vendor, at))) return refuse(`${vendor} has no portal.`);
      console.log(`The portal of ${vendor} is told nothing more.`);
      return 0;
    }
    if (file === undefined) return sayState(db, vendor);
    const address = env['B24_WEBHOOK_URL'];
    if (!address) return misuse('Say the address of the incoming webhook in B24_WEBHOOK_URL.');
    const webhook = readWebhookUrl(address, config.DEMO);
    if (!webhook.ok) return refuse('B24_WEBHOOK_URL is no https://PORTAL/rest/PERSON/SECRET/.');
    const { host, url } = webhook.value;
    const { port } = new URL(url);
    const ports = [443, Number(port || 443)];
    if (!readTarget(url, ports, config.TRY_LOOPBACK, config.VENDOR_PORTAL_HOSTS).ok)
      return refuse(
        `${host} is an address of a private network. Whoever runs the server may allow it in VENDOR_PORTAL_HOSTS.`,
      );
    const text = await readFile(file, 'utf8').then(succeed, (error: unknown) =>
      fail(whyUnread(error)),
    );
    if (!text.ok) return refuse(`${file}: ${text.failure}.`);
    const read = vendorPortalSettings.safeParse(jsonOf(text.value));
    if (!read.success)
      return refuse(
        `${file} does not say what becomes of tickets:`,
        ...read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`),
      );
    const settings = read.data;
    if (!(await findAgent(db, vendor, settings.agent)))
      return refuse(`There is no agent ${settings.agent} at ${vendor}.`);
    const box = await readSecretBox(config);
    const token = env['B24_EVENT_TOKEN'];
    const connection = {
      tenantId: vendor,
      host,
      sealedUrl: box.seal(url, vendorPortalUrlPlace(vendor)),
      sealedEventKey: token ? box.seal(token, vendorPortalKeyPlace(vendor)) : null,
      settings,
    };
    await saveVendorPortal(db, connection, at);
    console.log(`Tickets of ${vendor} go to ${host} from now on.`);
    if (token) console.log(`Address for its outgoing webhook: /b24/${vendor}/own-portal`);
    return 0;
  });
}

async function sayState(db: Database, vendor: string): Promise<number> {
  const portal = await findVendorPortal(db, vendor);
  if (!portal) return refuse(`${vendor} has no portal.`);
  const { host, stoppedAt, lastPushAt, lastError } = portal;
  console.log(`${vendor} at ${host}${stoppedAt ? `, stopped ${stoppedAt.toISOString()}` : ''}`);
  console.log(`  last push: ${lastPushAt?.toISOString() ?? 'none yet'}`);
  console.log(`  last error: ${lastError ?? 'none'}`);
  return 0;
}
