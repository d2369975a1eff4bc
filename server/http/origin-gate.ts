/**
 * Whether a browser page of this origin may call in a tenant's name. CORS headers alone protect
 * nothing: a refused origin's request would still run, so the gate answers before the handler.
 *
 * @param origin the `Origin` header; absent when no browser sent the request cross-site
 * @param allowed the tenant's exact origins
 * @param own origins of this server itself
 * @param allowLoopback in demo mode pages on this machine may embed the widget
 */
export function originIsAllowed(
  origin: string | undefined,
  allowed: readonly string[],
  own: readonly string[],
  allowLoopback: boolean,
): boolean {
  if (origin === undefined) return true;
  if (own.includes(origin) || allowed.includes(origin)) return true;
  return allowLoopback && /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(origin);
}

/** Headers that let a listed origin read the answer. Never credentials. */
export function corsHeaders(origin: string): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, HEAD, PATCH, DELETE',
    'access-control-allow-headers':
      'authorization, content-type, idempotency-key, last-event-id, x-widget-key, x-file-name, tus-resumable, upload-length, upload-metadata, upload-offset',
    'access-control-expose-headers':
      'retry-after, x-request-id, location, tus-resumable, upload-offset, upload-length, upload-expires, attachment-id, attachment-sha256',
    'access-control-max-age': '600',
    vary: 'origin',
  };
}
