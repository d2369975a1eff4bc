import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { isUnavailable } from '#server/db/unavailable.ts';
import { logTime } from '#server/features/hours/log-time.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { codeOf, completeRequest, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { demoRequester } from '#test/support/demo-requester.ts';
import { hoursDesk } from '#test/support/hours-desk.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const noon = '2026-11-20T09:00:00Z';
const clock = handClock(noon);
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof hoursDesk>>;
let shipped: TestServer['deps']['policies'];

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  shipped = { ...server.deps.policies };
  desk = await hoursDesk(server);
});
beforeEach(async () => {
  clock.set(noon);
  await database.client.unsafe('delete from time_entries');
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const vendor = 'jokercrm';
/** Lives by another rule of hours until the test ends. */
async function underHours(
  change: Partial<NonNullable<PolicyPack['hours']>>,
  work: () => Promise<void>,
): Promise<void> {
  const all = server.deps.policies.vendors.flatMap((name) => [
    ...server.deps.policies.editions(name),
  ]);
  server.live.replace(
    all.map((policy) =>
      policy.pack.vendor === vendor && policy.pack.hours
        ? { ...policy, pack: { ...policy.pack, hours: { ...policy.pack.hours, ...change } } }
        : policy,
    ),
  );
  try {
    await work();
  } finally {
    server.live.replace(all);
  }
}

describe('S4.4.1.1 DSK: nobody works without a request', () => {
  test('time is written down on a request and nowhere else', async () => {
    const missing = await desk.log('tck_none', { minutes: 10 });
    const nowhere = await desk.post(vendor, '/time', { minutes: 10 });

    expect(await codeOf(missing)).toEqual([404, 'ticket.not_found']);
    expect(nowhere.status).toBe(404);
    await expect(
      database.client.unsafe(
        `insert into time_entries (tenant_id, id, ticket_id, agent_id, minutes, counted_minutes,
           own_error, exclusive, worked_at, counted_at, created_at)
         values ('jokercrm', 'tim_x', 'tck_none', 'demo', 1, 1, false, false, now(), now(), now())`,
      ),
    ).rejects.toThrow(/foreign key/);
  });

  test('nor on one that has not arrived in the official chat', async () => {
    const { api } = await demoRequester(server, vendor, 'denis');
    const { id } = await api.open(completeRequest(shipped.inForce(vendor, clock.now())!.pack));

    expect(await codeOf(await desk.log(id, { minutes: 10 }))).toEqual([
      409,
      'ticket.awaiting_channel',
    ]);
  });

  test("nor on another vendor's request", async () => {
    const id = await desk.arrived('denis');
    const foreign = await desk.post('modme', `/tickets/${id}/time`, { minutes: 10 });

    expect(await codeOf(foreign)).toEqual([404, 'ticket.not_found']);
  });
});

describe('S4.5.1.1 DSK: three hours a month', () => {
  test('three hours are left at the start, and work takes from them', async () => {
    const id = await desk.arrived('denis');
    const start = await desk.month('ulitsa');
    const { entry, budget } = await desk.logged(id, { minutes: 50, item: 'consulting' });

    expect(start).toMatchObject({
      organisation: { id: 'ulitsa', name: 'Агентство «Улица»' },
      plan: 'service',
      budget: { budgetMinutes: 180, leftMinutes: 180, state: 'left', clause: '5.1' },
      entries: [],
    });
    expect(start.budget?.month).toEqual({
      from: '2026-10-31T21:00:00.000Z',
      until: '2026-11-30T21:00:00.000Z',
    });
    expect(entry).toMatchObject({
      ticketId: id,
      agent: 'Специалист 1',
      minutes: 50,
      countedMinutes: 50,
      workedAt: '2026-11-20T09:00:00.000Z',
      voided: false,
    });
    expect(budget).toMatchObject({ usedMinutes: 50, leftMinutes: 130 });
    expect(await desk.time(id)).toMatchObject({ entries: [{ id: entry.id }], budget });
  });

  test('at 80 % the desk is warned, once', async () => {
    const id = await desk.arrived('denis');
    const before = await desk.logged(id, { minutes: 143 });
    const warned = await desk.logged(id, { minutes: 1 });
    await desk.logged(id, { minutes: 1 });
    const { events } = await desk.ticket(vendor, id);

    expect([before.budget?.state, warned.budget?.state]).toEqual(['left', 'warn']);
    expect(events.filter(({ kind }) => kind === 'hours_warned')).toHaveLength(1);
    expect(events.filter(({ kind }) => kind === 'time_logged')).toHaveLength(3);
  });

  test('what the hours no longer hold is refused with its choices, and nothing is written', async () => {
    const id = await desk.arrived('denis');
    await desk.logged(id, { minutes: 170 });
    const refused = await desk.log(id, { minutes: 30 });

    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: 'hours.used_up',
      clause: '5.1',
      choices: ['overage', 'order', 'next_month'],
      params: { leftMinutes: 10, budgetMinutes: 180, minutes: 30 },
    });
    expect(await desk.month('ulitsa')).toMatchObject({ budget: { usedMinutes: 170 } });
  });

  test('an agent may choose overage: then the month goes below zero', async () => {
    const id = await desk.arrived('denis');
    await desk.logged(id, { minutes: 170 });
    const { entry, budget } = await desk.logged(id, { minutes: 30, choice: 'overage' });

    expect(entry.choice).toBe('overage');
    expect(budget).toMatchObject({ leftMinutes: -20, state: 'used_up' });
  });

  test('or the next month, which has less then', async () => {
    const id = await desk.arrived('denis');
    await desk.logged(id, { minutes: 170 });
    const { entry, budget } = await desk.logged(id, { minutes: 30, choice: 'next_month' });
    const november = await desk.month('ulitsa');
    const december = await desk.month('ulitsa', '2026-12');

    expect(entry).toMatchObject({
      choice: 'next_month',
      workedAt: '2026-11-20T09:00:00.000Z',
      countedAt: '2026-11-30T21:00:00.000Z',
    });
    expect(budget).toMatchObject({ leftMinutes: 150 });
    expect(november.budget).toMatchObject({ usedMinutes: 170 });
    expect(december).toMatchObject({ budget: { usedMinutes: 30 }, entries: [{ id: entry.id }] });
  });

  test('or an order, whose work uses nothing up', async () => {
    const id = await desk.arrived('denis');
    await desk.logged(id, { minutes: 180 });
    const { id: order } = await desk.proposed(id, { scope: 'Ещё два часа' });
    await desk.decide(order, 'accept');
    const { entry, budget } = await desk.logged(id, { minutes: 120, order });

    expect(entry).toMatchObject({ orderId: order, countedMinutes: 0, choice: 'order' });
    expect(budget).toMatchObject({ usedMinutes: 180, leftMinutes: 0 });
  });

  test("the vendor's own error uses nothing up", async () => {
    const id = await desk.arrived('denis', 'error');
    const { entry, budget } = await desk.logged(id, { minutes: 300, ownError: true });

    expect(entry).toMatchObject({ minutes: 300, countedMinutes: 0, ownError: true });
    expect(budget).toMatchObject({ usedMinutes: 0 });
  });

  test('a rented copy has no hours to use up, and its work is written down all the same', async () => {
    const id = await desk.arrived('marina');
    const { entry, budget } = await desk.logged(id, { minutes: 600 });

    expect([entry.countedMinutes, budget]).toEqual([0, null]);
    expect(await desk.month('dom-primer')).toMatchObject({
      budget: null,
      entries: [{ minutes: 600 }],
    });
  });
});

/** A request of one of the demo's people that has been there since the first of October. */
async function sinceOctober(person: string): Promise<string> {
  const id = await desk.arrived(person);
  await database.client.unsafe(
    `update tickets set created_at = '2026-10-01T09:00:00Z', received_at = '2026-10-01T09:00:00Z'
     where id = $1`,
    [id],
  );
  return id;
}

test('nobody has worked on a request before it came', async () => {
  const id = await desk.arrived('denis');
  const before = await desk.log(id, { minutes: 10, workedAt: '2026-11-20T08:59:59.999Z' });
  const atOnce = await desk.log(id, { minutes: 10, workedAt: noon });
  const old = await sinceOctober('denis');
  const first = await desk.log(old, { minutes: 10, workedAt: '2026-10-01T09:00:00Z' });

  expect(await codeOf(before)).toEqual([400, 'request.invalid']);
  expect([atOnce.status, first.status]).toEqual([201, 201]);
});

describe('a month is one of the vendor', () => {
  test.each([
    ['the last millisecond of October in Moscow', '2026-10-31T20:59:59.999Z', '2026-10'],
    ['the first of November in Moscow', '2026-10-31T21:00:00.000Z', '2026-11'],
  ])('%s', async (_case, workedAt, month) => {
    const id = await sinceOctober('denis');
    await desk.logged(id, { minutes: 60, workedAt });
    const used = await Promise.all(
      ['2026-10', '2026-11'].map(async (one) => {
        const { budget } = await desk.month('ulitsa', one);
        return [one, budget?.usedMinutes];
      }),
    );

    expect(Object.fromEntries(used)).toEqual({ '2026-10': 0, '2026-11': 0, [month]: 60 });
  });

  test('of the contract, where the pack has it so: from its day on', async () => {
    await database.client.unsafe(
      `update contracts set signed_on = '2026-01-15' where number = 'JC-K-2026-027'`,
    );
    await underHours({ month: 'contract' }, async () => {
      const { budget } = await desk.month('ulitsa', '2026-11');

      expect(budget?.month).toEqual({
        from: '2026-11-14T21:00:00.000Z',
        until: '2026-12-14T21:00:00.000Z',
      });
    });
    await database.client.unsafe(`update contracts set signed_on = null`);
  });

  test('what it left is carried over where the pack has it so, and late work may not take what is used', async () => {
    await underHours({ carryOver: 'next_month' }, async () => {
      const id = await sinceOctober('denis');
      const october = '2026-10-20T09:00:00Z';
      await desk.logged(id, { minutes: 60, workedAt: october });
      const { budget } = await desk.logged(id, { minutes: 290 });
      const late = await desk.log(id, { minutes: 11, workedAt: october });
      const fitting = await desk.log(id, { minutes: 10, workedAt: october });

      expect(budget).toMatchObject({ budgetMinutes: 300, carriedMinutes: 120, leftMinutes: 10 });
      expect(await codeOf(late)).toEqual([409, 'hours.used_up']);
      expect(fitting.status).toBe(201);
    });
  });

  test('whole quanta are counted where the pack rounds', async () => {
    await underHours({ quantumMinutes: 15, rounding: 'up' }, async () => {
      const { entry, budget } = await desk.logged(await desk.arrived('denis'), { minutes: 16 });

      expect([entry.minutes, entry.countedMinutes, budget?.usedMinutes]).toEqual([16, 30, 30]);
    });
  });
});

describe('an entry that was wrong', () => {
  test('is corrected by another one in its place, and counted anew', async () => {
    const id = await desk.arrived('denis');
    const { entry } = await desk.logged(id, { minutes: 170 });
    const path = `/tickets/${id}/time/${entry.id}/correct`;
    const corrected = await desk.post(vendor, path, { minutes: 175 });
    const tooMuch = await desk.post(vendor, path, { minutes: 175 });
    const { entries, budget } = await desk.time(id);

    expect(corrected.status).toBe(201);
    expect(await codeOf(tooMuch)).toEqual([409, 'time_entry.voided']);
    expect(entries.map(({ minutes, voided }) => [minutes, voided])).toEqual([
      [170, true],
      [175, false],
    ]);
    expect(budget).toMatchObject({ usedMinutes: 175 });
  });

  test('stays when the correction does not fit', async () => {
    const id = await desk.arrived('denis');
    const { entry } = await desk.logged(id, { minutes: 170 });
    const path = `/tickets/${id}/time/${entry.id}/correct`;

    expect(await codeOf(await desk.post(vendor, path, { minutes: 181 }))).toEqual([
      409,
      'hours.used_up',
    ]);
    expect((await desk.time(id)).entries).toMatchObject([{ minutes: 170, voided: false }]);
  });

  test('is taken back, twice without harm', async () => {
    const id = await desk.arrived('denis');
    const { entry } = await desk.logged(id, { minutes: 170 });
    const path = `/tickets/${id}/time/${entry.id}/void`;
    const [first, again] = [await desk.post(vendor, path, {}), await desk.post(vendor, path, {})];
    const { events } = await desk.ticket(vendor, id);

    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await first.json()).toMatchObject({
      entry: { voided: true },
      budget: { leftMinutes: 180 },
    });
    expect(events.filter(({ kind }) => kind === 'time_voided')).toHaveLength(1);
  });

  test('is not found under another ticket', async () => {
    const { entry } = await desk.logged(await desk.arrived('denis'), { minutes: 1 });
    const other = await desk.arrived('denis');
    const path = `/tickets/${other}/time/${entry.id}/void`;

    expect(await codeOf(await desk.post(vendor, path, {}))).toEqual([404, 'time_entry.not_found']);
  });
});

test('the same submission twice is one entry, and its key is good for nothing else', async () => {
  const id = await desk.arrived('denis');
  const headers = { 'idempotency-key': 'time-1' };
  const [one, two] = [
    await desk.log(id, { minutes: 5 }, headers),
    await desk.log(id, { minutes: 5 }, headers),
  ];
  const other = await desk.log(id, { minutes: 6 }, headers);

  expect([one.status, two.status]).toEqual([201, 201]);
  expect(await one.json()).toEqual(await two.json());
  expect(await codeOf(other)).toEqual([422, 'idempotency_key.reused']);
  expect((await desk.time(id)).entries).toHaveLength(1);
});

test.each([
  ['no minutes', { minutes: 0 }],
  ['part of a minute', { minutes: 1.5 }],
  ['more than a day', { minutes: 1441 }],
  ['work of tomorrow', { minutes: 5, workedAt: '2026-11-21T09:00:00Z' }],
  ['an order as a choice without its id', { minutes: 5, choice: 'order' }],
])('is no time to write down: %s', async (_case, work) => {
  const id = await desk.arrived('denis');

  expect(await codeOf(await desk.log(id, work))).toEqual([400, 'request.invalid']);
});

test('S4.5.2.4 DSK: advice from a developer is worked from the hours of the extended plan, and takes an order with the service plan', async () => {
  await saveAgent(database.db, {
    tenantId: vendor,
    id: 'dev',
    name: 'Разработчик',
    role: 'developer',
  });
  const developer = await hoursDesk(server, await createSignInToken(server.deps, 'dev'));
  const extended = await desk.arrived('alla', 'api');
  const service = await desk.arrived('denis', 'api');
  const work = { minutes: 90, item: 'developer-advice' };
  const { entry, budget } = await developer.logged(extended, work);

  expect(entry).toMatchObject({ agent: 'Разработчик', countedMinutes: 90 });
  expect(budget).toMatchObject({ budgetMinutes: 540, leftMinutes: 450, clause: '5.2' });
  expect(await codeOf(await developer.log(service, work))).toEqual([409, 'order.needed']);
});

test('S4.5.2.2 DSK: at equal criticality the extended plan stands before the service plan, however late it came', async () => {
  const [service, extended] = [await desk.arrived('denis'), await desk.arrived('alla')];
  const { rows } = await desk.queue(vendor);
  const place = (id: string) => rows.findIndex((row) => row.id === id);

  expect(place(extended)).toBeLessThan(place(service));
});

test('a typed organisation opens no hours: only one that somebody vouches for', async () => {
  const pack = shipped.inForce(vendor, clock.now())!.pack;
  const api = requesterApi(server, { vendor });
  const request = completeRequest(pack, 'settings');
  const { id } = await api.open({
    ...request,
    answers: { ...request.answers, organisation: 'Агентство «Улица»' },
  });
  await desk.post(vendor, `/tickets/${id}/acts`, { act: 'confirm_arrival' });
  const { budget } = await desk.logged(id, { minutes: 60 });

  expect(budget).toBeNull();
  expect(await desk.month('ulitsa')).toMatchObject({ budget: { usedMinutes: 0 } });
});

test('an unknown organisation has no hours, nor has one of another vendor', async () => {
  for (const path of ['/organisations/nobody/hours', '/organisations/chilonzor/hours']) {
    expect(await codeOf(await desk.get(vendor, path))).toEqual([404, 'organisation.not_found']);
  }
});

describe('many at once', () => {
  /** Whoever gets no answer from a busy database asks again under the same key. */
  const debit = async (
    ticketId: string,
    minutes: number,
    choice?: 'next_month',
    key: string = randomUUID(),
  ): ReturnType<typeof logTime> => {
    try {
      return await logTimeOnce(ticketId, minutes, choice, key);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      return debit(ticketId, minutes, choice, key);
    }
  };
  const logTimeOnce = (
    ticketId: string,
    minutes: number,
    choice: 'next_month' | undefined,
    key: string,
  ) =>
    logTime(
      server.deps,
      {
        tenantId: vendor,
        ticketId,
        agentId: 'demo',
        minutes,
        choice,
        exclusive: false,
        ownError: false,
      },
      { agent: { id: 'demo', name: 'Demo' }, idempotencyKey: key },
    );

  test('S4.5.1.1 DSK: 100 concurrent debits never overdraw a month, and its sum is that of its entries', async () => {
    const tickets = [await desk.arrived('denis'), await desk.arrived('denis')];
    const asked = Array.from({ length: 100 }, (_, index) => 1 + (index % 5));
    const answers = await Promise.all(
      asked.map((minutes, index) => debit(tickets[index % 2]!, minutes)),
    );
    const refused = asked.filter((_minutes, index) => !answers[index]!.ok);
    const { budget } = await desk.month('ulitsa');
    const [row] = await database.client.unsafe<{ minutes: number; entries: number }[]>(
      `select sum(counted_minutes)::int as minutes, count(*)::int as entries from time_entries`,
    );

    expect(budget?.leftMinutes).toBeGreaterThanOrEqual(0);
    // nothing was refused that would still fit
    expect(budget?.leftMinutes).toBeLessThan(Math.min(...refused));
    expect(row).toEqual({ minutes: budget?.usedMinutes, entries: 100 - refused.length });
    expect(answers.flatMap((one) => (one.ok ? [] : one.failure.code))).toEqual(
      refused.map(() => 'hours.used_up'),
    );
    expect(await verifyChain(database.db, vendor)).toMatchObject({ brokenAt: null });
  });

  test('100 debits put off to the next month do not overdraw that one either', async () => {
    const id = await desk.arrived('denis');
    await desk.logged(id, { minutes: 180 });
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => debit(id, 2, 'next_month')),
    );

    expect(answers.filter(({ ok }) => ok)).toHaveLength(90);
    expect((await desk.month('ulitsa', '2026-12')).budget).toMatchObject({ leftMinutes: 0 });
  });

  test('the same submission 20 times at once is one entry', async () => {
    const id = await desk.arrived('denis');
    const headers = { 'idempotency-key': 'time-many' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => desk.log(id, { minutes: 7 }, headers)),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect((await desk.month('ulitsa')).budget).toMatchObject({ usedMinutes: 7 });
  });

  test('an entry corrected by two at once is corrected by one', async () => {
    const id = await desk.arrived('denis');
    const { entry } = await desk.logged(id, { minutes: 100 });
    const path = `/tickets/${id}/time/${entry.id}/correct`;
    const answers = await Promise.all(
      [90, 80].map((minutes) => desk.post(vendor, path, { minutes })),
    );

    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await desk.time(id)).entries.filter(({ voided }) => !voided)).toHaveLength(1);
  });
});
