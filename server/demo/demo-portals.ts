import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoOAuthHosts, demoPortalUrl, demoWorld } from '#server/demo/portal/demo-world.ts';
import { portalWorldApp, type WorldApp } from '#server/demo/portal/world-app.ts';
import { finishInstall, install } from '#server/demo/portal/install-acts.ts';
import type { RegisteredApp } from '#server/demo/portal/install.ts';
import { systemHex } from '#server/demo/portal/system-parts.ts';
import { worldHttp } from '#server/demo/portal/world-http.ts';
import type { Person, VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import { vendorOwnPortal } from '#server/demo/portal/virtual-portals.ts';
import { portalOf, type SentEvent, type World } from '#server/demo/portal/world.ts';
import type { Database } from '#server/db/connect.ts';
import type { OAuthHosts } from '#server/features/portals/oauth-hosts.ts';
import type { PortalHttp } from '#server/features/portals/portal-http.ts';
import { savePortalApp } from '#server/features/portals/portals.repository.ts';
import { appSecretPlace } from '#server/features/portals/renew-token.ts';
import type { PortalRow } from '#server/features/portals/portals.table.ts';
import { vendorPortalSettings } from '#server/features/vendor-portal/vendor-portal-settings.ts';
import {
  saveVendorPortal,
  vendorPortalKeyPlace,
  vendorPortalUrlPlace,
} from '#server/features/vendor-portal/vendor-portals.repository.ts';
import { demoAgent } from '#server/demo/seed.ts';
import { packageRoot } from '#server/package-root.ts';
import type { SecretBox } from '#server/secret-box.ts';

/** A Bitrix24 on this machine, to try the app in: portals and both OAuth servers, each at a name of its own. */
export interface DemoPortals {
  readonly answer: WorldApp;
  readonly http: PortalHttp;
  readonly oauthHosts: OAuthHosts;
  /** Where to begin. */
  readonly start: string;
  readonly app: RegisteredApp;
  /** The vendor's own portal, which tickets go to: where it is, and both secrets. */
  readonly own: { readonly host: string; readonly url: string; readonly eventToken: string };
  /** A customer's portal whose administrator has named a contract. */
  readonly asking: Pick<
    PortalRow,
    'memberId' | 'domain' | 'restUrl' | 'version' | 'status' | 'license'
  > & { readonly asker: Person | undefined };
}

const vendor = 'didox24';
const clientId = 'app.00000000000000.00000001';

/**
 * Stands up the demo's portals beside a server that browsers on this machine reach, over names that they find here
 * by themselves; undefined for any other server.
 *
 * @param publicUrl without a slash at its end
 */
export function demoPortals(publicUrl: string, now: () => number): DemoPortals | undefined {
  const { protocol, hostname, port: written } = new URL(publicUrl);
  const here = hostname === '127.0.0.1' || hostname === 'localhost';
  const port = Number(written || 80);
  if (protocol !== 'http:' || !here || port === 0) return undefined;
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
  const app = appAt(`${publicUrl}/b24/${vendor}`);
  const world = demoWorld({ now, hex: systemHex, deliver, wait }, port, [app]);
  const [alpha, uz] = [portalOf(world, 'alpha'), portalOf(world, 'uz')];
  installWhole(world, alpha, app);
  const { status } = installWhole(world, uz, app);
  const deal = { id: 8061, title: 'Поставка оборудования' };
  alpha.added.push({ kind: 'crm.item.2', id: deal.id, fields: deal });
  const own = addOwnPortal(world, `didox24.localhost:${port}`, publicUrl);
  const folder = join(packageRoot(import.meta.url), 'dist/demo-portal');
  const asset = (name: string) => readFile(join(folder, name), 'utf8').catch(() => undefined);
  const answer = portalWorldApp(world, { asset });
  return {
    answer,
    http: worldHttp(answer, wait),
    oauthHosts: demoOAuthHosts(port),
    start: demoPortalUrl(port),
    app,
    own,
    asking: {
      memberId: uz.memberId,
      domain: uz.host,
      restUrl: `http://${uz.host}/rest/`,
      version: String(app.version),
      status,
      license: uz.licence.LICENSE,
      asker: uz.people.get(1),
    },
  };
}

/** Installs the app with its places, as the installer would have bound them. */
function installWhole(world: World, portal: VirtualPortal, { appUrl: handler }: RegisteredApp) {
  const made = install(world, portal, clientId, 1);
  finishInstall(world, portal, clientId);
  const more = {
    userId: 0,
    handler,
    options: {},
    title: 'Поддержка',
    description: '',
    langAll: {},
  };
  for (const placement of ['USER_PROFILE_MENU', 'REST_APP_URI', 'CRM_DEAL_DETAIL_TAB'])
    made.placements.push({ placement, ...more });
  return made;
}

/** Stands up the vendor's own portal, with a webhook into it and one out of it. */
function addOwnPortal(world: World, host: string, publicUrl: string): DemoPortals['own'] {
  const portal = vendorOwnPortal(host);
  const [secret, eventToken] = [systemHex(16), systemHex(32)];
  portal.webhooks.push({ secret, userId: 1, scopes: ['crm', 'task', 'im'] });
  portal.outgoing.push({
    id: 1,
    events: [
      'ONCRMDYNAMICITEMUPDATE',
      'ONTASKUPDATE',
      'ONCRMTIMELINECOMMENTADD',
      'ONTASKCOMMENTADD',
    ],
    handler: `${publicUrl}/b24/${vendor}/own-portal`,
    applicationToken: eventToken,
  });
  world.portals.set(portal.key, portal);
  return { host, url: `http://${host}/rest/1/${secret}/`, eventToken };
}

const appAt = (home: string): RegisteredApp => ({
  clientId,
  clientSecret: systemHex(50),
  code: 'didox24.demo',
  title: { ru: 'Поддержка Didox24', en: 'Didox24 support' },
  version: 3,
  scopes: ['placement', 'user_brief', 'im', 'crm'],
  appUrl: `${home}/app`,
  installUrl: `${home}/install`,
  redirectUrl: `${home}/app`,
});

/** As the portals' cloud does: sent once, whatever comes of it. */
function deliver({ url, headers, body }: SentEvent): void {
  fetch(url, { method: 'POST', headers, body, redirect: 'manual' }).catch(() => undefined);
}

/** Records the demo's app as the vendor's: its secret is another one with every start. */
export const seedPortalApp = (
  db: Database,
  secretBox: SecretBox,
  { clientId: id, clientSecret, code }: RegisteredApp,
  createdAt: Date,
): Promise<void> =>
  savePortalApp(db, {
    tenantId: vendor,
    clientId: id,
    code,
    sealedSecret: secretBox.seal(clientSecret, appSecretPlace(vendor)),
    createdAt,
  });

/** Connects the vendor's own portal: it is another one with every start, which nothing stands in yet. */
export async function seedVendorPortal(
  db: Database,
  secretBox: SecretBox,
  { host, url, eventToken }: DemoPortals['own'],
  at: Date,
): Promise<void> {
  const settings = vendorPortalSettings.parse({
    agent: demoAgent.id,
    item: {
      entityTypeId: 1302,
      fields: {
        ufCrm44Portal: 'answers.portal',
        ufCrm44Organisation: 'organisation',
        ufCrm44Status: 'status',
        ufCrm44Link: 'link',
      },
    },
    task: { responsibleId: 6 },
  });
  const connection = {
    tenantId: vendor,
    host,
    sealedUrl: secretBox.seal(url, vendorPortalUrlPlace(vendor)),
    sealedEventKey: secretBox.seal(eventToken, vendorPortalKeyPlace(vendor)),
    settings,
  };
  await saveVendorPortal(db, connection, at, true);
}
