import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { runCommandLine } from '#server/cli.ts';
import { contracts } from '#server/features/organisations/organisations.table.ts';
import { simulateStored } from '#server/features/policies/simulate-stored.ts';
import { storedTickets } from '#server/features/policies/stored-tickets.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import type { Policy } from '#server/policy/packs.ts';
import { completeRequest, deskApi, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { changed, policyWith, samplePack } from '#test/support/pack-variants.ts';
import { policyOf } from '#test/support/policies.ts';
import { testServer } from '#test/support/server.ts';
import { storeTickets } from '#test/support/stored-tickets.ts';
import { printedLines } from '#test/support/printed-lines.ts';

const from = Date.parse('2026-03-02T04:00:00Z');
const count = 2100;
const now = Date.parse('2026-12-01T00:00:00Z');
const period = { since: new Date(0), until: new Date(now) };
const current = policyOf('modme');
const own = (edition: string) => (edition === current.pack.edition ? current : undefined);
const fourHours = {
  ...changed(samplePack(), '/clocks/firstResponse', {
    kind: 'fixed',
    target: { value: 4, unit: 'businessHour' },
    clause: '9',
  }),
  edition: '2026-12-01',
  editionDate: '2026-12-01',
  validFrom: '2026-12-01',
  cases: samplePack().cases.slice(0, 1),
};
const { $schema: _schema, ...sections } = fourHours;
const next: Policy = policyWith(sections);

let database: TestDatabase;
let folder: string;
const said = printedLines();

beforeAll(async () => {
  database = await testDatabase();
  await storeTickets(database.db, current, { count, from });
});
afterAll(() => database.drop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reglament-simulate-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const run = (...words: readonly string[]) =>
  runCommandLine(['node', 'reglament', 'policy', 'simulate', ...words], {
    DATABASE_URL: database.url,
    SECRET_KEY: 'A'.repeat(43),
    DATA_DIR: folder,
  });
const file = () => {
  const path = join(folder, 'modme.2026-12-01.json');
  writeFileSync(path, JSON.stringify(fourHours));
  return path;
};

test('the edition that decided would have decided the same, ticket by ticket', async () => {
  const summary = await simulateStored(database.db, { next: current, own, now }, period, 10);

  expect(summary).toMatchObject({ tickets: count, changed: 0, uncertain: 0, byAspect: {} });
  expect(summary.late.before).toBe(summary.late.after);
  expect(summary.late.before).toBeGreaterThan(0);
});

test('another term changes the terms of all who have one, and shows which answers come late', async () => {
  const summary = await simulateStored(database.db, { next, own, now }, period, 3);
  // two of three have a term: those with a contract and those nobody knows
  const promised = (count / 3) * 2;

  expect(summary).toMatchObject({
    tickets: count,
    changed: promised,
    byAspect: { term: promised },
    terms: { earlier: promised, later: 0, gained: 0, lost: 0, reason: 0 },
    uncertain: 0,
  });
  expect(summary.late.only.before).toBe(0);
  expect(summary.late.only.after).toBe(summary.late.after - summary.late.before);
  expect(summary.late.only.after).toBeGreaterThan(0);
  expect(summary.examples.map(({ ticket }) => ticket.number)).toEqual([1, 3, 4]);
});

test('pages hold every ticket once, in order, and only of the time that is asked about', async () => {
  const since = new Date(from + 60 * 47 * 60_000);
  const until = new Date(from + 1600 * 47 * 60_000);
  const sizes: number[] = [];
  const numbers: number[] = [];
  for await (const page of storedTickets(database.db, current, { since, until })) {
    sizes.push(page.length);
    numbers.push(...page.map(({ number }) => number));
  }

  expect(sizes).toEqual([1000, 540]);
  expect(numbers).toEqual(Array.from({ length: 1540 }, (_, index) => index + 61));
});

test('the command tells it in numbers and sentences, and to programs', async () => {
  expect(await run(file(), '--since', '2026-03-01', '--examples', '2')).toBe(0);
  expect(said[0]).toBe('modme 2026-12-01 on 2100 stored tickets: 1400 would be decided otherwise.');
  expect(said.slice(-2)).toEqual([
    '  MOD-1 Обращение пн 02.03 09:00, «Ошибка в работе сервиса», с правом на поддержку: срок пн 02.03 19:00 → пн 02.03 14:00.',
    '  MOD-3 Обращение пн 02.03 10:34, «Помощь в использовании», от неизвестного: срок вт 03.03 10:34 → пн 02.03 14:34.',
  ]);

  said.length = 0;
  expect(await run(file(), '--since', '2026-03-03', '--until', '2026-03-04', '--json')).toBe(0);
  const json = JSON.parse(said[0] ?? '');

  expect(json).toMatchObject({ vendor: 'modme', edition: '2026-12-01', tickets: 30 });
  expect(json.examples[0].changes[0]).toMatchObject({
    aspect: 'term',
    from: { dueAt: expect.stringMatching(/Z$/) },
  });
});

test('other calendars can be tried with an edition', async () => {
  // the shipped calendar with Monday 2 March 2026 as one more day off
  const shipped = JSON.parse(readFileSync('server/policy/calendars/uz-2026.json', 'utf8'));
  const day = { ...shipped.days[0], date: '2026-03-02', kind: 'additional' };
  const days = [...shipped.days, day].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  writeFileSync(join(folder, 'uz-2026.json'), JSON.stringify({ ...shipped, days }));

  expect(await run('modme', '--since', '2026-03-01', '--with-calendar', folder, '--json')).toBe(0);
  const json = JSON.parse(said.at(-1) ?? '');

  expect(json.terms.later).toBeGreaterThan(0);
  expect(json.terms.earlier).toBe(0);
});

test.each([
  [['--since', '2026-03-01']],
  [['modme']],
  [['modme', '--since', 'march']],
  [['modme', '--since', '0001-01-01']],
  [['modme', '--since', '2026-03-01', '--until', '9999-01-01']],
  [['modme', '--since', '2026-03-01', '--examples', '2.5']],
  [['modme', '--since', '2026-03-01', '--lang', 'de']],
])('policy simulate %j is no command', async (words) => {
  expect(await run(...words)).toBe(2);
});

test('a file that is not there is refused in a sentence', async () => {
  expect(await run('none.json', '--since', '2026-03-01')).toBe(1);
  expect(said.at(-1)).toContain('none.json');
});

test('what was not known at the receipt makes a ticket uncertain, and is said', async () => {
  const other = await testDatabase();
  await storeTickets(other.db, current, { count: 30, from });
  await other.db
    .update(tickets)
    .set({ decision: sql`jsonb_set(decision::jsonb, '{guaranteed}', 'false')::json` })
    .where(eq(tickets.number, 1));
  const summary = await simulateStored(other.db, { next: current, own, now }, period, 10);
  const gone = await simulateStored(
    other.db,
    { next: current, own: () => undefined, now },
    period,
    0,
  );
  await other.drop();

  expect([summary.uncertain, summary.changed]).toEqual([1, 1]);
  expect(gone.uncertain).toBe(30);
});

test('a contract that ended since changes nothing that was decided before', async () => {
  const other = await testDatabase();
  await storeTickets(other.db, current, { count: 30, from });
  await other.db.update(contracts).set({ validUntil: '2026-03-01', validFrom: '2026-02-01' });
  const summary = await simulateStored(other.db, { next: current, own, now }, period, 10);
  await other.drop();

  expect([summary.uncertain, summary.changed]).toEqual([0, 0]);
});

test('a ticket that a person opened is replayed as it was decided', async () => {
  const other = await testDatabase();
  const server = await testServer(other);
  const person = { sub: 'u-1', name: 'Ali' };
  const signed = await server.signAsHost('modme', person);
  const api = requesterApi(server);
  await api.open();
  await api.open(undefined, { bearer: signed });
  const summary = await simulateStored(
    other.db,
    { next: current, own, now: Date.now() },
    { since: new Date(0), until: new Date(Date.now() + 1000) },
    10,
  );
  await server.close();
  await other.drop();

  expect([summary.tickets, summary.uncertain, summary.changed]).toEqual([2, 0, 0]);
});

test('a ticket that came through a bridge is replayed by its arrival, and one that still waits as it was prepared', async () => {
  const other = await testDatabase();
  const server = await testServer(other);
  const vendor = server.deps.policies.vendors.find(
    (name) => server.deps.policies.inForce(name, now)?.pack.widget.mode === 'bridge',
  )!;
  const policy = policyOf(vendor);
  const api = requesterApi(server, { vendor });
  const request = completeRequest(policy.pack);
  const { id } = await api.open(request);
  await api.open(request);
  await (await deskApi(server)).post(vendor, `/tickets/${id}/acts`, { act: 'confirm_arrival' });
  const soon = { since: new Date(0), until: new Date(Date.now() + 1000) };
  const arrivals: string[] = [];
  for await (const page of storedTickets(other.db, policy, soon))
    arrivals.push(...page.map(({ arrival }) => arrival));
  const terms = { next: policy, own: () => policy, now: Date.now() };
  const summary = await simulateStored(other.db, terms, soon, 10);
  await server.close();
  await other.drop();

  expect(arrivals).toEqual(['channel', 'widget']);
  expect([summary.tickets, summary.uncertain, summary.changed]).toEqual([2, 0, 0]);
});

test('incidents of the watch are no requests, and are left out', async () => {
  await database.db.execute(sql`update tickets set channel = 'monitoring' where number % 10 = 1`);

  const summary = await simulateStored(database.db, { next: current, own, now }, period, 0);

  expect(summary.tickets).toBe(count - count / 10);
});
