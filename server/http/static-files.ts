import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Hono, type Context } from 'hono';
import { packageRoot } from '#server/package-root.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
};

const dist = join(packageRoot(import.meta.url), 'dist');

/** A vendor's page as the README asks for it, and the vendor's own script inserts the widget's. */
const hostPagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The page to try the widget shows such a page in a frame. */
const tryPagePolicy = `${hostPagePolicy}; frame-src 'self'`;

interface Serving {
  /** Folder that the path is of; our own build where it is not said. */
  readonly from?: string;
  readonly everyOrigin?: boolean;
  /** Content-Security-Policy, where it is not that of our own pages. */
  readonly policy?: string;
}

/**
 * The built pages: widget for every origin, desk and demo for our own.
 *
 * @param versions folder with the widgets of earlier builds, which pages may pin
 */
export function staticFiles(demo: boolean, versions: string): Hono {
  const app = new Hono();
  app.get('/widget.js', (c) => serve(c, 'widget/widget.js', { everyOrigin: true }));
  app.get('/widget/*', async (c) => {
    const path = c.req.path.slice(1);
    const answer = await serve(c, path, { everyOrigin: true });
    if (answer.status === 200) return answer;
    return serve(c, path.slice('widget/'.length), { everyOrigin: true, from: join(versions) });
  });
  app.get('/desk', (c) => serve(c, 'desk/index.html'));
  app.get('/guest', (c) => serve(c, 'desk/guest.html'));
  app.get('/api', (c) => serve(c, 'desk/reference.html'));
  app.get('/desk/assets/*', (c) => serve(c, c.req.path.slice(1)));
  app.get('/b24/assets/*', (c) => serve(c, `bitrix-app/${c.req.path.slice('/b24/'.length)}`));
  if (demo) {
    app.get('/', (c) => c.redirect('/demo/crm'));
    for (const page of ['crm', 'mobile', 'portal']) {
      app.get(`/demo/${page}`, (c) => serve(c, `demo/${page}.html`, { policy: hostPagePolicy }));
    }
    app.get('/demo/try', (c) => serve(c, 'demo/try.html', { policy: tryPagePolicy }));
    app.get('/demo/assets/*', (c) => serve(c, c.req.path.slice(1)));
  }
  return app;
}

async function serve(
  c: Context,
  path: string,
  { everyOrigin = false, policy, from = dist }: Serving = {},
): Promise<Response> {
  try {
    const file = join(from, normalize(decodeURI(path)));
    const mediaType = mediaTypes[extname(file)];
    if (!mediaType || !file.startsWith(from + sep)) {
      return problemResponse({ code: 'request.not_found' });
    }
    const bytes = await readFile(file);
    // chunks and versions of the widget carry a digest in their names; entries and pages do not
    const named = /-[\w-]{6,}\.\w+$|^\/widget\/\d[^/]*-\w+\//.test(c.req.path);
    return c.body(bytes, 200, {
      'content-type': mediaType,
      'cache-control': named ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(policy ? { 'content-security-policy': policy } : {}),
      ...(everyOrigin ? { 'access-control-allow-origin': '*' } : {}),
    });
  } catch {
    return problemResponse({ code: 'request.not_found' });
  }
}
