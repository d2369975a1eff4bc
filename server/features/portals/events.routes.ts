import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Deps } from '#server/deps.ts';
import { readPortalEvent } from '#server/features/portals/event-form.ts';
import { isForm } from '#server/features/portals/form-body.ts';
import { findPortalApp } from '#server/features/portals/portals.repository.ts';
import { takeEvent } from '#server/features/portals/take-event.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

const limitBytes = 65_536;

/** Where Bitrix24 sends its events. Answered once they are stored; what they say is looked into later. */
export function portalEventRoutes(deps: Deps): Hono {
  const app = new Hono();
  const tooLarge = bodyLimit({
    maxSize: limitBytes,
    onError: () => problemResponse({ code: 'request.too_large', params: { limitBytes } }),
  });
  app.post('/b24/:vendor/events', tooLarge, async (c) => {
    const own = await findPortalApp(deps.db, c.req.param('vendor'));
    if (!own) return problemResponse({ code: 'request.not_found' });
    if (!isForm(c.req.header('content-type')))
      return problemResponse({ code: 'request.wrong_content_type' });
    const body = await c.req.text();
    const event = readPortalEvent(body);
    if (!event.ok) return problemResponse({ code: 'request.malformed' });
    const taken = await takeEvent(deps, own.tenantId, event.value, body);
    if (!taken.ok) return problemResponse(taken.failure);
    return c.body(null, 204);
  });
  return app;
}
