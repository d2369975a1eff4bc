import { createMiddleware } from 'hono/factory';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { findGuestByToken } from '#server/features/guests/guests.repository.ts';
import type { GuestEnv } from '#server/http/app-env.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

const guestToken = /^Bearer (gst_[A-Za-z0-9_-]{43})$/;

/**
 * The way in for somebody who was invited to one thread. A link that is wrong, over or taken away
 * answers like one that never was.
 */
export const guestSide = (deps: Deps) =>
  createMiddleware<GuestEnv>(async (c, next) => {
    const tenantId = c.req.header('x-widget-key') ?? '';
    const token = guestToken.exec(c.req.header('authorization') ?? '')?.[1];
    const guest =
      token !== undefined && deps.policies.vendors.includes(tenantId)
        ? await findGuestByToken(deps.db, tenantId, sha256(token), new Date(deps.now()))
        : undefined;
    if (!guest) return problemResponse({ code: 'guest.not_found' });
    c.set('guest', guest);
    return next();
  });
