import { createMiddleware } from 'hono/factory';
import type { Deps } from '#server/deps.ts';
import { findOrigins } from '#server/features/tenants/tenants.repository.ts';
import { identifyRequester } from '#server/features/requesters/identity.ts';
import type { RequesterEnv } from '#server/http/app-env.ts';
import { corsHeaders, originIsAllowed } from '#server/http/origin-gate.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

/**
 * The way into the requester's side: which vendor, may this page call, who asks. Answers before any
 * handler runs.
 */
export function requesterSide(deps: Deps) {
  return createMiddleware<RequesterEnv>(async (c, next) => {
    const origin = c.req.header('origin');
    if (c.req.method === 'OPTIONS') return preflight(origin);
    const tenantId = c.req.param('key') ?? c.req.header('x-widget-key') ?? '';
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
    if (identity.ok) {
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

/** Carries no key, so it can tell no vendor from another; the gate stands behind it. */
const preflight = (origin: string | undefined): Response =>
  new Response(null, { status: 204, ...(origin ? { headers: corsHeaders(origin) } : {}) });
