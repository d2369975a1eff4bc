import { Hono } from 'hono';
import type { SignAsHost } from '#server/demo/host-keys.ts';
import { demoPeople } from '#server/demo/people.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

/** What the vendors' own backends would answer: who can be tried, and a signed token for one of them. */
export function demoRoutes(signAsHost: SignAsHost): Hono {
  const app = new Hono();
  app.get('/demo/people', (c) =>
    c.json({
      people: demoPeople
        .filter(({ vendor }) => vendor === c.req.query('vendor'))
        .map(({ id, name, role }) => ({ id, name, role })),
    }),
  );
  app.get('/demo/identity', async (c) => {
    const { vendor, person: wanted } = c.req.query();
    const person = demoPeople.find(({ vendor: at, id }) => at === vendor && id === wanted);
    if (!person) return problemResponse({ code: 'request.not_found' });
    const token = await signAsHost(person.vendor, person.claims);
    const { id, name, role } = person;
    return c.json({ token, person: { id, name, role } }, 200, { 'cache-control': 'no-store' });
  });
  return app;
}
