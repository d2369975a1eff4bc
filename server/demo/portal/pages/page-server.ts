import { answerFrame } from '#server/demo/portal/pages/frame-server.ts';
import { layout } from '#server/demo/portal/pages/layout.ts';
import { actOnPage } from '#server/demo/portal/pages/page-acts.ts';
import { pageContext, type PageContext } from '#server/demo/portal/pages/page-context.ts';
import { portalPage } from '#server/demo/portal/pages/portal-pages.ts';
import { buildQuery } from '#server/demo/portal/php.ts';
import { issueCode } from '#server/demo/portal/tokens.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import { installOf, type World } from '#server/demo/portal/world.ts';

/** What the pages take from outside. */
export interface PageParts {
  /** The built script or style sheet of the pages, by its name; undefined where it is not built. */
  readonly asset: (name: 'parent.js' | 'parent.css') => Promise<string | undefined>;
}

const mediaTypes = { 'parent.js': 'text/javascript', 'parent.css': 'text/css' } as const;

/** The pages of a portal, for people. */
export async function answerAsPages(
  world: World,
  portal: VirtualPortal,
  request: Request,
  body: string,
  { asset }: PageParts,
): Promise<Response> {
  if (portal.ailments.deleted) return new Response('', { status: 404 });
  const context = pageContext(world, portal, request);
  const { pathname } = context.url;
  const name = /^\/portal-assets\/(parent\.(?:js|css))$/.exec(pathname)?.[1];
  if (name === 'parent.js' || name === 'parent.css') {
    const text = await asset(name);
    const type = `${mediaTypes[name]}; charset=utf-8`;
    return new Response(text ?? '', {
      status: text === undefined ? 404 : 200,
      headers: { 'content-type': type },
    });
  }
  if (request.method === 'POST' && pathname === '/demo/act') return actOnPage(context, body);
  if (request.method === 'POST' && pathname.startsWith('/demo/frame/'))
    return answerFrame(context, request, body);
  if (pathname === '/oauth/authorize/') return authorize(context);
  if (pathname === '/') return new Response('', { status: 302, headers: { location: '/stream/' } });
  const page = portalPage(context);
  if (!page) return new Response('', { status: 404 });
  return new Response(String(await layout(context, page)), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policyOf(world),
    },
  });
}

/** Pages run no script but their own, and hold frames of the registered apps only. */
function policyOf(world: World): string {
  const apps = [...world.apps.values()].flatMap(({ appUrl, installUrl }) =>
    [appUrl, installUrl ?? appUrl].map((url) => new URL(url).origin),
  );
  const origins = [...new Set(apps)].join(' ');
  return (
    `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; ` +
    `connect-src 'self'; frame-src 'self' ${origins}; form-action 'self' ${origins}; ` +
    `base-uri 'none'; frame-ancestors 'self'`
  );
}

/** Sends a person who is signed in back to an app outside, with a code that lives half a minute. */
function authorize({ world, portal, person, url }: PageContext): Response {
  const app = world.apps.get(url.searchParams.get('client_id') ?? '');
  const install = app && installOf(portal, app.clientId);
  if (!app || !install) return new Response('', { status: 404 });
  const query = buildQuery({
    code: issueCode(world, app, portal, person.id),
    state: url.searchParams.get('state') ?? '',
    domain: portal.host,
    member_id: portal.memberId,
    scope: app.scopes.toSorted().join(','),
    server_domain: new URL(world.oauth[portal.side]).host,
  });
  return new Response('', { status: 302, headers: { location: `${app.redirectUrl}?${query}` } });
}
