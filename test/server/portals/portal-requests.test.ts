import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { TicketReceipt } from '#shared/wire/ticket.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import { deskApi, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { tinyPng } from '#test/support/picture.ts';
import { portalDesk, startOf, type PortalDesk } from '#test/support/portal-desk.ts';

const evil = '<script>alert(1)</script>';
let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
  desk = await portalDesk(database);
  desk.installed('alpha');
  desk.portal('alpha').people.set(7, {
    ...desk.portal('alpha').people.get(7)!,
    name: evil,
    lastName: '[URL=https://attacker.example]x[/URL]',
  });
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const open = async (userId = 7) =>
  requesterApi(desk.server, {
    vendor: 'didox24',
    bearer: (await startOf(await desk.enter(desk.post('alpha', { userId })))).secret,
  });
const request = (did: string, attachments: readonly string[] = []) => ({
  category: 'error',
  answers: { did, expected: 'Ушёл', got: 'Нет' },
  attachments,
  locale: 'ru',
});
const countOf = () => desk.server.deps.db.$count(tickets);

test('a request that is sent twice is one, from another page of the same person as well', async () => {
  const [first, second] = [await open(), await open()];
  const before = await countOf();
  const key = 'a1b2c3d4-0000-4000-8000-000000000001';
  const sent = await Promise.all(
    [first, first, second].map(async (page) => {
      const answer = await page.post('/v1/tickets', request('Дважды'), { key });
      return (await answer.json()) as TicketReceipt;
    }),
  );

  expect(new Set(sent.map(({ number }) => number)).size).toBe(1);
  expect(await countOf()).toBe(before + 1);
});

test('S1.1.7 B24: a request by the app of the marketplace is one like those by mail, Telegram and phone', async () => {
  const { pack } = desk.server.deps.policies.inForce('didox24', desk.world.now())!;
  const official = pack.channels.flatMap((one) =>
    one.official && one.record === 'ticket' ? [[one.kind, one.intake]] : [],
  );
  const { id, number } = await (await open()).open(request('Из Маркета'));
  const shown = await (await deskApi(desk.server)).ticket('didox24', id);

  expect(official).toEqual([
    ['mail', 'full'],
    ['telegram', 'full'],
    ['phone', 'register_and_verify'],
    ['bitrix24', 'register_and_verify'],
  ]);
  expect([shown.number, shown.channel]).toEqual([number, 'bitrix24']);
});

test('the same key of another person is a request of their own', async () => {
  const before = await countOf();
  const key = 'a1b2c3d4-0000-4000-8000-000000000002';
  for (const page of [await open(7), await open(9)])
    expect((await page.post('/v1/tickets', request('Своё'), { key })).status).toBe(201);

  expect(await countOf()).toBe(before + 2);
});

test('markup in a name and in a request stays text wherever it is shown', async () => {
  const page = await desk.enter(desk.post('alpha'));
  const html = await page.text();
  const own = await open();
  const { id } = await own.open(request(evil));
  const shown: DeskTicket = await (await deskApi(desk.server)).ticket('didox24', id);

  expect(html).not.toContain(evil);
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(shown.requester.name).toContain(evil);
  expect((await own.thread(id)).messages[0]?.text).toContain(evil);
});

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const polyglot = new Uint8Array(Buffer.concat([tinyPng, Buffer.from(evil)]));
test.each<[string, Uint8Array<ArrayBuffer>, string, string]>([
  [
    'a drawing with a script',
    bytes(`<svg xmlns="http://www.w3.org/2000/svg">${evil}</svg>`),
    'image/svg+xml',
    'a.svg',
  ],
  ['a page', bytes(`<html>${evil}</html>`), 'text/html', 'a.html'],
  ['a page that calls itself a picture', bytes(`<html>${evil}</html>`), 'image/png', 'a.png'],
  ['six megabytes', new Uint8Array(6_000_000), 'image/png', 'big.png'],
  ['a program', bytes('MZ\u0000\u0000'), 'application/x-msdownload', 'a.exe'],
])('%s is refused, or can do nothing where it is opened', async (_, content, type, name) => {
  const page = await open();
  const sent = await page.upload(content, type, name);
  if (sent.status >= 400) return expect([400, 413, 415, 422]).toContain(sent.status);
  const { id } = (await sent.json()) as { id: string };
  const file = await page.get(`/v1/attachments/${id}`);

  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  expect(file.headers.get('content-security-policy')).toContain('sandbox');
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
});

test('a picture with more behind it, and a name that climbs out of its folder, harm nobody', async () => {
  const page = await open();
  const sent = await page.upload(polyglot, 'image/png', '../../etc/passwd.png');
  if (sent.status >= 400) return expect([400, 415, 422]).toContain(sent.status);
  const { id, name } = (await sent.json()) as { id: string; name: string };
  const file = await page.get(`/v1/attachments/${id}`);

  expect(name).not.toMatch(/[/\\]/);
  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
});
