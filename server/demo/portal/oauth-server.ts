import { answerText } from '#server/demo/portal/answer.ts';
import { giveTokens, tokenFacts } from '#server/demo/portal/oauth-tokens.ts';
import { parseQuery } from '#server/demo/portal/php.ts';
import { timeBlock } from '#server/demo/portal/rest/time-block.ts';
import type { World } from '#server/demo/portal/world.ts';

/** What a request asks of an OAuth server, for the faults. */
export const oauthMethod = (pathname: string): string =>
  pathname.startsWith('/oauth/token') ? 'oauth.token' : pathname.replace(/^\/rest\//, '');

/**
 * One of the two OAuth servers. Whether `app.info` takes a POST is not known; here it takes none.
 *
 * @param body of the request, as text
 */
export function answerAsOAuth(
  world: World,
  side: 'east' | 'west',
  request: Request,
  body: string,
): Response {
  const { pathname, search } = new URL(request.url);
  const query = parseQuery(search.slice(1));
  if (pathname === '/oauth/token/' && ['GET', 'POST'].includes(request.method)) {
    const given = giveTokens(world, side, { ...query, ...parseQuery(body) });
    return answerText(given.ok ? { status: 200, body: given.value } : given.failure);
  }
  if (/^\/rest\/app\.info(\.json)?$/.test(pathname) && request.method === 'GET') {
    const facts = tokenFacts(world, side, typeof query['auth'] === 'string' ? query['auth'] : '');
    if (!facts.ok) return answerText(facts.failure);
    const time = timeBlock(world, 3);
    return answerText({ status: 200, body: { result: facts.value, time } });
  }
  return new Response('', { status: 404 });
}
