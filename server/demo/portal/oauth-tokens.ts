import { fail, succeed, type Result } from '#shared/result.ts';
import { isCutOff } from '#server/demo/portal/install.ts';
import { refuse, type Refusal } from '#server/demo/portal/refusal.ts';
import { dateAtom, type PhpMap } from '#server/demo/portal/php.ts';
import {
  accessSeconds,
  findAccess,
  findRefresh,
  installOfPair,
  issuePair,
  type TokenPair,
} from '#server/demo/portal/tokens.ts';
import { knownHost, knownOrigin } from '#server/demo/portal/virtual-portal.ts';
import { epochSeconds, installOf, type World } from '#server/demo/portal/world.ts';

type Side = 'east' | 'west';

/**
 * Whose a token is, as the only server says it that can know. Its statuses and texts are not documented, nor is
 * which kind of member it names; the texts of its refusals follow those that were seen.
 */
export function tokenFacts(world: World, side: Side, token: string): Result<PhpMap, Refusal> {
  if (token === '') return fail(refuse(401, 'NO_AUTH_FOUND', 'Wrong authorization data'));
  const pair = findAccess(world, token);
  if (!pair || pair.portal.side !== side)
    return fail(refuse(401, 'invalid_token', 'Unable to get application by token'));
  const install = installOfPair(pair);
  if (!install) return fail(notInstalled);
  const now = epochSeconds(world);
  if (pair.portal.ailments.deleted || pair.portal.people.get(pair.userId)?.active !== true)
    return fail(refuse(401, 'invalid_token', 'Unable to get application by token'));
  if (pair.expiresAt <= now)
    return fail(refuse(401, 'expired_token', 'The access token provided has expired.'));
  if (isCutOff(install, now)) return fail(refuse(401, 'PAYMENT_REQUIRED', 'Payment required'));
  const { portal } = pair;
  const scope = pair.scopes.join(',');
  const origin = knownOrigin(portal);
  return succeed({
    client_id: pair.clientId,
    scope,
    expires: dateAtom(pair.expiresAt, 0),
    install: {
      installed: install.installed,
      version: install.version,
      status: install.status,
      scope,
      domain: knownHost(portal),
      uri: origin,
      client_endpoint: `${origin}/rest/`,
      member_id: portal.memberId,
      member_type: 'user',
    },
    user_id: pair.userId,
  });
}

const notInstalled = refuse(401, 'NOT_INSTALLED', 'Application not installed');

/** Gives a new pair for a refresh token or a code. The old refresh token is dead from then on. */
export function giveTokens(
  world: World,
  side: Side,
  params: Readonly<Record<string, unknown>>,
): Result<PhpMap, Refusal> {
  const said = (name: string) => (typeof params[name] === 'string' ? params[name] : '');
  const grant = said('grant_type');
  const given = said(grant === 'refresh_token' ? 'refresh_token' : 'code');
  if (!['refresh_token', 'authorization_code'].includes(grant) || given === '')
    return fail(refuse(400, 'invalid_request', 'Invalid request'));
  const app = world.apps.get(said('client_id'));
  if (!app) return fail(refuse(400, 'invalid_client', 'Invalid client'));
  // this one came with HTTP 200
  if (app.clientSecret !== said('client_secret'))
    return fail(refuse(200, 'wrong_client', 'Wrong client'));
  const asked = said('scope').split(',').filter(Boolean);
  if (asked.some((scope) => !app.scopes.includes(scope)))
    return fail(refuse(403, 'invalid_scope', 'Invalid scope'));
  const holder =
    grant === 'refresh_token'
      ? spendRefresh(world, given, app.clientId, side)
      : spendCode(world, given, app.clientId, side);
  return holder.ok ? grantPair(world, holder.value, grant) : holder;
}

type Holder = Pick<TokenPair, 'portal' | 'clientId' | 'userId'>;

function spendRefresh(
  world: World,
  token: string,
  clientId: string,
  side: Side,
): Result<Holder, Refusal> {
  const pair = findRefresh(world, token);
  const bad = fail(refuse(400, 'invalid_grant', 'Bad refresh token'));
  if (!pair || pair.portal.side !== side || pair.clientId !== clientId) return bad;
  const standing = mayHaveTokens(world, pair);
  if (!standing.ok) return standing;
  if (pair.refreshDead || pair.refreshUntil <= epochSeconds(world)) return bad;
  pair.refreshDead = true;
  return succeed(pair);
}

function spendCode(
  world: World,
  text: string,
  clientId: string,
  side: Side,
): Result<Holder, Refusal> {
  const code = world.codes.get(text);
  world.codes.delete(text);
  const good = code?.clientId === clientId && code.portal.side === side;
  if (!good || code.until <= epochSeconds(world))
    return fail(refuse(400, 'invalid_grant', 'Bad code'));
  return mayHaveTokens(world, code);
}

/** A portal that is gone is answered with 404 and nothing. */
function mayHaveTokens(world: World, holder: Holder): Result<Holder, Refusal> {
  const { portal, clientId, userId } = holder;
  if (portal.ailments.deleted) return fail(refuse(404, ''));
  const install = installOf(portal, clientId);
  if (!install) return fail(notInstalled);
  if (isCutOff(install, epochSeconds(world)))
    return fail(refuse(401, 'PAYMENT_REQUIRED', 'Payment required'));
  if (portal.people.get(userId)?.active !== true)
    return fail(refuse(400, 'invalid_grant', 'Bad refresh token'));
  return succeed(holder);
}

function grantPair(
  world: World,
  { portal, clientId, userId }: Holder,
  grant: string,
): Result<PhpMap, Refusal> {
  const install = installOf(portal, clientId);
  if (!install) return fail(notInstalled);
  const pair = issuePair(world, portal, install, userId);
  const listed = grant === 'refresh_token' && portal.manners.refreshedScope === 'list';
  const server = world.oauth[portal.side];
  return succeed({
    access_token: pair.accessToken,
    client_endpoint: `${knownOrigin(portal)}/rest/`,
    // the server's own name, not the portal's
    domain: new URL(server).host,
    expires: pair.expiresAt,
    expires_in: accessSeconds,
    member_id: portal.memberId,
    refresh_token: pair.refreshToken,
    scope: listed ? pair.scopes.join(',') : 'app',
    server_endpoint: `${server}/rest/`,
    status: install.status,
    user_id: userId,
  });
}
