import type { PhpMap } from '#server/demo/portal/php.ts';
import { sendEvent } from '#server/demo/portal/send-event.ts';
import { homeOf, placeOf, postEvent } from '#server/demo/portal/post-event.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import type { World } from '#server/demo/portal/world.ts';

/** Tells every app that bound the event, and every handler that somebody pointed it at by hand. */
export function announce(
  world: World,
  portal: VirtualPortal,
  name: string,
  data: PhpMap,
  userId?: number,
): void {
  for (const install of portal.installs.values())
    sendEvent(world, portal, install, {
      name,
      data,
      auth: 'usual',
      ...(userId !== undefined && { userId }),
    });
  for (const { id, events, handler, applicationToken } of portal.outgoing)
    if (events.includes(name))
      postEvent(world, {
        name,
        data,
        handlerId: id,
        url: handler,
        auth: {
          ...placeOf(world, portal),
          ...homeOf(portal),
          application_token: applicationToken,
        },
      });
}
