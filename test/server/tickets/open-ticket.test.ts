import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  codeOf,
  completeRequest,
  device,
  errorRequest,
  handClock,
  requesterApi,
} from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-20T13:30:00Z');
let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
});
beforeEach(async () => {
  await database.client.unsafe(
    'truncate tickets, messages, timers, ticket_events, outbox, idempotency_keys, requesters cascade',
  );
  await database.client.unsafe('update ticket_counters set last_number = 0');
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const count = async (table: string): Promise<number> => {
  const [row] = await database.client.unsafe<{ n: number }[]>(
    `select count(*)::int as n from ${table}`,
  );
  return row?.n ?? 0;
};

test('S0.8.1 REG: a request is stored whole with number, decision, clock, event and its words', async () => {
  const receipt = await requesterApi(server).open();

  expect(receipt).toMatchObject({
    number: 'MOD-1',
    status: 'open',
    subject: 'В строке 0 сум',
    receivedAt: '2026-11-20T13:30:00.000Z',
    decision: { vendor: 'modme', edition: '2025-11-25', firstResponse: { clause: '9' } },
  });
  for (const table of ['tickets', 'messages', 'ticket_events', 'idempotency_keys', 'requesters']) {
    expect([table, await count(table)]).toEqual([table, 1]);
  }
  const running = await database.client.unsafe('select kind from timers order by kind');
  expect(running.map((timer) => timer['kind'])).toEqual([
    'diagnosis.due',
    'first_response.due',
    'first_response.warn',
  ]);
});

test('S0.9.1 POL: Friday 18:30 in Tashkent is due on Saturday 18:30, and the stored clock says the same', async () => {
  const { decision } = await requesterApi(server).open();
  const [row] = await database.client.unsafe<{ due: string }[]>(
    `select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as due from timers where kind = 'first_response.due'`,
  );

  expect(decision.firstResponse.dueAt).toBe('2026-11-21T13:30:00.000Z');
  expect(row?.due).toBe('2026-11-21T13:30:00Z');
});

describe('idempotency', () => {
  test('the same key and body get the same answer to the letter, and one ticket', async () => {
    const api = requesterApi(server);
    const key = randomUUID();
    const first = await (await api.post('/v1/tickets', errorRequest, { key })).text();
    clock.set('2026-11-20T13:31:00Z');
    const second = await api.post('/v1/tickets', errorRequest, { key });

    expect(second.status).toBe(201);
    expect(await second.text()).toBe(first);
    expect(await count('tickets')).toBe(1);
  });

  test('the same key with another body is refused', async () => {
    const api = requesterApi(server);
    const key = randomUUID();
    await api.open(errorRequest, { key });
    const other = { ...errorRequest, answers: { ...errorRequest.answers, did: 'Другое' } };

    expect(await codeOf(await api.post('/v1/tickets', other, { key }))).toEqual([
      422,
      'idempotency_key.reused',
    ]);
    expect(await count('tickets')).toBe(1);
  });

  test("somebody else's key is another key", async () => {
    const key = randomUUID();
    const [mine, theirs] = [
      await requesterApi(server, { bearer: device('A') }).open(errorRequest, { key }),
      await requesterApi(server, { bearer: device('B') }).open(errorRequest, { key }),
    ];

    expect([mine.number, theirs.number]).toEqual(['MOD-1', 'MOD-2']);
  });

  test('S0.8.1 REG: 30 submissions sent eight times at once make 30 tickets with numbers 1 to 30', async () => {
    const api = requesterApi(server);
    const keys = Array.from({ length: 30 }, () => randomUUID());
    const receipts = await Promise.all(
      keys.flatMap((key) => Array.from({ length: 8 }, () => api.open(errorRequest, { key }))),
    );
    const numbers = [...new Set(receipts.map(({ number }) => number))];

    expect(numbers.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))).toEqual(
      keys.map((_key, index) => `MOD-${index + 1}`),
    );
    expect(await count('tickets')).toBe(30);
  });
});

test('vendors number by themselves', async () => {
  await requesterApi(server).open();
  const api = requesterApi(server, { vendor: 'didox24' });
  const { pack } = server.deps.policies.inForce('didox24', clock.now())!;
  const receipt = await api.open(completeRequest(pack));

  expect(receipt.number).toBe(`${pack.numberPrefix}-1`);
});
