import type { Result } from '#shared/result.ts';
import { answerText, restHeaders } from '#server/demo/portal/answer.ts';
import { parseQuery, type PhpMap } from '#server/demo/portal/php.ts';
import { refuse, type Refusal } from '#server/demo/portal/refusal.ts';
import { runBatch } from '#server/demo/portal/rest/batch.ts';
import { callerByToken, callerByWebhook, portalRefusal } from '#server/demo/portal/rest/caller.ts';
import { operatingOf, takeOperating, takeRequest } from '#server/demo/portal/rest/limits.ts';
import { textOf, type Caller } from '#server/demo/portal/rest/method.ts';
import { runMethod } from '#server/demo/portal/rest/methods.ts';
import { callSeconds, timeBlock } from '#server/demo/portal/rest/time-block.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import type { World } from '#server/demo/portal/world.ts';

/** A path below `/rest/`: a method, by a webhook of a person or not. */
interface RestPath {
  readonly method: string;
  readonly webhook: { readonly userId: string; readonly secret: string } | undefined;
}

export function readRestPath(pathname: string): RestPath | undefined {
  const found = /^\/rest\/(?:(\d+)\/([\w]+)\/)?([\w.]+?)(?:\.json)?\/?$/.exec(pathname);
  if (!found) return undefined;
  const [, userId, secret, method = ''] = found;
  return {
    method: method.toLowerCase(),
    webhook: userId !== undefined && secret !== undefined ? { userId, secret } : undefined,
  };
}

/**
 * The REST API of a portal, version 2. Of version 3 it knows only how it refuses.
 *
 * @param body of the request, as text
 * @param callerIp by whom the requests of a portal are counted
 */
export function answerAsRest(
  world: World,
  portal: VirtualPortal,
  request: Request,
  body: string,
  callerIp: string,
): Response {
  if (request.method === 'OPTIONS') return new Response(null, { headers: restHeaders });
  const url = new URL(request.url);
  const params = { ...parseQuery(url.search.slice(1)), ...readBody(request, body) };
  if (url.pathname.startsWith('/rest/api/')) return refuseThird();
  const path = readRestPath(url.pathname);
  const before = portalRefusal(portal, url.protocol === 'https:');
  if (before) return answerText(before, restHeaders);
  if (!path)
    return answerText(refuse(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!'), restHeaders);
  const caller = callerOf(world, portal, request, path, params);
  if (!caller.ok) return answerText(caller.failure, restHeaders);
  const { install } = caller.value;
  const stopped =
    takeRequest(world, portal, callerIp) ?? takeOperating(world, install, path.method);
  if (stopped) return answerText(stopped, restHeaders);
  const ran =
    path.method === 'batch'
      ? runBatch(world, caller.value, params)
      : runMethod(path.method, { ...caller.value, world, params: withoutAuth(params) });
  if (!ran.ok) return answerText(ran.failure, restHeaders);
  const operating = install && operatingOf(world, install, path.method);
  const { result, total } = ran.value;
  const time = timeBlock(world, portal.hoursEast, operating);
  if (operating && portal.manners.limited) operating.seconds += callSeconds;
  const whole = { result, ...(total !== undefined && { total }), time };
  return answerText({ status: 200, body: whole }, restHeaders);
}

/** JSON and forms are both taken; what is neither says nothing. */
function readBody(request: Request, body: string): PhpMap {
  if (!(request.headers.get('content-type') ?? '').includes('json')) return parseQuery(body);
  try {
    const read = JSON.parse(body) as unknown;
    return typeof read === 'object' && read !== null ? (read as PhpMap) : {};
  } catch {
    return {};
  }
}

/** The token stands in the body, the query or, where no browser calls, in a header. */
function callerOf(
  world: World,
  portal: VirtualPortal,
  request: Request,
  { webhook }: RestPath,
  params: PhpMap,
): Result<Caller, Refusal> {
  if (webhook) return callerByWebhook(portal, webhook.userId, webhook.secret);
  const bearer = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const token = textOf(params['auth']) || textOf(params['access_token']) || bearer;
  return callerByToken(world, portal, token ?? '');
}

const withoutAuth = (params: PhpMap): PhpMap =>
  Object.fromEntries(
    Object.entries(params).filter(([name]) => !['auth', 'access_token'].includes(name)),
  );

/** Version 3 refuses with an object; its code and words are not documented. */
function refuseThird(): Response {
  const error = {
    code: 'BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION',
    message: 'Request validation failed',
    validation: [{ field: 'select', message: 'Unknown field' }],
  };
  return answerText({ status: 400, body: { error } }, restHeaders);
}
