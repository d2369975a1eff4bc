import { buildQuery, type PhpMap } from '#server/demo/portal/php.ts';
import { knownHost, knownOrigin, type VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import { epochSeconds, type World } from '#server/demo/portal/world.ts';

/** Where the portal and its OAuth server are, as events name them. */
export const placeOf = (world: World, portal: VirtualPortal) => ({
  domain: knownHost(portal),
  server_endpoint: `${world.oauth[portal.side]}/rest/`,
});

/** Where its REST API is, and which portal it is for ever. */
export const homeOf = (portal: VirtualPortal) => ({
  client_endpoint: `${knownOrigin(portal)}/rest/`,
  member_id: portal.memberId,
});

/** One event to one handler. */
export interface Posting {
  readonly name: string;
  readonly data: PhpMap;
  readonly handlerId: number;
  readonly url: string;
  readonly auth: PhpMap;
}

/** Hands an event to whoever delivers it. */
export function postEvent(world: World, { name, data, handlerId, url, auth }: Posting): void {
  world.deliver({
    event: name,
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: buildQuery({
      event: name,
      event_handler_id: handlerId,
      data,
      ts: epochSeconds(world),
      auth,
    }),
  });
}
