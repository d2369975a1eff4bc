import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { armTimers, type TimerDraft } from '#server/jobs/arm-timers.ts';
import { cancelTimers } from '#server/jobs/cancel-timers.ts';
import type { TimerKind } from '#server/jobs/timer-kinds.ts';
import { timers } from '#server/jobs/timers.table.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 6, minute));
const draft = (subjectId: string, kind: string, minute: number): TimerDraft => ({
  tenantId: 'modme',
  subjectId,
  kind: kind as TimerKind,
  fireAt: at(minute),
});
const arm = (...drafts: TimerDraft[]) => database.db.transaction((tx) => armTimers(tx, drafts));
const rowsOf = (subjectId: string) =>
  database.db.select().from(timers).where(eq(timers.subjectId, subjectId)).orderBy(timers.kind);

test('many deadlines are armed at once, and one that moves is the next generation of its row', async () => {
  await arm(draft('a', 'x.due', 1), draft('a', 'y.due', 2));
  await arm(draft('a', 'x.due', 5));

  expect(await rowsOf('a')).toMatchObject([
    { kind: 'x.due', generation: 2, fireAt: at(5), dueAt: at(5), state: 'armed' },
    { kind: 'y.due', generation: 1, fireAt: at(2), dueAt: at(2), state: 'armed' },
  ]);
});

test('a deadline that failed and fired starts afresh when it is armed again', async () => {
  await arm(draft('b', 'x.due', 1));
  await database.db
    .update(timers)
    .set({ state: 'fired', attempts: 3, lastError: 'fault' })
    .where(eq(timers.subjectId, 'b'));
  await arm(draft('b', 'x.due', 7));

  expect(await rowsOf('b')).toMatchObject([
    { state: 'armed', attempts: 0, lastError: null, generation: 2, fireAt: at(7) },
  ]);
});

test('cancelling takes the kinds it is given, or all, and leaves what has fired', async () => {
  await arm(draft('c', 'x.due', 1), draft('c', 'y.due', 1), draft('c', 'z.due', 1));
  await arm(draft('d', 'x.due', 1));
  await database.db.update(timers).set({ state: 'fired' }).where(eq(timers.kind, 'z.due'));
  await database.db.transaction((tx) => cancelTimers(tx, 'modme', 'c', ['x.due' as TimerKind]));
  const after = (await rowsOf('c')).map(({ state }) => state);
  await database.db.transaction((tx) => cancelTimers(tx, 'modme', 'c'));

  expect(after).toEqual(['cancelled', 'armed', 'fired']);
  expect((await rowsOf('c')).map(({ state }) => state)).toEqual([
    'cancelled',
    'cancelled',
    'fired',
  ]);
  expect((await rowsOf('d')).map(({ state }) => state)).toEqual(['armed']);
});

test('what a transaction arms and does not commit is not armed', async () => {
  const undone = database.db.transaction(async (tx) => {
    await armTimers(tx, [draft('e', 'x.due', 1)]);
    throw new Error('undone');
  });

  await expect(undone).rejects.toThrow('undone');
  expect(await rowsOf('e')).toEqual([]);
});
