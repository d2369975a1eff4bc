import { createMiddleware } from 'hono/factory';
import type { Deps } from '#server/deps.ts';
import { findOrigins } from '#server/features/tenants/tenants.repository.ts';
import { identifyRequester, type Identity } from '#server/features/requesters/identity.ts';
import type { RequesterEnv } from '#server/http/app-env.ts';
import { corsHeaders, originIsAllowed } from '#server/http/origin-gate.ts';
import { problemResponse } from '#server/http/problem-reply.ts';
import { rateLimit, type RateLimit } from '#server/http/rate-limit.ts';

/**
 * The way into the requester's side: which vendor, may this page call, who asks. Answers before any
 * handler runs.
 */
export function requesterSide(deps: Deps) {
  const limit = rateLimit(deps.now);
  return createMiddleware<RequesterEnv>(async (c, next) => {
    const origin = c.req.header('origin');
    if (c.req.method === 'OPTIONS') return preflight(origin);
    const tenantId =
      c.req.param('key') ?? c.req.param('vendor') ?? c.req.header('x-widget-key') ?? '';
    if (!deps.policies.vendors.includes(tenantId))
      return problemResponse({ code: 'widget.unknown' });

    const allowed = origin === undefined ? [] : await findOrigins(deps.db, tenantId);
    if (!originIsAllowed(origin, allowed, [deps.publicUrl], deps.config.DEMO)) {
      return problemResponse({ code: 'origin.not_allowed' });
    }
    const identity = await identifyRequester(
      c.req.header('authorization'),
      tenantId,
      deps,
      deps.now(),
    );
    const waitSeconds = identity.ok && !isPiece(c.req) ? portalWait(limit, identity.value) : 0;
    if (waitSeconds > 0) {
      c.res = problemResponse({ code: 'portal.too_many', params: { waitSeconds } });
    } else if (identity.ok) {
      c.set('tenantId', tenantId);
      c.set('identity', identity.value);
      await next();
    } else {
      c.res = problemResponse(identity.failure);
    }
    // from here on the origin is known to be listed, so its page may read every answer, refusals too
    if (origin)
      for (const [name, value] of Object.entries(corsHeaders(origin)))
        c.res.headers.set(name, value);
    return undefined;
  });
}

/** Requests a minute of one person of a portal, and of all its people together. */
const mostOfPerson = 90;
const mostOfPortal = 1800;

/** A piece of a file that was let in: a large one takes many. */
const isPiece = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method === 'PATCH' && path.startsWith('/v1/uploads/');

/** Seconds that a person of a portal has to wait, since nobody else sends so much unasked; 0 for others. */
function portalWait(limit: RateLimit, identity: Identity): number {
  if (identity.kind !== 'token' || identity.portal === undefined) return 0;
  const ofPerson = limit.take(identity.requesterId, mostOfPerson);
  return ofPerson || limit.take(identity.portal.memberId, mostOfPortal);
}

/** Carries no key, so it can tell no vendor from another; the gate stands behind it. */
const preflight = (origin: string | undefined): Response =>
  new Response(null, { status: 204, ...(origin ? { headers: corsHeaders(origin) } : {}) });
