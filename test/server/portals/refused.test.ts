import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clearFaults, faults, refusalFault, setFault } from '#server/demo/portal/faults.ts';
import { install } from '#server/demo/portal/install-acts.ts';
import { issuePair } from '#server/demo/portal/tokens.ts';
import { portalEvents } from '#server/features/portals/portal-events.table.ts';
import { portalSessions } from '#server/features/portals/portal-sessions.table.ts';
import { portals, portalTokens } from '#server/features/portals/portals.table.ts';
import { bitrix24Fixture } from '#test/support/bitrix24-fixture.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { changedEvent, recordedEvent } from '#test/support/event-sender.ts';
import { portalDesk, type PortalDesk } from '#test/support/portal-desk.ts';
import { actors, strangeApp } from '#test/support/portal-world.ts';

let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
  desk = await portalDesk(database);
  await desk.install('alpha');
  await desk.install('bravo');
  await desk.settle();
  await database.client.unsafe('delete from portal_sessions');
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});
beforeEach(() => {
  desk.world.requests.length = 0;
  return () => clearFaults(desk.world, oauth);
});

const oauth = 'oauth.bitrix24.tech';
const form = 'application/x-www-form-urlencoded';
const alpha = () => desk.portal('alpha');
/** All that is kept of portals, but for when they were last seen. */
const kept = async () => {
  const { db } = desk.server.deps;
  const [rows, tokens, sessions] = await Promise.all([
    db.select().from(portals),
    db.select().from(portalTokens),
    db.$count(portalSessions),
  ]);
  const known = rows.map((row) => ({ ...row, seenAt: null }));
  return { known: known.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1)), tokens, sessions };
};
/** Whoever was asked that is no OAuth server. */
const askedPortals = () =>
  desk.world.requests.map(({ host }) => host).filter((host) => !host.startsWith('oauth.'));
const tokenOf = (key: 'alpha' | 'bravo', name = 'AUTH_ID', userId = 7) =>
  new URLSearchParams(desk.post(key, { userId }).body).get(name) ?? '';

describe('an entry', () => {
  type Posted = { query: string; body: string; headers: Record<string, string>; page: string };
  const refused: readonly (readonly [string, number, (post: Posted) => void])[] = [
    ['without a portal', 400, query('DOMAIN', undefined)],
    ['with two portals', 400, (post) => (post.query += '&DOMAIN=bravo.bitrix24.com')],
    ['from this machine', 400, query('DOMAIN', 'localhost')],
    ['from this machine by number', 400, query('DOMAIN', '127.0.0.1')],
    ['from where machines keep their secrets', 400, query('DOMAIN', '169.254.169.254')],
    ['from an address of version 6', 400, query('DOMAIN', '[::1]:443')],
    ['from an address as one number', 400, query('DOMAIN', '2130706433')],
    ['from an address in octal', 400, query('DOMAIN', '0177.0.0.1')],
    ['with a user before the portal', 400, query('DOMAIN', 'a.bitrix24.ru@attacker.example')],
    ['with a path behind the portal', 400, query('DOMAIN', 'alpha-fixture.bitrix24.ru/x')],
    ['with a backslash', 400, query('DOMAIN', 'alpha-fixture.bitrix24.ru\\@attacker.example')],
    ['with a line end in the portal', 400, query('DOMAIN', 'a.bitrix24.ru\r\nset-cookie: a')],
    ['with letters of another script', 400, query('DOMAIN', 'аlpha-fixture.bitrix24.ru')],
    ['with a dot of another script', 400, query('DOMAIN', 'alpha-fixture。bitrix24.ru')],
    ['with a dot at the end', 400, query('DOMAIN', 'alpha-fixture.bitrix24.ru.')],
    ['with a portal of 300 letters', 400, query('DOMAIN', `${'a.'.repeat(145)}bitrix24.ru`)],
    ['with a space before the portal', 400, query('DOMAIN', ' alpha-fixture.bitrix24.ru')],
    ['at port 0', 400, query('DOMAIN', 'alpha-fixture.bitrix24.ru:0')],
    ['without a member id', 400, body('member_id', undefined)],
    ['with a short member id', 400, body('member_id', 'a'.repeat(31))],
    ['with a path for a member id', 400, body('member_id', '../../../etc/passwd')],
    ['with a query for a member id', 400, body('member_id', `' or '1'='1`)],
    ['without a token', 400, body('AUTH_ID', undefined)],
    ['with its token in the address', 400, tokenInAddress],
    ['with a token of seven letters', 400, body('AUTH_ID', 'a'.repeat(7))],
    ['with a token of 513 letters', 400, body('AUTH_ID', 'a'.repeat(513))],
    ['with a line end in the token', 400, body('AUTH_ID', `${'a'.repeat(32)}\r\nx: y`)],
    ['with a list of tokens', 400, (post) => (post.body += '&AUTH_ID[]=aaaaaaaaaaaaaaaa')],
    ['with two tokens', 400, (post) => (post.body += `&AUTH_ID=${'a'.repeat(70)}`)],
    ['with a key of every object', 400, (post) => (post.body += '&__proto__=x')],
    [
      'with a nested key of every object',
      400,
      (post) => (post.body += '&constructor[prototype]=x'),
    ],
    ['of 150 fields', 400, (post) => (post.body += many)],
    ['of nothing', 400, (post) => (post.body = '')],
    ['of JSON that calls itself a form', 400, (post) => (post.body = '{"AUTH_ID":"aaaaaaaaaa"}')],
    ['of JSON', 415, header('content-type', 'application/json')],
    ['of plain text', 415, header('content-type', 'text/plain')],
    ['of several parts', 415, header('content-type', 'multipart/form-data; boundary=x')],
    ['of a type that only begins so', 415, header('content-type', `${form}x`)],
    ['of 70 kilobytes', 413, (post) => (post.body += `&x=${'a'.repeat(70_000)}`)],
    ['from another page', 403, header('origin', 'https://attacker.example')],
    [
      'from a page whose name begins so',
      403,
      header('origin', 'https://alpha-fixture.bitrix24.ru.attacker.example'),
    ],
    ['from another port', 403, header('origin', 'https://alpha-fixture.bitrix24.ru:8443')],
    ['from another portal', 403, header('origin', 'https://bravo-fixture.bitrix24.com')],
    ['from a file', 403, header('origin', 'file://')],
    [
      'with the token that makes new ones',
      401,
      (post) => body('AUTH_ID', tokenOf('alpha', 'REFRESH_ID'))(post),
    ],
    ['with the secret of events for a token', 401, body('AUTH_ID', actors.portals.alpha.app_token)],
    ['with a token of another portal', 401, (post) => body('AUTH_ID', tokenOf('bravo'))(post)],
    [
      'with the id of another portal',
      401,
      (post) => body('member_id', desk.portal('bravo').memberId)(post),
    ],
    ['with the name of another portal', 401, otherName],
    ['with the name of the attacker', 401, attackersName],
    ['at a vendor without an app', 404, (post) => (post.page = 'modme/app')],
    ['at no vendor', 404, (post) => (post.page = '%2e%2e%2fdidox24/app')],
    ['at a vendor in capitals', 404, (post) => (post.page = 'DIDOX24/app')],
  ];
  test.each(refused)('%s lets nobody in: %i', async (_, status, spoil) => {
    const before = await kept();
    const { query: search, body: text, origin } = desk.post('alpha');
    const post: Posted = {
      query: search,
      body: text,
      headers: { 'content-type': form, origin },
      page: 'didox24/app',
    };
    spoil(post);
    const answer = await fetch(`${desk.server.url}/b24/${post.page}${post.query}`, {
      method: 'POST',
      redirect: 'manual',
      headers: post.headers,
      body: post.body,
    });

    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain('b24_');
    expect(await kept()).toEqual(before);
    expect(askedPortals()).toEqual([]);
  });

  const many = Array.from({ length: 150 }, (_, index) => `&f${index}=`).join('');
  function query(name: string, value: string | undefined) {
    return (post: Posted) => {
      const asked = new URLSearchParams(post.query);
      if (value === undefined) asked.delete(name);
      else asked.set(name, value);
      post.query = `?${asked.toString()}`;
    };
  }
  function body(name: string, value: string | undefined) {
    return (post: Posted) => {
      const posted = new URLSearchParams(post.body);
      if (value === undefined) posted.delete(name);
      else posted.set(name, value);
      post.body = posted.toString();
    };
  }
  function header(name: string, value: string) {
    return (post: Posted) => void (post.headers[name] = value);
  }
  function tokenInAddress(post: Posted) {
    post.query += `&AUTH_ID=${new URLSearchParams(post.body).get('AUTH_ID')}`;
    body('AUTH_ID', undefined)(post);
  }
  function otherName(post: Posted) {
    query('DOMAIN', desk.portal('bravo').host)(post);
    header('origin', `https://${desk.portal('bravo').host}`)(post);
  }
  function attackersName(post: Posted) {
    query('DOMAIN', 'attacker.example')(post);
    body('SERVER_ENDPOINT', 'https://attacker.example/rest/')(post);
    header('origin', 'https://attacker.example')(post);
  }

  const answers =
    bitrix24Fixture<Record<string, { readonly body: { result: AppInfo } }>>('oauth-app-info');
  interface AppInfo {
    client_id?: unknown;
    user_id?: unknown;
    expires?: unknown;
    install: Record<string, unknown>;
  }
  test.each<[string, number, (info: AppInfo) => void]>([
    ['nobody', 401, (info) => delete info.user_id],
    ['person 0', 401, (info) => (info.user_id = 0)],
    ['person -1', 401, (info) => (info.user_id = -1)],
    ['a person by name', 401, (info) => (info.user_id = 'admin')],
    ['an app of somebody else', 401, (info) => (info.client_id = actors.otherApp.client_id)],
    ['no app', 401, (info) => delete info.client_id],
    ['a portal of somebody else', 401, (info) => (info.install['member_id'] = 'b'.repeat(32))],
    ['no portal', 401, (info) => delete info.install['member_id']],
    ['an address for a name', 401, (info) => (info.install['domain'] = '10.0.0.1')],
    ['a token that has ended', 401, (info) => (info.expires = '2025-12-31T23:59:59+00:00')],
    ['no end of the token', 401, (info) => delete info.expires],
    ['an app that is not installed', 401, (info) => (info.install['installed'] = false)],
    ['a word for whether it is installed', 401, (info) => (info.install['installed'] = 'yes')],
    ['a script for an address', 401, (info) => (info.install['client_endpoint'] = 'javascript:1')],
  ])('for which the OAuth server names %s lets nobody in: %i', async (_, status, spoil) => {
    const before = await kept();
    const said = structuredClone(answers['ok']!.body);
    spoil(said.result);
    setFault(desk.world, oauth, '*', { status: 200, body: JSON.stringify(said) });
    const answer = await desk.enter(desk.post('alpha'));

    expect(answer.status).toBe(status);
    expect(await kept()).toEqual(before);
    expect(askedPortals()).toEqual([]);
  });

  test.each([
    [
      'a page of another machine',
      { status: 302, headers: { location: 'https://attacker.example/' } },
    ],
    [
      'a page where machines keep their secrets',
      { status: 307, headers: { location: 'http://169.254.169.254/' } },
    ],
    ['two megabytes', { status: 200, body: `{"result":"${'a'.repeat(2_000_000)}"}` }],
    ['half an answer', faults.cut],
    ['half a JSON', faults.invalidJson],
    ['that it is too much', refusalFault(503, 'OVERLOAD_LIMIT')],
  ] as const)('for which the OAuth server answers with %s waits', async (_, fault) => {
    const before = await kept();
    setFault(desk.world, oauth, '*', { ...fault, ...('body' in fault ? {} : { body: '' }) });
    const answer = await desk.enter(desk.post('alpha'));

    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await kept()).toEqual(before);
    expect(askedPortals()).toEqual([]);
  });

  test.each([
    'https://attacker.example/rest/',
    'http://alpha-fixture.bitrix24.ru/rest/',
    'https://user:word@alpha-fixture.bitrix24.ru/rest/',
    'https://alpha-fixture.bitrix24.ru.attacker.example/rest/',
  ])('whose portal the OAuth server puts at %s is not asked there', async (endpoint) => {
    const said = structuredClone(answers['ok']!.body);
    said.result.install['client_endpoint'] = endpoint;
    setFault(desk.world, oauth, '*', { status: 200, body: JSON.stringify(said) });

    expect((await desk.enter(desk.post('alpha'))).status).toBe(200);
    expect(askedPortals()).toEqual([]);
    await database.client.unsafe('delete from portal_sessions');
    clearFaults(desk.world, oauth);
    await desk.enter(desk.post('alpha', { userId: 1 }));
    await database.client.unsafe('delete from portal_sessions');
  });

  test.each([
    'https://attacker.example/rest/',
    'http://oauth.bitrix24.tech/rest/',
    'https://oauth.bitrix24.tech.attacker.example/rest/',
    'https://oauth.bitrix24.tech@attacker.example/rest/',
    '//attacker.example/rest/',
    'oauth',
  ])('that names %s as its OAuth server is proven at the true one', async (endpoint) => {
    const { query: search, body: text, origin } = desk.post('alpha');
    const posted = new URLSearchParams(text);
    posted.set('SERVER_ENDPOINT', endpoint);
    const answer = await desk.enter({ query: search, body: posted.toString(), origin });

    expect(answer.status).toBe(200);
    expect(desk.world.requests[0]?.host).toBe(oauth);
    await database.client.unsafe('delete from portal_sessions');
  });
});

describe('a renewal', () => {
  const renew = (
    change: Record<string, unknown> = {},
    init: RequestInit = {},
    vendor = 'didox24',
  ) =>
    fetch(`${desk.server.url}/v1/portals/${vendor}/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        domain: alpha().host,
        memberId: alpha().memberId,
        accessToken: tokenOf('alpha'),
        ...change,
      }),
      ...init,
    });
  test.each<[string, number, () => Promise<Response>]>([
    ['with a key that nobody knows', 400, () => renew({ isAdmin: true })],
    ['without a token', 400, () => renew({ accessToken: undefined })],
    ['with a number for a token', 400, () => renew({ accessToken: 12_345_678 })],
    ['with a user before the portal', 400, () => renew({ domain: 'a@attacker.example' })],
    ['for this machine', 401, () => renew({ domain: 'localhost' })],
    ['for the attacker', 401, () => renew({ domain: 'attacker.example' })],
    ['for another portal', 401, () => renew({ memberId: desk.portal('bravo').memberId })],
    ['by a token of another portal', 401, () => renew({ accessToken: tokenOf('bravo') })],
    ['by a token that never was', 401, () => renew({ accessToken: 'f'.repeat(70) })],
    ['of a form', 415, () => renew({}, { headers: { 'content-type': form } })],
    ['of half a JSON', 400, () => renew({}, { body: '{"domain":' })],
    ['at a vendor without an app', 404, () => renew({}, {}, 'modme')],
  ])('%s renews nothing: %i', async (_, status, act) => {
    const before = await kept();

    expect((await act()).status).toBe(status);
    expect(await kept()).toEqual(before);
    expect(askedPortals()).toEqual([]);
  });
});

describe('an event', () => {
  const changed = (name: string, value: string | undefined, event = 'onappuninstall-clean1') => {
    const fields = new URLSearchParams(changedEvent(event, { ts: actors.now + 60 }).body);
    if (value === undefined) fields.delete(name);
    else fields.set(name, value);
    return fields.toString();
  };
  const theirs = actors.portals.bravo.app_token;
  test.each<[string, number, () => string]>([
    ['without a name', 400, () => changed('event', undefined)],
    ['with two words for a name', 400, () => changed('event', 'ON APP')],
    ['without an instant', 400, () => changed('ts', undefined)],
    ['before all instants', 400, () => changed('ts', '-1')],
    ['at an instant in words', 400, () => changed('ts', 'now')],
    ['without a portal', 400, () => changed('auth[member_id]', undefined)],
    ['of a portal that is none', 400, () => changed('auth[member_id]', '../..')],
    ['from an address', 400, () => changed('auth[domain]', '10.0.0.1')],
    ['with a list of secrets', 400, () => `${changed('x', 'y')}&auth[application_token][]=x`],
    ['with two secrets', 400, () => `${changed('x', 'y')}&auth[application_token]=x`],
    ['with a key of every object', 400, () => `${changed('x', 'y')}&data[__proto__]=x`],
    ['of a portal that nobody knows', 401, () => changed('auth[member_id]', 'c'.repeat(32))],
    ['without its secret', 401, () => changed('auth[application_token]', undefined)],
    ['with an empty secret', 401, () => changed('auth[application_token]', '')],
    ['with another secret', 401, () => changed('auth[application_token]', 'f'.repeat(32))],
    [
      'with half its secret',
      401,
      () => changed('auth[application_token]', actors.portals.alpha.app_token.slice(0, 16)),
    ],
    [
      'with its secret and more',
      401,
      () => changed('auth[application_token]', `${actors.portals.alpha.app_token}0`),
    ],
    ['with the secret of another portal', 401, () => changed('auth[application_token]', theirs)],
    ['with a token in place of its secret', 401, () => tokenOnly('onappuninstall-clean1')],
    [
      'of a method with another secret',
      401,
      () => changed('auth[application_token]', theirs, 'onappmethodconfirm'),
    ],
    [
      'of a payment with another secret',
      401,
      () => changed('auth[application_token]', theirs, 'onapppayment'),
    ],
    ['of an install without a token', 401, () => installWithoutToken()],
  ])('%s changes nothing: %i', async (_, status, make) => {
    const before = await kept();
    const answer = await desk.tell({ body: make() });
    await desk.settle();

    expect(answer.status).toBe(status);
    expect(await kept()).toEqual(before);
    expect(desk.world.requests).toEqual([]);
  });

  function tokenOnly(event: string) {
    const fields = new URLSearchParams(changed('auth[application_token]', undefined, event));
    fields.set('auth[access_token]', tokenOf('alpha', 'AUTH_ID', 1));
    return fields.toString();
  }
  function installWithoutToken() {
    const fields = new URLSearchParams(changed('auth[access_token]', undefined, 'onappinstall'));
    fields.set('auth[application_token]', 'f'.repeat(32));
    return fields.toString();
  }

  const own = (userId: number) => ({ access_token: tokenOf('alpha', 'AUTH_ID', userId) });
  test.each<[string, string, () => Record<string, string>]>([
    ['an employee’s token', 'not_admin', () => own(7)],
    ['a guest’s token', 'not_admin', () => own(9)],
    [
      'a token of another portal',
      'not_proven',
      () => ({ access_token: tokenOf('bravo', 'AUTH_ID', 1) }),
    ],
    ['a token that never was', 'not_proven', () => ({ access_token: 'e'.repeat(70) })],
    ['a token of another app', 'not_proven', () => ({ access_token: strangeToken() })],
    ['the name of the attacker', 'not_proven', () => ({ ...own(1), domain: 'attacker.example' })],
  ])('of an install with %s is not believed: %s', async (_, outcome, auth) => {
    const before = await kept();
    await database.client.unsafe('delete from portal_events');
    const forged = { refresh_token: 'd'.repeat(70), application_token: 'f'.repeat(32), ...auth() };
    await desk.tell(changedEvent('onappinstall', { auth: forged, ts: actors.now + 90 }));
    await desk.settle();

    expect(
      (await desk.server.deps.db.select().from(portalEvents)).map((one) => one.outcome),
    ).toEqual([outcome]);
    expect(await kept()).toEqual(before);
  });

  function strangeToken() {
    const made = install(desk.world, alpha(), strangeApp.clientId, 1);
    made.installed = true;
    return issuePair(desk.world, alpha(), made, 1).accessToken;
  }
});

test.each(['onapptest', 'onuseradd', 'onappmethodconfirm'])(
  '%s is answered and dropped',
  async (name) => {
    const before = await kept();
    const answer = await desk.tell(recordedEvent(name));
    await desk.settle();

    expect(answer.status).toBe(204);
    expect(await kept()).toEqual(before);
  },
);
