import { afterAll, beforeAll, expect, test } from 'vitest';
import { queueViews, severities, ticketStatuses, type QueueView } from '#shared/vocabulary.ts';
import type { DeskQueue, QueueRow } from '#shared/wire/desk.ts';
import { queueKey } from '#server/policy/decision/queue-key.ts';
import { planWeight, type QueueItem } from '#server/policy/decision/queue-order.ts';
import { orderedNaively } from '#test/support/any-queue.ts';
import { codeOf, deskApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { diceOf } from '#test/support/dice.ts';
import { policyOf } from '#test/support/policies.ts';
import { testServer, type TestServer } from '#test/support/server.ts';
import { storeTickets } from '#test/support/stored-tickets.ts';

const now = Date.parse('2026-11-23T11:50:00Z');
const hourMs = 3_600_000;
const amount = 400;
const vendor = 'modme';
const policy = policyOf(vendor);
const dice = diceOf(5);
const views: readonly string[] = ['open', ...queueViews];

let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: () => now });
  desk = await deskApi(server);
  await storeTickets(database.db, policy, { count: amount, from: now - 30 * 24 * hourMs });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const hoursAway = (hours: number) => new Date(now + hours * hourMs).toISOString();

/** Another standing for a ticket: many are equal in much, so that numbers settle some of them. */
function standing(index: number) {
  const status = dice.pick(ticketStatuses);
  const ended = status === 'resolved' || status === 'closed';
  const item: QueueItem = {
    severity: dice.pick(severities),
    dueAt: ended || dice.chance(0.6) ? null : now + dice.whole(-9, 9) * hourMs,
    planWeight: planWeight(policy.pack, undefined),
    receivedAt: now - dice.whole(1, 20) * hourMs,
    number: `T-${index + 1}`,
  };
  return {
    item,
    row: {
      id: `tck_${index}`,
      status,
      severity: item.severity,
      dueAt: item.dueAt === null ? null : new Date(item.dueAt),
      receivedAt: new Date(item.receivedAt),
      closableAt: ended || dice.chance(0.5) ? null : hoursAway(dice.whole(-3, 3)),
      resolvedAt: ended ? hoursAway(-dice.whole(1, 9)) : null,
      queueKey: queueKey(policy.pack.queue, item),
    },
  };
}

async function put(standings: readonly ReturnType<typeof standing>[]): Promise<void> {
  await database.client.unsafe(
    `update tickets t set status = r.status, severity = r.severity, due_at = r."dueAt",
      received_at = r."receivedAt", closable_at = r."closableAt", resolved_at = r."resolvedAt",
      queue_key = r."queueKey", plan = null
    from json_to_recordset($1::text::json) as r(id text, status text, severity text,
      "dueAt" timestamptz, "receivedAt" timestamptz, "closableAt" timestamptz,
      "resolvedAt" timestamptz, "queueKey" text)
    where t.tenant_id = '${vendor}' and t.id = r.id`,
    [JSON.stringify(standings.map(({ row }) => row))],
  );
}
const putAll = async () => {
  const all = Array.from({ length: amount }, (_, index) => standing(index));
  await put(all);
  return all;
};

const page = async (view: string, after: string | null, limit: number): Promise<DeskQueue> => {
  const query = new URLSearchParams({ view, limit: String(limit), ...(after ? { after } : {}) });
  const response = await desk.get(vendor, `/queue?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as DeskQueue;
};

/** Every row of a view, page after page. */
async function walk(view: string, limit: number, between?: () => Promise<void>) {
  const rows: QueueRow[] = [];
  let next: string | null = null;
  do {
    const found: DeskQueue = await page(view, next, limit);
    rows.push(...found.rows);
    next = found.next;
    await between?.();
  } while (next !== null);
  return rows;
}

const places = (rows: readonly QueueRow[]) => rows.map(({ number }) => number.replace(/^\D+/, ''));
const naively = (items: readonly QueueItem[]) =>
  orderedNaively(policy.pack, items).map(({ number }) => number.slice(2));

test('pages of any length hold the same rows in the same order, and say the same of why', async () => {
  await putAll();
  for (const view of views) {
    const whole = await walk(view, 100);

    expect(await walk(view, 7), view).toEqual(whole);
  }
});

test('the order over all pages is the one that a person would state', async () => {
  const all = await putAll();
  const open = all.filter(({ row }) => row.status !== 'resolved' && row.status !== 'closed');
  const ended = all
    .filter((one) => !open.includes(one))
    .toSorted(
      (a, b) =>
        Date.parse(b.row.resolvedAt ?? '') - Date.parse(a.row.resolvedAt ?? '') ||
        Number(b.item.number.slice(2)) - Number(a.item.number.slice(2)),
    );

  expect(places(await walk('open', 9))).toEqual(naively(open.map(({ item }) => item)));
  expect(places(await walk('resolved', 9))).toEqual(ended.map(({ item }) => item.number.slice(2)));
});

test('every ticket stands in one view, the one that its row names, and is counted there', async () => {
  await putAll();
  const seen: string[] = [];
  const { counts } = await page('order', null, 1);
  for (const view of queueViews) {
    const rows = await walk(view, 100);
    seen.push(...rows.map(({ id }) => id));

    expect(rows.length, view).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.view))).toEqual(new Set([view]));
    if (view !== 'resolved') expect(counts[view], view).toBe(rows.length);
  }

  expect(seen.toSorted()).toEqual(Array.from({ length: amount }, (_, n) => `tck_${n}`).toSorted());
});

test.each(['open', 'order', 'waiting', 'closable', 'resolved'] as const)(
  '%s: while tickets move between the pages, none of those that stay is lost or shown twice',
  async (view) => {
    const all = await putAll();
    const before = places(await walk(view, 100));
    const moved = new Set<string>();
    const rows = await walk(view, Math.ceil(before.length / 8), async () => {
      const some = Array.from({ length: 5 }, () => standing(dice.whole(0, amount - 1)));
      for (const { item } of some) moved.add(item.number.slice(2));
      await put(some);
    });
    const stayed = (numbers: readonly string[]) => numbers.filter((number) => !moved.has(number));

    expect(moved.size).toBeGreaterThan(10);
    expect(stayed(places(rows))).toEqual(stayed(before));
    if (view === 'order') {
      const left = all.filter(({ item }) => stayed(before).includes(item.number.slice(2)));
      expect(stayed(places(rows))).toEqual(naively(left.map(({ item }) => item)));
    }
  },
);

test.each([
  ['order', 'tomorrow'],
  ['order', '1:'],
  ['order', `1:${'0'.repeat(101)}`],
  ['resolved', '1:0 000000000000001'],
  ['resolved', '1:99999999999999'],
] as const)('%s: what no page has ended with is refused: %s', async (view: QueueView, after) => {
  const query = new URLSearchParams({ view, after });

  expect(await codeOf(await desk.get(vendor, `/queue?${query}`))).toEqual([400, 'request.invalid']);
});
