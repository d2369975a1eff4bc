import { answerText } from '#server/demo/portal/answer.ts';
import { answerAsOAuth, oauthMethod } from '#server/demo/portal/oauth-server.ts';
import { spoil, takeFault } from '#server/demo/portal/faults.ts';
import { answerAsPages, type PageParts } from '#server/demo/portal/pages/page-server.ts';
import { answerAsRest, readRestPath } from '#server/demo/portal/rest/rest-server.ts';
import { rememberRequest } from '#server/demo/portal/seen-request.ts';
import { originOf, type VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import type { World } from '#server/demo/portal/world.ts';

/** Where the addresses that events come from are published: those of the east, and of the west. */
const senderLists = new Set([
  'https://repos.1c-bitrix.ru/webhook/app.json',
  'https://dl.bitrix24.com/webhook/app-world.json',
]);
const senderNodes = ['198.51.100.10', '203.0.113.20'];

/** Answers for every host of the world; undefined where the host is not of it. */
export type WorldApp = (request: Request, callerIp?: string) => Promise<Response> | undefined;

/** All hosts of a world as one app, so that one process can be portals and OAuth servers. */
export function portalWorldApp(world: World, parts: PageParts): WorldApp {
  return (request, callerIp = '127.0.0.1') => {
    if (senderLists.has(request.url))
      return Promise.resolve(answerText({ status: 200, body: { nodes: senderNodes } }));
    const { host } = new URL(request.url);
    const side = (['east', 'west'] as const).find((one) => new URL(world.oauth[one]).host === host);
    if (side)
      return answer(world, request, host, 'oauth', (body) =>
        answerAsOAuth(world, side, request, body),
      );
    const portal = [...world.portals.values()].find(
      (one) => one.host === host || one.formerHosts.includes(host),
    );
    if (!portal) return undefined;
    return answer(world, request, host, 'portal', (body) =>
      portal.host === host
        ? answerAsPortal(world, portal, request, body, callerIp, parts)
        : movedTo(portal, request),
    );
  };
}

async function answer(
  world: World,
  request: Request,
  host: string,
  kind: 'oauth' | 'portal',
  act: (body: string) => Response | Promise<Response>,
): Promise<Response> {
  const body = ['GET', 'HEAD'].includes(request.method) ? '' : await request.text();
  rememberRequest(world, request, body);
  const { pathname } = new URL(request.url);
  const method =
    kind === 'oauth' ? oauthMethod(pathname) : (readRestPath(pathname)?.method ?? 'page');
  const fault = request.method === 'OPTIONS' ? undefined : takeFault(world, host, method);
  return fault ? spoil(world, fault, () => act(body)) : act(body);
}

const answerAsPortal = (
  world: World,
  portal: VirtualPortal,
  request: Request,
  body: string,
  callerIp: string,
  parts: PageParts,
): Response | Promise<Response> =>
  new URL(request.url).pathname.startsWith('/rest/')
    ? answerAsRest(world, portal, request, body, callerIp)
    : answerAsPages(world, portal, request, body, parts);

/** The old name of a portal leads to the new one; whoever follows it loses what was posted. */
function movedTo(portal: VirtualPortal, request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const location = `${originOf(portal)}${pathname}${search}`;
  return new Response('', { status: 302, headers: { location } });
}
