import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import pino, { type Logger } from 'pino';
import { createApp } from '#server/app.ts';
import type { Config } from '#server/config.ts';
import type { Connection } from '#server/db/connect.ts';
import { demoHostKeys, type SignAsHost } from '#server/demo/host-keys.ts';
import { demoAgent, seedDemo } from '#server/demo/seed.ts';
import type { Deps } from '#server/deps.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { folderFileStore } from '#server/features/attachments/file-store.ts';
import { liveChanges, ofOnePerson } from '#server/features/changes/live-changes.ts';
import { livePolicies, type LivePolicies } from '#server/features/policies/live-policies.ts';
import { registerEditions } from '#server/features/policies/register-editions.ts';
import { bitrixOAuthHosts, type OAuthHosts } from '#server/features/portals/oauth-hosts.ts';
import { loggedPortalHttp } from '#server/features/portals/logged-portal-http.ts';
import { portalHttp, type PortalHttp } from '#server/features/portals/portal-http.ts';
import { portalPersonFinder } from '#server/features/portals/portal-person.ts';
import { identityKeyFinder } from '#server/features/requesters/identity-keys.repository.ts';
import { vendorSigner } from '#server/features/vendor-keys/vendor-signer.ts';
import { ticketWriter } from '#server/features/tickets/ticket-writer.ts';
import { systemIds } from '#server/ids.ts';
import { listenForWakes } from '#server/jobs/listen-for-wakes.ts';
import { changesChannel } from '#server/jobs/wake.ts';
import { testPolicies } from '#test/support/test-policies.ts';
import { createSecretBox } from '#server/secret-box.ts';

export interface TestServer {
  readonly url: string;
  readonly deps: Deps;
  /** Replaces the policies of the running server. */
  readonly live: LivePolicies;
  readonly signAsHost: SignAsHost;
  /** A fresh one-time sign-in token of the demo's agent. */
  signInToken(): Promise<string>;
  close(): Promise<void>;
}

/**
 * The real server on a free port over a given database, with the demo's people and keys.
 *
 * @param now the clock the server lives by, epoch milliseconds
 * @param log where the server's own lines go; silent unless said
 * @param readers whom it tells at once of changes, at most
 */
export async function testServer(
  { db, client, url: databaseUrl }: Pick<Connection, 'db' | 'client'> & { readonly url?: string },
  {
    now = Date.now,
    demo = true,
    log = pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
    readers = 500,
    portals,
  }: {
    readonly now?: () => number;
    readonly demo?: boolean;
    readonly log?: Logger;
    readonly readers?: number;
    readonly portals?: {
      readonly http: PortalHttp;
      readonly oauthHosts: OAuthHosts;
      readonly pages?: Deps['portalPages'];
    };
  } = {},
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'reglament-test-'));
  const loaded = await testPolicies();
  await registerEditions(db, loaded, 'draft', new Date(now()));
  const live = livePolicies(loaded.map(({ policy }) => policy));
  const policies = live.registry;
  await seedDemo(db, policies.vendors);
  const signAsHost = await demoHostKeys(join(folder, 'host-keys'), db, policies.vendors, now);

  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config: Config = {
    HOST: '127.0.0.1',
    PORT: 0,
    DATABASE_POOL: 6,
    SECRET_KEYS_OLD: [],
    DATA_DIR: folder,
    DEMO: demo,
    ATTACHMENT_LIMIT_BYTES: 5_000_000,
    MAIL_LEASE_SECONDS: 60,
    TIMER_BATCH: 400,
    LIVE_READERS: readers,
    PROXIES: 1,
    PROBE_PORTS: [80, 443],
    TRY_LOOPBACK: false,
    VENDOR_PORTAL_HOSTS: [],
    LOG_LEVEL: 'silent',
  };
  const secretBox = createSecretBox(Buffer.alloc(32, 7));
  const changes = liveChanges({ db, log }, { readers, ofOnePerson });
  const wakes = databaseUrl
    ? listenForWakes(databaseUrl, { [changesChannel]: changes.look })
    : undefined;
  const deps: Deps = {
    config,
    db,
    client,
    policies,
    files: folderFileStore(join(folder, 'files')),
    ids: systemIds,
    now,
    findIdentityKey: identityKeyFinder(db, secretBox, now),
    findPortalPerson: portalPersonFinder(db),
    portalHttp: loggedPortalHttp(portals?.http ?? portalHttp({ holdOutside: true }), { log, now }),
    vendorPortalHttp: loggedPortalHttp(portals?.http ?? portalHttp({ holdOutside: true }), {
      log,
      now,
    }),
    oauthHosts: portals?.oauthHosts ?? bitrixOAuthHosts,
    portalPages:
      portals?.pages ?? (async () => ({ app: '/b24/app.js', install: '/b24/install.js' })),
    secretBox,
    signAsVendor: vendorSigner(db, secretBox, now),
    writeTicket: ticketWriter(client),
    changes,
    log,
    publicUrl: url,
    ...(demo ? { signAsHost } : {}),
  };
  server.on('request', getRequestListener(createApp(deps).fetch));
  return {
    url,
    deps,
    live,
    signAsHost,
    signInToken: () => createSignInToken(deps, demoAgent.id),
    close: async () => {
      changes.close();
      await wakes?.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
