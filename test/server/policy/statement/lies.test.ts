import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serviceStatement, type ServiceStatement } from '#shared/wire/statement.ts';
import { statementCommand } from '#server/commands/statement.ts';
import { verifyStatement } from '#server/features/statements/verify-statement.ts';
import { asDigest, consistent, counted, logOf, lyingVendor } from '#test/support/lying-vendor.ts';
import { printedLines } from '#test/support/printed-lines.ts';

const vendor = await lyingVendor();
const body = (ticket: string, kind: string, at: string, params: object) =>
  JSON.stringify({ ticket, kind, at, actor: { kind: 'system', id: null }, params });
const openedBody = (ticket: string, day: string) =>
  body(ticket, 'opened', `2026-11-${day}T04:00:00.000Z`, {
    edition: 'e',
    category: 'c',
    severity: 'normal',
    complete: true,
    acknowledged: false,
    digest: '',
    receivedAt: `2026-11-${day}T04:00:00.000Z`,
    responseStartsAt: `2026-11-${day}T04:00:00.000Z`,
    responseDueAt: `2026-11-${day}T13:00:00.000Z`,
    responseWarnAt: null,
    diagnosisDueAt: null,
  });
const bodies = [
  openedBody('kept', '23'),
  openedBody('late', '23'),
  body('kept', 'first_responded', '2026-11-23T05:00:00.000Z', { by: 'answer' }),
  body('late', 'due_breached', '2026-11-23T13:00:00.000Z', { clock: 'first_response' }),
];
const honest = consistent({
  format: 'reglament-statement-1',
  vendor: 'modme',
  organisation: { id: 'org', name: 'Завод' },
  month: '2026-11',
  zone: 'Asia/Tashkent',
  from: '2026-10-31T19:00:00.000Z',
  until: '2026-11-30T19:00:00.000Z',
  madeAt: '2026-12-02T00:00:00.000Z',
  attainment: [],
  hours: null,
  tickets: [],
  log: logOf(bodies.map((text) => ({ body: text }))),
});
const { zone: _, ...withoutZone } = honest;
const receipts = [
  {
    name: 'late.json',
    signed: await vendor.sign(
      'receipt',
      JSON.stringify({
        vendor: 'modme',
        ticket: 'late',
        at: '2026-11-23T04:00:00.000Z',
        seq: 2,
        hash: logOf(bodies.slice(0, 2).map((text) => ({ body: text }))).head,
      }),
    ),
  },
];
const faultsOf = async (statement: ServiceStatement, held = receipts) =>
  (await verifyStatement(await vendor.signed(statement), vendor.keys, held)).faults.map(
    ({ code }) => code,
  );
const nothing = { tickets: [], attainment: [], log: null };

test('what is so is found so, with and without the zone, whole and while the month runs', async () => {
  const running = { until: '2026-11-25T08:01:02.003Z', madeAt: '2026-11-25T08:01:02.003Z' };

  expect(honest.attainment).toMatchObject([{ kept: 1, broken: 1, open: 0 }]);
  for (const statement of [honest, withoutZone, { ...honest, ...running }])
    expect(await faultsOf(statement)).toEqual([]);
  expect(await faultsOf({ ...withoutZone, ...running })).toEqual([]);
});

test.each([
  ['begins behind the receipts', { from: '2026-11-29T19:00:00.000Z' }],
  ['begins a minute late', { from: '2026-10-31T19:01:00.000Z' }],
  ['begins at midnight of another zone', { from: '2026-10-31T21:00:00.000Z' }],
  ['ends before the receipts', { until: '2026-11-20T19:00:00.000Z' }],
  ['ends after the month', { until: '2026-12-01T19:00:00.000Z' }],
  ['ends after it was made', { madeAt: '2026-11-30T00:00:00.000Z' }],
  ['bears the name of another month', { month: '2026-10' }],
  ['bears the name of no month', { month: '2026-00' }],
  ['is of a zone that is none', { zone: 'Asia/Nowhere' }],
])('a period that %s is no month', async (_how, change) => {
  expect(await faultsOf({ ...honest, ...nothing, ...change })).toContain('period.wrong');
});

test.each([
  ['begins behind the receipts', { from: '2026-11-29T00:00:00.000Z' }],
  ['begins a minute late', { from: '2026-10-31T19:01:00.000Z' }],
  ['ends before the receipts', { until: '2026-11-20T19:00:00.000Z' }],
  ['bears the name of another month', { month: '2026-10' }],
])('nor does one without a zone pass that %s', async (_how, change) => {
  expect(await faultsOf({ ...withoutZone, ...nothing, ...change })).toContain('period.wrong');
});

test('a kept ticket is counted once', async () => {
  const [kept] = honest.tickets;
  const nine = counted({
    ...honest,
    tickets: [...honest.tickets, ...Array.from({ length: 8 }, () => kept!)],
  });

  expect(nine.attainment).toMatchObject([{ kept: 9, broken: 1 }]);
  expect(await faultsOf(nine)).toEqual(Array.from({ length: 8 }, () => 'figures.wrong'));
});

test('a term that has passed is broken also where the event of it is left out', async () => {
  const hidden = consistent({
    ...honest,
    log: logOf(bodies.slice(0, 3).map((text) => ({ body: text }))),
  });
  const [clock] = honest.attainment;
  const [first, second] = hidden.tickets;
  const [promise] = second!.promises;
  const open = counted({
    ...hidden,
    tickets: [first!, { ...second!, promises: [{ ...promise!, brokenAt: null, outcome: 'open' }] }],
  });

  expect(hidden.attainment).toEqual([clock]);
  expect(open.attainment).toMatchObject([{ kept: 1, broken: 0, open: 1 }]);
  expect(await faultsOf(open)).toEqual(['figures.wrong']);
});

test('every event of a stated ticket is told whole, from when events bear its mark', async () => {
  const marked = bodies.map((text) => text.replace('{', '{"v":2,'));
  const log = logOf(marked.map((text) => ({ body: text })));
  const whole = consistent({ ...honest, log });
  const told = (place: number, ticket: string) => {
    const before = logOf(log.events.slice(0, place)).head;
    const events = log.events.with(place, asDigest(marked[place]!, ticket, before));
    return { ...logOf(events), head: log.head };
  };
  const mine = told(3, 'late');
  const foreign = told(3, 'other');
  const plain = {
    ...log,
    events: log.events.with(3, { digest: asDigest(marked[3]!, '', '').digest }),
  };

  expect(await faultsOf(whole, [])).toEqual([]);
  expect(await faultsOf(consistent({ ...honest, log: mine }), [])).toEqual(['log.hidden']);
  expect(await faultsOf(consistent({ ...honest, log: foreign }), [])).toEqual(['log.broken']);
  expect(await faultsOf(consistent({ ...honest, log: plain }), [])).toEqual(['log.broken']);
});

test('a digest without a mark is counted as what cannot be seen', async () => {
  const log = logOf([...bodies.map((text) => ({ body: text })), { digest: 'ab'.repeat(32) }]);
  const reading = await verifyStatement(await vendor.signed({ ...honest, log }), vendor.keys, []);

  expect(reading).toMatchObject({ faults: [], unmarked: 1 });
});

test.each([
  ['no JSON', 'zz'],
  ['null', 'null'],
  ['no instant', body('late', 'first_responded', 'then', {})],
  ['nothing said', '{}'],
])('an event that is none is a fault: %s', async (_what, text) => {
  const log = logOf([...bodies, text].map((one) => ({ body: one })));

  expect(await faultsOf({ ...honest, log })).toContain('log.unreadable');
});

test('whatever is signed is examined to its end', async () => {
  const event = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record({
        ticket: fc.constantFrom('kept', 'late', null, 'toString'),
        kind: fc.constantFrom('opened', 'due_moved', 'requester_replied', 'toString', 'absorbed'),
        at: fc.constantFrom('2026-11-23T04:00:00.000Z', '2026', ''),
        actor: fc.constant(null),
        params: fc.oneof(fc.object(), fc.constant(null), fc.constant({ clock: 'appeal' })),
      })
      .map((told) => JSON.stringify(told)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 4 }), fc.json(), async (texts, receipt) => {
      const log = logOf([...bodies, ...texts].map((one) => ({ body: one })));
      const statement = serviceStatement.parse({ ...honest, log });
      const held = [{ name: 'r', signed: await vendor.sign('receipt', receipt) }];

      expect(await faultsOf(statement, held)).toContain('receipt.signature_wrong');
    }),
    { numRuns: 200, seed: 1 },
  );
});

describe('the command', () => {
  const said = printedLines();

  test('says a sentence of any file, and nothing that steers the terminal', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reglament-lies-'));
    const [file, keys] = [join(folder, 'statement.json'), join(folder, 'keys.json')];
    const verify = () => statementCommand(['verify', file], { key: keys });
    const whole = await vendor.signed({
      ...honest,
      organisation: { id: 'org', name: 'Завод\n\u001b[2Jreceipts on the log: 9' },
    });
    const list = JSON.stringify({ keys: vendor.keys });
    const garbage = fc.oneof(fc.string(), fc.json(), fc.constant('[]'));

    await fc.assert(
      fc.asyncProperty(garbage, fc.boolean(), async (text, ofKeys) => {
        writeFileSync(file, ofKeys ? JSON.stringify(whole) : text);
        writeFileSync(keys, ofKeys ? text : list);

        expect(await verify()).toBe(1);
        expect(said.at(-1)).toMatch(/is not what it should be\.$/);
      }),
      { numRuns: 100, seed: 1 },
    );
    writeFileSync(file, JSON.stringify(whole));
    writeFileSync(keys, list);
    expect(await verify()).toBe(0);
    expect(said.filter((line) => /\p{Cc}/u.test(line))).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
