import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clearFaults, setFault } from '#server/demo/portal/faults.ts';
import { comesFromPortal, readEntryForm } from '#server/features/portals/entry-form.ts';
import { readPortalEvent } from '#server/features/portals/event-form.ts';
import { readTokenAnswer } from '#server/features/portals/oauth-app-info.ts';
import { readPlacementOptions } from '#server/features/portals/placement-options.ts';
import { readPortalHost } from '#server/features/portals/portal-host.ts';
import { portals } from '#server/features/portals/portals.table.ts';
import { readRefreshAnswer } from '#server/features/portals/refresh-answer.ts';
import { bitrix24Fixture, type PostFixture } from '#test/support/bitrix24-fixture.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { recordedEvent } from '#test/support/event-sender.ts';
import { portalDesk, type PortalDesk } from '#test/support/portal-desk.ts';

/** What a portal answers when it is asked who speaks. */
interface SpoiltBatch {
  profile: Record<string, unknown>;
  admin: unknown;
  current: Record<string, unknown>;
  app: Record<string, unknown>;
}

let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
  desk = await portalDesk(database);
  desk.installed('alpha');
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const { request } = bitrix24Fixture<PostFixture>('iframe-post-default');
const search = new URL(request.url).search.slice(1);
const event = recordedEvent('onappinstall').body;

/** A text, with a liking for whatever means something to a parser. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('&', '=', '[', ']', '%', '%00', '%FF', '+', '#', '@', ':', '/', '\\', '\r\n'),
  fc.constantFrom('__proto__', 'constructor', 'auth[', 'data[', '[]', '.', '..', '\u202e', '。'),
);
/** A genuine form with some of its letters replaced. */
const spoiled = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(20), piece), { minLength: 1, maxLength: 4 })
    .map((cuts) =>
      cuts.reduce(
        (now, [at, length, put]) => now.slice(0, at) + put + now.slice(at + length),
        text,
      ),
    );
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(piece).map((list) => list.join('')),
);

test('whatever stands for a host, what is read from it is one name and perhaps a port', () => {
  const encoded = fc.stringMatching(/^([a-z]{1,3}\.)?xn--[a-z0-9-]{1,5}(\.[a-z]{2})?$/);
  const name = fc.oneof(
    anyText,
    spoiled('portal.romashka.example:8443'),
    fc.domain(),
    fc.ipV4(),
    encoded,
  );
  fc.assert(
    fc.property(name, (text) => {
      const host = readPortalHost(text);
      if (host === undefined) return;
      expect(host).toMatch(/^[a-z0-9.-]+(:\d+)?$/);
      expect(readPortalHost(host)).toBe(host);
      expect(host).not.toMatch(/^[\d.]+(:|$)/);
      expect(new URL(`https://${host}/`).host).toBe(host);
    }),
    { numRuns: 2000 },
  );
});

test('whatever is posted as an entry or an event is read or refused, and never throws', () => {
  const form = fc.oneof(anyText, spoiled(request.rawBody), spoiled(event));
  fc.assert(
    fc.property(fc.oneof(anyText, spoiled(search)), form, anyText, (query, body, origin) => {
      const entry = readEntryForm(query, body);
      const told = readPortalEvent(body);
      for (const read of [entry, told]) {
        if (!read.ok) continue;
        expect(read.value.memberId).toMatch(/^[0-9a-f]{32}$/);
        expect(read.value.accessToken ?? 'x'.repeat(8)).toMatch(/^[\x21-\x7e]{8,512}$/);
        expect(readPortalHost(read.value.domain)).toBe(read.value.domain);
      }
      if (entry.ok && comesFromPortal(origin, entry.value.domain))
        expect(['null', 'http', 'https']).toContain(origin.split(':')[0]);
      if (told.ok) expect(told.value.ts).toBeLessThanOrEqual(2_147_483_647);
    }),
    { numRuns: 2000 },
  );
});

test('whatever stands for options of a place, only short texts are read from it', () => {
  const options = fc.oneof(anyText, fc.json(), spoiled('{"ticket":"DDX-1","URI":"/crm/"}'));
  fc.assert(
    fc.property(options, (text) => {
      const read = readPlacementOptions(text);
      expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
      for (const value of Object.values(read)) expect(typeof value).toBe('string');
    }),
    { numRuns: 1000 },
  );
});

test('whatever a server answers is read or refused, and never throws', () => {
  const genuine = bitrix24Fixture<{ ok: { body: object } }>('oauth-app-info').ok.body;
  const answer = fc.oneof(
    fc.jsonValue(),
    spoiled(JSON.stringify(genuine)).map((text): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        return undefined;
      }
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom(200, 400, 401, 404), answer, (status, body) => {
      const read = readTokenAnswer(body);
      if (read.kind === 'known') expect(read.facts.userId).toBeGreaterThan(0);
      expect(['renewed', 'refused', 'unreadable']).toContain(readRefreshAnswer(status, body).kind);
    }),
    { numRuns: 1000 },
  );
});

test('garbage is refused over HTTP, and calls nobody but an OAuth server', async () => {
  const send = async (path: string, body: string) => {
    const { status } = await fetch(`${desk.server.url}/b24/didox24/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from(body),
    });
    return status;
  };
  const query = fc.oneof(
    fc.constant(search),
    spoiled(search).map((text) => encodeURI(Buffer.from(text).toString())),
  );
  await fc.assert(
    fc.asyncProperty(query, spoiled(request.rawBody), spoiled(event), async (asked, form, told) => {
      const statuses = [
        await send(`app?${asked}`, form),
        await send(`install?${asked}`, form),
        await send('events', told),
      ];
      // an event whose token is still to be proven is taken in
      expect(statuses.filter((status) => status >= 500 || status === 200)).toEqual([]);
    }),
    { numRuns: 60 },
  );
  await desk.settle();
  const asked = desk.world.requests.map(({ host }) => host);

  expect(asked.filter((host) => !host.startsWith('oauth.'))).toEqual([]);
});

test.each<[string, (ask: SpoiltBatch) => void]>([
  ['a name with a character of no text', (said) => (said.profile['NAME'] = 'Иван\u0000')],
  ['half a character', (said) => (said.profile['LAST_NAME'] = '\ud83d')],
  [
    'a licence with a character of no text',
    (said) => (said.app['LICENSE'] = 'ru\u0000_selfhosted'),
  ],
  ['more days than a number holds', (said) => (said.app['DAYS'] = 99_999_999_999)],
  ['days without a number', (said) => (said.app['DAYS'] = null)],
  ['a list for a person', (said) => (said.profile = [] as never)],
  ['a name of a megabyte', (said) => (said.profile['NAME'] = 'и'.repeat(400_000))],
  ['an address that is none', (said) => (said.current['EMAIL'] = 'ivan@@\r\nbcc: all')],
])('a portal that says %s lets its people in', async (_, spoil) => {
  const said: SpoiltBatch = {
    profile: { ID: '7', NAME: 'Иван', LAST_NAME: 'Тестов' },
    admin: false,
    current: { EMAIL: 'ivan@romashka.example', WORK_POSITION: 'Менеджер' },
    app: { LICENSE: 'ru_basic', LANGUAGE_ID: 'ru', PAYMENT_EXPIRED: 'N' },
  };
  spoil(said);
  const { host } = desk.portal('alpha');
  setFault(desk.world, host, 'batch', {
    status: 200,
    body: JSON.stringify({ result: { result: said, result_error: [] } }),
  });
  const page = await desk.enter(desk.post('alpha'));
  clearFaults(desk.world, host);

  expect(page.status).toBe(200);
  expect((await desk.server.deps.db.select().from(portals))[0]?.daysLeft).toBeNull();
});
