import { createMiddleware } from 'hono/factory';

/**
 * Our own pages load their own files only and cannot be framed; what the API says to one person is kept
 * by no cache. An answer that has set its own keeps it.
 */
const defaults = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'; trusted-types lit-html",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
};

export const securityHeaders = createMiddleware(async (c, next) => {
  await next();
  if (c.req.path.startsWith('/v1/') && !c.res.headers.has('cache-control')) {
    c.res.headers.set('cache-control', 'no-store');
  }
  for (const [name, value] of Object.entries(defaults)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
  if (c.res.headers.get('access-control-allow-origin')) {
    c.res.headers.set('cross-origin-resource-policy', 'cross-origin');
  }
});
