import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { faults, refusalFault, setFault, clearFaults } from '#server/demo/portal/faults.ts';
import { renamePortal } from '#server/demo/portal/portal-acts.ts';
import { portalPeople } from '#server/features/portals/portal-people.table.ts';
import { portalSessions } from '#server/features/portals/portal-sessions.table.ts';
import { portals } from '#server/features/portals/portals.table.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { portalDesk, startOf, type PortalDesk } from '#test/support/portal-desk.ts';
import { strangeApp } from '#test/support/portal-world.ts';
import { issuePair } from '#server/demo/portal/tokens.ts';
import { install } from '#server/demo/portal/install-acts.ts';

let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.client.unsafe('truncate portal_apps cascade');
  desk = await portalDesk(database);
  return () => desk.close();
});

const hosts = () => [...new Set(desk.world.requests.map(({ host }) => host))];
const replaced = (body: string, name: string, value: string) => {
  const form = new URLSearchParams(body);
  form.set(name, value);
  return form.toString();
};

test('S1.1.2 B24: a person whom the portal opens the app for is let in, proven at the OAuth server first', async () => {
  desk.installed('alpha');
  const page = await desk.enter(desk.post('alpha'));
  const start = await startOf(page);

  expect(page.status).toBe(200);
  expect(start).toMatchObject({
    vendor: 'didox24',
    locale: 'ru',
    isAdmin: false,
    portal: {
      domain: 'alpha-fixture.bitrix24.ru',
      boxed: false,
      license: 'ru_basic',
      version: '3',
    },
    placement: 'DEFAULT',
    ticket: null,
  });
  expect(desk.world.requests.map(({ host, path }) => host + path)).toEqual([
    'oauth.bitrix24.tech/rest/app.info',
    'alpha-fixture.bitrix24.ru/rest/batch',
  ]);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain('frame-ancestors https://alpha-fixture.bitrix24.ru;');
  expect(page.headers.get('x-frame-options')).toBeNull();
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
});

test('S1.1.3 B24: a box says so, and its port stays', async () => {
  desk.portal('box').host = 'portal.romashka.example:8443';
  desk.installed('box');
  const start = await startOf(await desk.enter(desk.post('box', { userId: 3 })));

  expect(start.portal).toMatchObject({ domain: 'portal.romashka.example:8443', boxed: true });
});

test('the secret of the page opens the person’s own requests and nothing else', async () => {
  desk.installed('alpha');
  const { secret } = await startOf(await desk.enter(desk.post('alpha')));
  const ask = (bearer: string, vendor = 'didox24') =>
    fetch(`${desk.server.url}/v1/widgets/${vendor}`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
  const own = await ask(secret);

  expect(own.status).toBe(200);
  expect(await own.json()).toMatchObject({
    requester: { name: 'Иван Тестов', provenBy: 'alpha-fixture.bitrix24.ru' },
  });
  expect((await ask(secret, 'modme')).status).toBe(401);
  expect(
    (await ask(secret.replace(/.(?=\.)/, (letter) => (letter === 'A' ? 'B' : 'A')))).status,
  ).toBe(401);
});

test('the page ends with the token that it was opened by', async () => {
  desk.installed('alpha');
  const { secret, expiresAt } = await startOf(await desk.enter(desk.post('alpha')));
  desk.pass(3601);
  const late = await fetch(`${desk.server.url}/v1/widgets/didox24`, {
    headers: { authorization: `Bearer ${secret}` },
  });

  expect(Date.parse(expiresAt)).toBeLessThanOrEqual(desk.world.now());
  expect(late.status).toBe(401);
});

test('a portal that cannot be reached lets its people in all the same', async () => {
  desk.installed('alpha');
  setFault(desk.world, 'alpha-fixture.bitrix24.ru', '*', faults.badGateway);
  const start = await startOf(await desk.enter(desk.post('alpha')));

  expect(start).toMatchObject({ isAdmin: null, portal: { license: null, boxed: null } });
});

test('what a portal said before stays where it says nothing', async () => {
  desk.installed('alpha');
  await desk.enter(desk.post('alpha'));
  setFault(desk.world, 'alpha-fixture.bitrix24.ru', '*', faults.badGateway);
  const start = await startOf(await desk.enter(desk.post('alpha')));

  expect(start.portal).toMatchObject({ license: 'ru_basic', boxed: false });
});

test('a portal that was renamed is the same one under either name', async () => {
  desk.installed('alpha');
  const before = desk.post('alpha');
  await desk.enter(before);
  renamePortal(desk.portal('alpha'), 'alpha-renamed.bitrix24.ru');
  const [late, now] = [await desk.enter(before), await desk.enter(desk.post('alpha'))];

  expect([late.status, now.status]).toEqual([200, 200]);
  expect((await startOf(late)).portal.domain).toBe('alpha-renamed.bitrix24.ru');
  const rows = await desk.server.deps.db.select().from(portals);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    domain: 'alpha-renamed.bitrix24.ru',
    formerDomains: ['alpha-fixture.bitrix24.ru'],
  });
});

test('a link inside the portal leads to a ticket, and the page that the person came from is kept', async () => {
  desk.installed('alpha').placements.push({
    placement: 'REST_APP_URI',
    userId: 0,
    handler: 'https://app.acme-helpline.example/b24/app',
    options: {},
    title: '',
    description: '',
    langAll: {},
  });
  const wish = { placement: 'REST_APP_URI', options: { ticket: 'DDX-42', URI: '/crm/deal/1/' } };
  const start = await startOf(await desk.enter(desk.post('alpha', wish)));

  expect(start).toMatchObject({
    placement: 'REST_APP_URI',
    ticket: 'DDX-42',
    from: '/crm/deal/1/',
  });
});

test('no text that somebody posts ends the script of the page', async () => {
  desk.installed('alpha');
  const evil = { rawOptions: JSON.stringify({ URI: '/</script><script>alert(1)</script>' }) };
  const page = await desk.enter(desk.post('alpha', evil));
  const html = await page.clone().text();

  expect(html.match(/<script/g)).toHaveLength(2);
  expect((await startOf(page)).from).toBe('/</script><script>alert(1)</script>');
});

const refused: readonly (readonly [string, number, () => Promise<Response> | Response])[] = [
  [
    'a token of another app',
    401,
    () => {
      const theirs = install(desk.world, desk.portal('alpha'), strangeApp.clientId, 1);
      theirs.installed = true;
      const { accessToken } = issuePair(desk.world, desk.portal('alpha'), theirs, 7);
      const post = desk.post('alpha');
      return desk.enter({ ...post, body: replaced(post.body, 'AUTH_ID', accessToken) });
    },
  ],
  [
    'a token of another portal',
    401,
    () => {
      desk.installed('bravo');
      const token = new URLSearchParams(desk.post('bravo').body).get('AUTH_ID') ?? '';
      const post = desk.post('alpha');
      return desk.enter({ ...post, body: replaced(post.body, 'AUTH_ID', token) });
    },
  ],
  [
    'the id of another portal',
    401,
    () => {
      const post = desk.post('alpha');
      return desk.enter({
        ...post,
        body: replaced(post.body, 'member_id', desk.portal('bravo').memberId),
      });
    },
  ],
  [
    'the name of another host',
    401,
    () => {
      const post = desk.post('alpha');
      const query = post.query.replace('alpha-fixture.bitrix24.ru', 'attacker.example');
      return desk.enter({ ...post, query, origin: 'https://attacker.example' });
    },
  ],
  [
    'a page of somebody else',
    403,
    () => desk.enter({ ...desk.post('alpha'), origin: 'https://attacker.example' }),
  ],
  [
    'a token that has ended',
    401,
    () => {
      const post = desk.post('alpha');
      desk.pass(3601);
      return desk.enter(post);
    },
  ],
  [
    'a token that never was',
    401,
    () => {
      const post = desk.post('alpha');
      return desk.enter({ ...post, body: replaced(post.body, 'AUTH_ID', 'f'.repeat(70)) });
    },
  ],
  [
    'a form of JSON',
    415,
    () => desk.enter(desk.post('alpha'), 'app', { 'content-type': 'application/json' }),
  ],
  [
    'a form of two megabytes',
    413,
    () => {
      const post = desk.post('alpha');
      return desk.enter({ ...post, body: `${post.body}&x=${'a'.repeat(2_000_000)}` });
    },
  ],
];
test.each(refused)('with %s nobody is let in: %i', async (_, status, act) => {
  desk.installed('alpha');
  const page = await act();

  expect(page.status).toBe(status);
  expect(await page.text()).not.toContain('b24_');
  expect(page.headers.get('content-security-policy')).toContain('frame-ancestors https:;');
  expect(await desk.server.deps.db.$count(portalSessions)).toBe(0);
  expect(hosts().filter((host) => host.includes('attacker'))).toEqual([]);
  expect(hosts().filter((host) => !host.startsWith('oauth.'))).toEqual([]);
});

test.each([
  ['down', faults.down],
  ['under repair', faults.html],
  ['slow', faults.late],
])('while the OAuth server is %s nobody is let in, and told to come back', async (_, fault) => {
  desk.installed('alpha');
  setFault(desk.world, 'oauth.bitrix24.tech', '*', fault);
  const page = await desk.enter(desk.post('alpha'));

  expect(page.status).toBe(503);
  expect(page.headers.get('retry-after')).toBe('60');
  expect(await desk.server.deps.db.$count(portalSessions)).toBe(0);
  clearFaults(desk.world, 'oauth.bitrix24.tech');
  expect((await desk.enter(desk.post('alpha'))).status).toBe(200);
});

test('an app that is not fully installed opens its installer alone', async () => {
  desk.installed('alpha', false);
  const post = desk.post('alpha', { userId: 1 });
  const [app, installer] = [await desk.enter(post), await desk.enter(post, 'install')];

  expect(app.status).toBe(401);
  expect(await app.text()).toContain('установлено не до конца');
  expect(installer.status).toBe(200);
});

test('the addresses answer whoever looks, and say nothing', async () => {
  const get = await fetch(`${desk.server.url}/b24/didox24/app?LANG=uz`);
  const head = await fetch(`${desk.server.url}/b24/didox24/install`, { method: 'HEAD' });
  const none = await fetch(`${desk.server.url}/b24/modme/app`);

  expect([get.status, head.status, none.status]).toEqual([200, 200, 404]);
  expect(await get.text()).toContain('Bitrix24 portali ichida ochiladi');
});

test('nothing that could be used again is kept in the clear, nor of whoever is no administrator', async () => {
  desk.installed('alpha');
  const posts = [desk.post('alpha'), desk.post('alpha', { userId: 1 })];
  const bodies = await Promise.all(posts.map(async (post) => startOf(await desk.enter(post))));
  const dump = JSON.stringify(
    await Promise.all(
      ['portals', 'portal_tokens', 'portal_sessions', 'portal_people', 'portal_apps'].map((table) =>
        database.client.unsafe(`select * from ${table}`),
      ),
    ),
  );
  const secrets = posts.flatMap(({ body }) => {
    const form = new URLSearchParams(body);
    return ['AUTH_ID', 'REFRESH_ID', 'APPLICATION_TOKEN'].map((name) => form.get(name) ?? '-');
  });

  for (const secret of [...secrets, ...bodies.map(({ secret }) => secret)])
    expect(dump).not.toContain(secret);
  const [pair] = await database.client.unsafe('select user_id from portal_tokens');
  expect(pair).toEqual({ user_id: 1 });
  expect(await desk.server.deps.db.$count(portalPeople)).toBe(2);
});

test('whoever cannot come in, since the app is not paid for any more, is told what stays and where else to write', async () => {
  desk.installed('alpha');
  setFault(desk.world, 'oauth.bitrix24.tech', 'app.info', refusalFault(401, 'PAYMENT_REQUIRED'));
  const page = await desk.enter(desk.post('alpha'));
  const text = await page.text();

  expect(page.status).toBe(402);
  expect(text).toContain('Прежние обращения остаются; продлить её может администратор.');
  expect(text).toContain('href="/policy/didox24?lang=ru#channels"');
});
