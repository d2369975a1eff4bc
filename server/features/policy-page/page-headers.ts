import type { Context } from 'hono';

/** Stricter than our other pages: nothing runs, nothing is framed, sent or loaded but one stylesheet. */
const securityPolicy =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'";

/** Headers of a page that is drawn anew every minute. @param minute epoch milliseconds */
export function pageHeaders(c: Context, locale: string, minute: number): void {
  c.header('content-security-policy', securityPolicy);
  c.header('content-language', locale);
  c.header('cache-control', 'public, max-age=60');
  c.header('last-modified', new Date(minute).toUTCString());
  c.header('vary', 'accept-language');
}

/** Whether the copy that a reader has is as new as this. @param at epoch milliseconds, whole seconds */
export function readerHas(c: Context, at: number): boolean {
  const since = Date.parse(c.req.header('if-modified-since') ?? '');
  return c.req.header('if-none-match') === undefined && since >= at;
}
