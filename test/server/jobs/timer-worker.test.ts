import { eq, sql } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createAlarm, type Alarm } from '#server/jobs/alarm.ts';
import { armTimers, type TimerDraft } from '#server/jobs/arm-timers.ts';
import { fireTimers, type TimerDeps } from '#server/jobs/fire-timers.ts';
import { listenForWakes } from '#server/jobs/listen-for-wakes.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';
import type { TimerKind } from '#server/jobs/timer-kinds.ts';
import { runTimerWorker } from '#server/jobs/timer-worker.ts';
import { timers } from '#server/jobs/timers.table.ts';
import { wakeChannel } from '#server/jobs/wake.ts';
import { handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.client.unsafe(
    'create table effects (tenant_id text, subject_id text, kind text, generation int)',
  );
});
afterEach(async () => {
  await database.client.unsafe('truncate timers, effects');
});
afterAll(() => database.drop());

const start = '2026-11-23T06:00:00.000Z';
const after = (seconds: number) => new Date(Date.parse(start) + seconds * 1000);
const draft = (subjectId: string, kind = 'x.due', fireAt = after(0), tenantId = 'modme') =>
  ({ tenantId, subjectId, kind: kind as TimerKind, fireAt }) satisfies TimerDraft;
const arm = (...drafts: TimerDraft[]) => database.db.transaction((tx) => armTimers(tx, drafts));

/** Stores its effect, and nothing keeps a second one out. */
const effect =
  (kind: string): TimerHandler =>
  async (tx, due) => {
    const rows = due.map((timer) => ({ ...timer, kind }));
    await tx.execute(sql`
      insert into effects select "tenantId", "subjectId", kind, generation
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as e("tenantId" text, "subjectId" text, kind text, generation int)`);
  };
const effects = async () =>
  (
    await database.client.unsafe(
      `select concat_ws(' ', subject_id, kind, generation) as effect from effects order by 1`,
    )
  ).map(({ effect: told }) => told as string);
const rowOf = async (subjectId: string) =>
  (await database.db.select().from(timers).where(eq(timers.subjectId, subjectId)))[0];

function gate<Value>() {
  let open: (value: Value) => void = () => undefined;
  const opened = new Promise<Value>((resolve) => (open = resolve));
  return { open: (value: Value) => open(value), opened };
}

function workerDeps(change: Partial<TimerDeps> = {}) {
  const clock = handClock(start);
  const deps: TimerDeps = {
    db: database.db,
    now: clock.now,
    log: pino({ level: 'silent' }),
    handlers: { 'x.due': effect('x.due'), 'y.due': effect('y.due') },
    batchSize: 100,
    ...change,
  };
  const drain = async () => {
    while ((await fireTimers(deps)) > 0);
  };
  return { clock, deps, drain };
}

test('what is due fires once, what is later waits, what nobody knows stays', async () => {
  const { clock, drain } = workerDeps();
  await arm(
    draft('a'),
    draft('b', 'y.due'),
    draft('c', 'x.due', after(60)),
    draft('d', 'new.kind'),
  );
  await drain();
  await drain();
  const first = await effects();
  clock.set(after(60).toISOString());
  await drain();

  expect(first).toEqual(['a x.due 1', 'b y.due 1']);
  expect(await effects()).toEqual(['a x.due 1', 'b y.due 1', 'c x.due 1']);
  expect(await rowOf('a')).toMatchObject({ state: 'fired' });
  expect(await rowOf('d')).toMatchObject({ state: 'armed' });
});

test('a batch is of one tenant and kind, the oldest first, and no larger than its size', async () => {
  const batches: string[][] = [];
  const note: TimerHandler = async (_tx, due) =>
    void batches.push(due.map(({ tenantId, subjectId }) => `${tenantId} ${subjectId}`));
  const { drain } = workerDeps({ handlers: { 'x.due': note, 'y.due': note }, batchSize: 2 });
  await arm(
    draft('newest', 'x.due', after(-1)),
    draft('middle', 'x.due', after(-2)),
    draft('oldest', 'x.due', after(-4)),
    draft('other kind', 'y.due', after(-5)),
    draft('other desk', 'x.due', after(-3), 'didox24'),
  );
  await drain();

  expect(batches).toEqual([
    ['modme other kind'],
    ['modme oldest', 'modme middle'],
    ['didox24 other desk'],
    ['modme newest'],
  ]);
});

test('a handler may arm its own kind again', async () => {
  const again: TimerHandler = async (tx, due, now) => {
    await effect('x.due')(tx, due, now);
    await armTimers(
      tx,
      due.map(({ subjectId }) => draft(subjectId, 'x.due', after(60))),
    );
  };
  const { clock, drain } = workerDeps({ handlers: { 'x.due': again } });
  await arm(draft('a'));
  await drain();
  clock.set(after(60).toISOString());
  await fireTimers(workerDeps({ handlers: { 'x.due': effect('x.due') }, now: clock.now }).deps);

  expect(await effects()).toEqual(['a x.due 1', 'a x.due 2']);
});

test('a handler that fails undoes its effect, holds up no other, and is tried later and later', async () => {
  const broken: TimerHandler = async (tx, due, now) => {
    await effect('x.due')(tx, due, now);
    if (due.some(({ subjectId }) => subjectId === 'bad')) {
      throw Object.assign(new Error('words of a person'), { code: 'E_BROKEN' });
    }
  };
  const { clock, drain } = workerDeps({ handlers: { 'x.due': broken } });
  await arm(draft('a', 'x.due', after(-2)), draft('bad', 'x.due', after(-1)), draft('z'));
  await drain();
  const failedOnce = await rowOf('bad');
  clock.set(after(2).toISOString());
  await drain();

  expect(await effects()).toEqual(['a x.due 1', 'z x.due 1']);
  expect(failedOnce).toMatchObject({
    state: 'armed',
    attempts: 1,
    lastError: 'E_BROKEN',
    dueAt: after(-1),
    fireAt: after(2),
  });
  expect(await rowOf('bad')).toMatchObject({ attempts: 2, fireAt: after(6) });
});

test('a subject that somebody else holds stays armed and comes again', async () => {
  const leave: TimerHandler = async (tx, due, now) => {
    const [busy, ...free] = due;
    await effect('x.due')(tx, free, now);
    return busy && [busy];
  };
  const { clock, deps, drain } = workerDeps({ handlers: { 'x.due': leave } });
  await arm(draft('busy', 'x.due', after(-1)), draft('free'));
  await fireTimers(deps);
  const left = await rowOf('busy');
  clock.set(after(1).toISOString());
  await workerDeps({ now: clock.now }).drain();
  await drain();

  expect(left).toMatchObject({ state: 'armed', attempts: 0, dueAt: after(-1) });
  expect(await effects()).toEqual(['busy x.due 1', 'free x.due 1']);
});

test('workers of several servers share what is due, and nothing fires twice', async () => {
  await arm(
    ...Array.from({ length: 1000 }, (_, place) => draft(`t${place}`, 'x.due', after(-place))),
  );
  await Promise.all(Array.from({ length: 4 }, () => workerDeps({ batchSize: 20 }).drain()));
  const told = await effects();

  expect(told.length).toBe(1000);
  expect(new Set(told).size).toBe(1000);
});

test('a sleeping worker is woken by what another server arms, finishes its batch at the stop, and ends', async () => {
  const stop = new AbortController();
  const alarm = createAlarm();
  const firing = gate<void>();
  const connected = gate<void>();
  const asleep = gate<number>();
  const slow: TimerHandler = async (tx, due, now) => {
    firing.open();
    await tx.execute(sql`select pg_sleep(0.2)`);
    await effect('x.due')(tx, due, now);
  };
  const { deps } = workerDeps({ handlers: { 'x.due': slow }, now: Date.now });
  const listener = listenForWakes(database.url, {
    [wakeChannel]: () => {
      connected.open();
      alarm.ring();
    },
  });
  await connected.opened;
  await alarm.sleep(0, stop.signal);
  const watched: Alarm = {
    ...alarm,
    sleep: (milliseconds, signal) => {
      asleep.open(milliseconds);
      return alarm.sleep(milliseconds, signal);
    },
  };
  const worker = runTimerWorker(deps, watched, stop.signal);
  const sleepsFor = await asleep.opened;
  await arm(draft('a', 'x.due', new Date()));
  await firing.opened;
  stop.abort();
  await worker;
  await listener.close();

  expect(sleepsFor).toBe(30_000);
  expect(await effects()).toEqual(['a x.due 1']);
});

test('the connection that wakes is made anew when it closes', async () => {
  let rings = 0;
  const listener = listenForWakes(database.url, { [wakeChannel]: () => void (rings += 1) });
  const rungBy = async (count: number) => {
    while (rings < count) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await rungBy(1);
  await database.client.unsafe(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'reglament wake' and datname = current_database()`,
  );
  await rungBy(2);
  await arm(draft('a', 'x.due', new Date()));
  await rungBy(3);
  await arm(draft('b', 'x.due', new Date(Date.now() + 3_600_000)));
  await arm(draft('c', 'x.due', new Date()));
  await rungBy(4);
  await listener.close();

  expect(rings).toBe(4);
});
