import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import type { Deps } from '#server/deps.ts';

/** `/livez`: the process answers. `/readyz`: so does its database. No versions, no hosts. */
export function healthRoutes({ db }: Pick<Deps, 'db'>): Hono {
  const app = new Hono();
  app.get('/livez', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const ready = await db.execute(sql`select 1`).then(
      () => true,
      () => false,
    );
    return c.json({ status: ready ? 'ok' : 'unavailable' }, ready ? 200 : 503);
  });
  return app;
}
