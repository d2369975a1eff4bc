import { createMiddleware } from 'hono/factory';
import { problemResponse } from '#server/http/problem-reply.ts';

/** Refuses an address that holds NUL: PostgreSQL stores none, so nothing can be found by it. */
export const cleanAddress = createMiddleware((c, next) =>
  c.req.url.includes('%00')
    ? Promise.resolve(problemResponse({ code: 'request.bad_text' }))
    : next(),
);
