import { fail, succeed, type Result } from '#shared/result.ts';
import { isCutOff } from '#server/demo/portal/install.ts';
import { refuse, type Refusal } from '#server/demo/portal/refusal.ts';
import type { Caller } from '#server/demo/portal/rest/method.ts';
import { findAccess, installOfPair } from '#server/demo/portal/tokens.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import { epochSeconds, type World } from '#server/demo/portal/world.ts';

const invalid = refuse(401, 'invalid_token', 'Unable to get application by token');
const noAuth = refuse(401, 'NO_AUTH_FOUND', 'Wrong authorization data');

/** What stands before every method: the portal itself. */
export function portalRefusal(portal: VirtualPortal, secureRequest: boolean): Refusal | undefined {
  const { deleted, overloaded, withoutRest, cutOffFromOAuth } = portal.ailments;
  if (deleted) return refuse(403, 'PORTAL_DELETED', 'Portal was deleted');
  if (portal.secure && !secureRequest) return refuse(400, 'INVALID_REQUEST', 'Https required');
  if (overloaded) return refuse(503, 'OVERLOAD_LIMIT', 'REST API is blocked due to overload.');
  if (withoutRest)
    return refuse(403, 'ACCESS_DENIED', 'REST API is available only on commercial plans');
  if (cutOffFromOAuth)
    return refuse(401, 'CONNECTION_ERROR', 'Error connecting to authorization server');
  return undefined;
}

/**
 * Who a token is, to the portal. It takes the tokens of every app that is in it: that a token is good here proves
 * nothing of whose app it is.
 */
export function callerByToken(
  world: World,
  portal: VirtualPortal,
  token: string,
): Result<Caller, Refusal> {
  if (token === '') return fail(noAuth);
  const pair = findAccess(world, token);
  if (!pair || pair.portal !== portal) return fail(invalid);
  const install = installOfPair(pair);
  if (!install) return fail(refuse(401, 'APPLICATION_NOT_FOUND', 'Application not found'));
  const now = epochSeconds(world);
  if (pair.expiresAt <= now)
    return fail(refuse(401, 'expired_token', 'The access token provided has expired'));
  if (isCutOff(install, now)) return fail(refuse(401, 'PAYMENT_REQUIRED', 'Payment required'));
  const person = portal.people.get(pair.userId);
  if (!person) return fail(refuse(401, 'authorization_error', 'Unable to authorize user'));
  if (install.allowed && !install.allowed.has(person.id))
    return fail(
      refuse(401, 'user_access_error', 'The user does not have access to the application'),
    );
  return succeed({ portal, person, scopes: pair.scopes, install });
}

/** Who a webhook is: the person who made it, and no app. */
export function callerByWebhook(
  portal: VirtualPortal,
  userId: string,
  secret: string,
): Result<Caller, Refusal> {
  const hook = portal.webhooks.find(
    (one) => one.secret === secret && String(one.userId) === userId,
  );
  const person = hook && portal.people.get(hook.userId);
  if (!hook || !person?.active)
    return fail(refuse(401, 'INVALID_CREDENTIALS', 'Invalid request credentials'));
  return succeed({ portal, person, scopes: hook.scopes, install: undefined });
}
