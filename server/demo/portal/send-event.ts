import type { EventBinding, Install } from '#server/demo/portal/install.ts';
import type { PhpMap } from '#server/demo/portal/php.ts';
import { homeOf, placeOf, postEvent } from '#server/demo/portal/post-event.ts';
import { accessSeconds, livePair } from '#server/demo/portal/tokens.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import type { World } from '#server/demo/portal/world.ts';

/**
 * What an event says of whoever speaks. `full`: with both tokens; `usual`: without the refresh token; `bare`: no
 * token but that of the app; `documented`: not even that one.
 */
export type EventAuth = 'full' | 'usual' | 'bare' | 'documented';

/** One event of a portal. */
export interface PortalEvent {
  readonly name: string;
  readonly data: PhpMap;
  readonly auth: EventAuth;
  /** Who triggered it; whoever installed the app where nobody did. */
  readonly userId?: number;
}

/** Sends an event to whatever the app bound to it. Before the installation is finished it hears nothing. */
export function sendEvent(
  world: World,
  portal: VirtualPortal,
  install: Install,
  event: PortalEvent,
): void {
  if (!install.installed) return;
  for (const binding of install.events)
    if (binding.event === event.name && !binding.offline)
      sendTo(world, portal, install, event, binding);
}

/** Sends an event to one handler. */
export function sendTo(
  world: World,
  portal: VirtualPortal,
  install: Install,
  { name, data, auth, userId }: PortalEvent,
  { id, handler, authType }: Pick<EventBinding, 'id' | 'handler' | 'authType'>,
): void {
  const speaker = authType || (userId ?? install.installedBy);
  postEvent(world, {
    name,
    data,
    handlerId: id,
    url: handler,
    auth: authOf(world, portal, install, auth, speaker),
  });
}

function authOf(
  world: World,
  portal: VirtualPortal,
  install: Install,
  kind: EventAuth,
  userId: number,
): PhpMap {
  const [place, home] = [placeOf(world, portal), homeOf(portal)];
  const { applicationToken } = install;
  if (kind === 'documented') return { ...place, ...home };
  if (kind === 'bare') return { ...place, ...home, application_token: applicationToken };
  const pair = livePair(world, portal, install, userId);
  return {
    access_token: pair.accessToken,
    expires: pair.expiresAt,
    expires_in: accessSeconds,
    scope: pair.scopes.join(','),
    ...place,
    status: pair.status,
    ...home,
    user_id: userId,
    ...(kind === 'full' && { refresh_token: pair.refreshToken }),
    application_token: applicationToken,
  };
}
