import pino from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PlanTaskList } from '#shared/wire/plan-tasks.ts';
import { beginPlanTasks } from '#server/features/plan-tasks/begin-plan-tasks.ts';
import { fireTimers } from '#server/jobs/fire-timers.ts';
import { timerHandlers } from '#server/jobs/timer-handlers.ts';
import { codeOf, handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { hoursDesk } from '#test/support/hours-desk.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'jokercrm';
const clock = handClock('2026-11-20T09:00:00Z');
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof hoursDesk>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
});
beforeEach(async () => {
  clock.set('2026-11-20T09:00:00Z');
  await database.client.unsafe('truncate plan_tasks, timers');
  desk = await hoursDesk(server);
  await beginPlanTasks(server.deps);
  await settle();
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** What the workers do until nothing is due. */
async function settle(): Promise<void> {
  const deps = { ...server.deps, log: pino({ level: 'silent' }), batchSize: 100 };
  while ((await fireTimers({ ...deps, handlers: timerHandlers(server.deps) })) > 0);
}

/** The desk at a later instant, when all that was due by then has happened. */
async function at(instant: string) {
  clock.set(instant);
  await settle();
  desk = await hoursDesk(server);
}

const tasks = async (state = 'open') =>
  ((await (await desk.get(vendor, `/plan-tasks?state=${state}`)).json()) as PlanTaskList).tasks;
const finish = (month: string, body: object = {}) =>
  desk.post(vendor, `/plan-tasks/kvartal/regional-database/${month}/done`, body);
const overdueEvents = async () =>
  (
    await database.client.unsafe<{ body: string }[]>(
      `select body from ticket_events where kind = 'plan_task_overdue'`,
    )
  ).map(({ body }) => JSON.parse(body) as object);

test('the ad database is a task of each month of the extended plan, and of no other', async () => {
  const expected = {
    organisation: { id: 'kvartal', name: 'Группа «Квартал-Пример»' },
    item: 'regional-database',
    month: '2026-11-01',
    dueAt: '2026-11-30T21:00:00.000Z',
    overdue: false,
    doneAt: null,
  };

  expect(await tasks()).toMatchObject([expected]);
});

test('opening again changes nothing', async () => {
  await beginPlanTasks(server.deps);
  await settle();

  expect(await tasks()).toHaveLength(1);
});

test('one that is done leaves the list and is never overdue; the next month has its own', async () => {
  const done = await finish('2026-11-01');
  const again = await finish('2026-11-01');
  await at('2026-11-30T21:00:00Z');

  expect([done.status, again.status]).toEqual([200, 200]);
  expect(await tasks()).toMatchObject([{ month: '2026-12-01', overdue: false }]);
  expect(await tasks('done')).toMatchObject([
    { month: '2026-11-01', doneAt: '2026-11-20T09:00:00.000Z' },
  ]);
  expect(await overdueEvents()).toEqual([]);
});

test('one that is not done when Moscow’s month ends stays, and the log says so once', async () => {
  await at('2026-11-30T20:59:59.999Z');
  const before = await overdueEvents();
  await at('2026-11-30T21:00:00Z');
  await at('2026-12-01T21:00:00Z');

  expect(before).toEqual([]);
  expect(await overdueEvents()).toMatchObject([
    { params: { organisation: 'kvartal', item: 'regional-database', month: '2026-11-01' } },
  ]);
  expect(await tasks()).toMatchObject([
    { month: '2026-11-01', overdue: true },
    { month: '2026-12-01', overdue: false },
  ]);
});

test('a plan taken later has its task at the next midnight, one that ended has none', async () => {
  await database.client.unsafe(
    `update contracts set plan = 'extended' where number = 'JC-K-2026-027'`,
  );
  await database.client.unsafe(
    `update contracts set valid_until = '2026-11-30' where number = 'JC-K-2026-040'`,
  );
  await at('2026-11-20T21:00:00Z');
  const nextDay = await tasks();
  await at('2026-11-30T21:00:00Z');
  const december = (await tasks()).filter(({ month }) => month === '2026-12-01');
  await database.client.unsafe(
    `update contracts set plan = 'service' where number = 'JC-K-2026-027'`,
  );
  await database.client.unsafe(
    `update contracts set valid_until = '2027-12-31' where number = 'JC-K-2026-040'`,
  );

  expect(nextDay.map(({ organisation }) => organisation.id).toSorted()).toEqual([
    'kvartal',
    'ulitsa',
  ]);
  expect(december.map(({ organisation }) => organisation.id)).toEqual(['ulitsa']);
});

test('it may name the request in which it was worked on, whose timeline tells it', async () => {
  const id = await desk.arrived('alla');
  await finish('2026-11-01', { ticketId: id });
  const { events } = await desk.ticket(vendor, id);

  expect(events.map(({ kind }) => kind)).toContain('plan_task_done');
  expect(await tasks('done')).toMatchObject([{ ticketId: id }]);
});

test('what is not there cannot be done', async () => {
  expect(await codeOf(await finish('2026-10-01'))).toEqual([404, 'plan_task.not_found']);
  expect(await codeOf(await finish('2026-11-01', { ticketId: 'tck_none' }))).toEqual([
    404,
    'ticket.not_found',
  ]);
  expect(await tasks()).toHaveLength(1);
});
