import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { RegisteredApp } from '#server/demo/portal/install.ts';
import { virtualPortals, type PortalKey } from '#server/demo/portal/virtual-portals.ts';
import { createWorld, type SentEvent, type World } from '#server/demo/portal/world.ts';
import { portalWorldApp } from '#server/demo/portal/world-app.ts';
import { systemHex } from '#server/demo/portal/system-parts.ts';
import { attackerHost, type AttackerHost } from '#test/support/attacker-host.ts';
import { localCa } from '#test/support/local-ca.ts';
import { root } from '#test/support/sources.ts';

/** Names of their own registrable domains, so that a browser sees sites that are strangers to each other. */
const portalNames: Readonly<Record<PortalKey, string>> = {
  alpha: 'alpha-bitrix.test',
  bravo: 'bravo-bitrix.test',
  uz: 'namuna-bitrix.test',
  box: 'romashka-box.test',
};
const oauthNames = { east: 'oauth-east.test', west: 'oauth-west.test' } as const;
const appName = 'app-helpline.test';
const attackerName = 'attacker.test';

/** Portals, OAuth servers, an app and an attacker over TLS, on one port of this machine. */
export interface PortalStage {
  readonly port: number;
  /** Of the authority that signed for all of them, as PEM. */
  readonly ca: string;
  readonly world: World;
  readonly attacker: AttackerHost;
  readonly sent: SentEvent[];
  /** Names that may be asked for, without their port. */
  readonly names: readonly string[];
  origin(of: PortalKey | 'app' | 'attacker' | 'east' | 'west'): string;
  /** Arguments for a browser that finds and trusts them. */
  readonly browserArgs: readonly string[];
  close(): Promise<void>;
}

/**
 * @param answerAsApp what is asked of the app's host
 * @param register the app that the catalogue has, by the app's origin
 */
export async function portalStage(
  answerAsApp: (request: Request) => Promise<Response>,
  register: (appOrigin: string) => RegisteredApp,
  now: () => number = Date.now,
): Promise<PortalStage> {
  const names = [
    ...Object.values(portalNames),
    ...Object.values(oauthNames),
    appName,
    attackerName,
  ];
  const ca = localCa();
  const certificate = ca.issue(names);
  const server: Server = createServer({ key: certificate.key, cert: certificate.chain });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const at = (name: string) => `https://${name}:${port}`;
  const sent: SentEvent[] = [];
  const world = createWorld({
    now,
    hex: systemHex,
    deliver: (event) => void sent.push(event),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref()),
    oauth: { east: at(oauthNames.east), west: at(oauthNames.west) },
  });
  const hosts = Object.fromEntries(
    Object.entries(portalNames).map(([key, name]) => [key, `${name}:${port}`]),
  ) as Record<PortalKey, string>;
  for (const [key, portal] of virtualPortals({ hosts, secure: true })) {
    portal.manners = { ...portal.manners, oauthNamesPort: true };
    world.portals.set(key, portal);
  }
  const app = register(at(appName));
  world.apps.set(app.clientId, app);
  const asset = (name: string) => readFile(join(root, 'dist/demo-portal', name), 'utf8');
  const worldApp = portalWorldApp(world, { asset });
  const attacker = attackerHost();
  server.on(
    'request',
    getRequestListener(async (request) => {
      const { hostname } = new URL(request.url);
      if (hostname === appName) return answerAsApp(request);
      if (hostname === attackerName) return attacker.answer(request);
      return worldApp(request) ?? new Response('', { status: 404 });
    }),
  );
  const byKey = { ...portalNames, ...oauthNames, app: appName, attacker: attackerName };
  return {
    port,
    ca: ca.root,
    world,
    attacker,
    sent,
    names,
    origin: (of) => at(byKey[of]),
    browserArgs: [
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      `--ignore-certificate-errors-spki-list=${certificate.spki}`,
    ],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
