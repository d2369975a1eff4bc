import type { RegisteredApp } from '#server/demo/portal/install.ts';
import { virtualPortals, type PortalKey } from '#server/demo/portal/virtual-portals.ts';
import { createWorld, type World, type WorldParts } from '#server/demo/portal/world.ts';

/** Names below `localhost`, which every browser finds on this machine by itself. */
const names: Readonly<Record<PortalKey | 'east' | 'west', string>> = {
  alpha: 'romashka.localhost',
  bravo: 'bravo.localhost',
  uz: 'namuna.localhost',
  box: 'box.localhost',
  east: 'oauth-east.localhost',
  west: 'oauth-west.localhost',
};

/** Origins of the demo's OAuth servers; a server outside the demo refuses to be set to them. */
export const demoOAuthHosts = (port: number): Readonly<Record<'east' | 'west', string>> => ({
  east: `http://${names.east}:${port}`,
  west: `http://${names.west}:${port}`,
});

/** Where a newcomer sees the app inside a portal. */
export const demoPortalUrl = (port: number, key: PortalKey = 'alpha'): string =>
  `http://${names[key]}:${port}/`;

/**
 * The portals of a demo, over plain HTTP on the port of its server, with the app in their catalogue and nothing
 * installed.
 *
 * @param port that people reach the demo at
 */
export function demoWorld(
  parts: Omit<WorldParts, 'oauth'>,
  port: number,
  apps: readonly RegisteredApp[],
): World {
  const world = createWorld({ ...parts, oauth: demoOAuthHosts(port) });
  const at = (key: PortalKey) => `${names[key]}:${port}`;
  const hosts = { alpha: at('alpha'), bravo: at('bravo'), uz: at('uz'), box: at('box') };
  for (const [key, portal] of virtualPortals({ hosts, secure: false })) {
    // without its port nobody finds a portal of the demo
    portal.manners = { ...portal.manners, oauthNamesPort: true };
    world.portals.set(key, portal);
  }
  for (const app of apps) world.apps.set(app.clientId, app);
  return world;
}
