import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import type { Deps } from '#server/deps.ts';
import { coverageOfPolicies } from '#server/features/calendars/coverage.ts';
import { hasErrors } from '#server/policy/calendar/calendar-findings.ts';

/**
 * `/livez`: the process answers. `/readyz`: so does its database. `/health`: how far the calendars
 * reach that promises are counted by, and what a person should do something about. No versions, no
 * hosts.
 */
export function healthRoutes({ db, policies, now }: Pick<Deps, 'db' | 'policies' | 'now'>): Hono {
  const app = new Hono();
  app.get('/livez', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const ready = await db.execute(sql`select 1`).then(
      () => true,
      () => false,
    );
    return c.json({ status: ready ? 'ok' : 'unavailable' }, ready ? 200 : 503);
  });
  app.get('/health', (c) => {
    const covered = coverageOfPolicies(policies, now());
    const findings = covered.flatMap((one) => one.findings);
    const status = hasErrors(findings) ? 'failing' : findings.length > 0 ? 'warning' : 'ok';
    const calendars = Object.fromEntries(
      covered.map(({ id, finalUntil, provisionalUntil, findings: own }) => [
        id,
        { finalUntil, provisionalUntil, warns: own.map(({ code }) => code) },
      ]),
    );
    return c.json({ status, calendars }, 200, { 'cache-control': 'no-store' });
  });
  return app;
}
