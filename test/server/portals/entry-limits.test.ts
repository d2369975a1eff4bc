import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect } from '#server/db/connect.ts';
import { limitEntry } from '#server/features/portals/limit-entries.ts';
import { portalEntries } from '#server/features/portals/portal-entries.table.ts';
import { sweepPortals } from '#server/features/portals/sweep-portals.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { changedEvent } from '#test/support/event-sender.ts';
import { actors } from '#test/support/portal-world.ts';
import { portalDesk, startOf, type PortalDesk } from '#test/support/portal-desk.ts';

let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.client.unsafe('truncate portal_apps cascade');
  desk = await portalDesk(database);
  desk.installed('alpha');
  await enterFrom('8.8.4.4');
  desk.pass(60);
  desk.world.requests.length = 0;
  return () => desk.close();
});

const enterFrom = (
  network: string,
  posted: Parameters<PortalDesk['enter']>[0] = desk.post('alpha'),
) => desk.enter(posted, 'app', { 'x-forwarded-for': network });
/** A form with a token that never was, and the portal that it names. */
function forged(n: number, memberId = desk.portal('alpha').memberId) {
  const { query, body } = desk.post('alpha');
  const changed = new URLSearchParams(body);
  changed.set('AUTH_ID', `forged${String(n).padStart(64, '0')}`);
  changed.set('member_id', memberId);
  return { query, body: changed.toString() };
}
const madeUp = (n: number) => n.toString(16).padStart(32, 'a');
/** How many of each status came; ten at a time. */
async function flood(count: number, send: (n: number) => Promise<Response>) {
  const statuses: Record<number, number> = {};
  for (let from = 0; from < count; from += 10)
    for (const { status } of await Promise.all(
      Array.from({ length: Math.min(10, count - from) }, (_, n) => send(from + n)),
    ))
      statuses[status] = (statuses[status] ?? 0) + 1;
  return statuses;
}
const askedOAuth = () => desk.world.requests.filter(({ host }) => host.includes('oauth')).length;

test('of three hundred forged forms from one network sixty are asked about, and the portal that they name stays open', async () => {
  const answers = await flood(300, (n) => enterFrom('9.9.9.9', forged(n)));

  expect(answers).toEqual({ 401: 60, 429: 240 });
  // a token that one OAuth server does not know is asked about at the other
  expect(askedOAuth()).toBe(120);
  expect((await enterFrom('8.8.4.4')).status).toBe(200);
});

test('forged forms of made-up portals from everywhere shut out made-up portals alone, among all servers', async () => {
  const answers = await flood(400, (n) => enterFrom(`9.9.${n % 250}.9`, forged(n, madeUp(n))));

  expect(answers).toEqual({ 401: 240, 429: 160 });
  expect(askedOAuth()).toBe(480);
  expect((await enterFrom('8.8.4.4')).status).toBe(200);
  const other = connect({ url: database.url });
  try {
    const deps = { ...desk.server.deps, db: other.db };
    const form = { memberId: madeUp(1000), accessToken: 'x'.repeat(70) };
    expect(await limitEntry(deps, 'didox24', form, '9.8.7.6')).toMatchObject({ waitSeconds: 60 });
  } finally {
    await other.close();
  }
});

test('a portal that is named from everywhere opens again in a minute; pages that are open go on', async () => {
  const { secret } = await startOf(await enterFrom('8.8.4.4'));
  const answers = await flood(300, (n) => enterFrom(`9.9.${n % 250}.9`, forged(n)));
  const shut = await enterFrom('8.8.4.4');
  const page = await fetch(`${desk.server.url}/v1/widgets/didox24`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  desk.installed('bravo');
  const elsewhere = await enterFrom('8.8.4.4', desk.post('bravo'));
  desk.pass(60);

  expect(answers).toEqual({ 401: 240, 429: 60 });
  expect([shut.status, page.status, elsewhere.status]).toEqual([429, 200, 200]);
  expect((await enterFrom('8.8.4.4')).status).toBe(200);
});

test.each([
  ['ru', 'Приложение открывают отсюда слишком часто.'],
  ['en', 'The app is opened from here too often.'],
])('whoever opens the app too often is told so (%s); a colleague goes on', async (lang, words) => {
  const { query, body, origin } = desk.post('alpha');
  const own = { query: query.replace(/LANG=\w+/, `LANG=${lang}`), body, origin };
  const answers = await flood(61, () => enterFrom('8.8.4.4', own));
  const refused = await enterFrom('8.8.4.4', own);

  expect(answers).toEqual({ 200: 60, 429: 1 });
  expect(refused.headers.get('retry-after')).toBe('60');
  expect(await refused.text()).toContain(words);
  expect((await enterFrom('8.8.4.4', desk.post('alpha', { userId: 1 }))).status).toBe(200);
});

test('a page that asks for new bearers too often waits as well, by its problem', async () => {
  const { memberId, host: domain } = desk.portal('alpha');
  const body = new URLSearchParams(desk.post('alpha').body);
  const renew = () =>
    fetch(`${desk.server.url}/v1/portals/didox24/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: desk.server.url },
      body: JSON.stringify({ domain, memberId, accessToken: body.get('AUTH_ID') }),
    });
  const answers = await flood(60, renew);
  const refused = await renew();

  expect(answers).toEqual({ 201: 60 });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  expect(await refused.json()).toMatchObject({
    code: 'portal.too_many',
    params: { waitSeconds: 60 },
  });
});

test('made-up installs are taken so many a minute, of made-up portals together; events with their secret always', async () => {
  const install = (n: number) =>
    desk.tell(changedEvent('onappinstall', { auth: { member_id: madeUp(n) } }));
  const payment = (n: number) =>
    desk.tell(
      changedEvent('onapppayment', {
        ts: actors.now + n,
        auth: { member_id: desk.portal('alpha').memberId },
      }),
    );
  await desk.install('alpha');

  expect(await flood(260, install)).toEqual({ 204: 240, 429: 20 });
  expect(await flood(70, payment)).toEqual({ 204: 60, 429: 10 });
  expect((await desk.tell(changedEvent('onappuninstall-clean0', {}))).status).toBe(204);
  desk.pass(60);
  expect((await install(1000)).status).toBe(204);
});

test('what was counted is forgotten, and names no network and no token', async () => {
  const { db, now } = desk.server.deps;
  await enterFrom('8.8.4.4');
  expect(JSON.stringify(await db.select().from(portalEntries))).not.toContain('8.8.4.4');
  desk.pass(3600);
  await sweepPortals({ db, now });

  expect(await db.$count(portalEntries)).toBe(0);
});
