import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Deps } from '#server/deps.ts';
import { isForm } from '#server/features/portals/form-body.ts';
import { takeNews } from '#server/features/vendor-portal/take-news.ts';
import { findVendorPortal } from '#server/features/vendor-portal/vendor-portals.repository.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

const limitBytes = 65_536;

/** Where a vendor's own portal tells of changes: the address of its outgoing webhook. */
export function vendorPortalNewsRoutes(deps: Deps): Hono {
  const app = new Hono();
  const tooLarge = bodyLimit({
    maxSize: limitBytes,
    onError: () => problemResponse({ code: 'request.too_large', params: { limitBytes } }),
  });
  app.post('/b24/:vendor/own-portal', tooLarge, async (c) => {
    const portal = await findVendorPortal(deps.db, c.req.param('vendor'));
    if (!portal || portal.stoppedAt) return problemResponse({ code: 'request.not_found' });
    if (!isForm(c.req.header('content-type')))
      return problemResponse({ code: 'request.wrong_content_type' });
    const taken = await takeNews(deps, portal, await c.req.text());
    if (taken.ok) return c.body(null, 204);
    const code = taken.failure === 'malformed' ? 'request.malformed' : 'portal.not_proven';
    return problemResponse({ code });
  });
  return app;
}
