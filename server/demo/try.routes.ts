import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Deps } from '#server/deps.ts';
import { badLineRoutes } from '#server/demo/bad-line.ts';
import { hostPage, noStorageAddress, noStorageCode } from '#server/demo/host-page.ts';
import { packageRoot } from '#server/package-root.ts';
import { widgetPin } from '#server/widget-versions.ts';

const template = join(packageRoot(import.meta.url), 'dist/demo/host.html');

/**
 * What the page to try the widget stands on: whose policies there are, the page in its frame, and lines
 * that are worse than this machine's.
 *
 * @param ask answers as the whole server does
 */
export function tryRoutes(
  { policies, now }: Pick<Deps, 'policies' | 'now'>,
  ask: (request: Request, env: HttpBindings) => Response | Promise<Response>,
): Hono {
  const app = new Hono();
  app.get('/demo/vendors', (c) =>
    c.json({
      vendors: policies.vendors.flatMap((id) => {
        const policy = policies.inForce(id, now());
        return policy ? [{ id, name: policy.pack.name }] : [];
      }),
    }),
  );
  app.get('/demo/host', async (c) => {
    const { text, policy } = hostPage(
      await readFile(template, 'utf8'),
      c.req.query(),
      await widgetPin(),
    );
    return c.html(text, 200, {
      'content-security-policy': policy,
      'cache-control': 'no-cache',
    });
  });
  app.get(noStorageAddress, (c) =>
    c.body(noStorageCode, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.route('/', badLineRoutes(ask, pause));
  return app;
}
