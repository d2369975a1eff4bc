import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fireTimers } from '#server/jobs/fire-timers.ts';
import { timerHandlers } from '#server/jobs/timer-handlers.ts';
import { rowDesk } from '#test/support/row-desk.ts';

const lines: { fault?: { code?: string }; subjectId?: string }[] = [];
const log = pino(
  { level: 'error' },
  { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]) },
);
let rows: Awaited<ReturnType<typeof rowDesk>>;

beforeAll(async () => {
  rows = await rowDesk();
});
afterAll(() => rows.close());

/** Takes what is due as a worker does, and says how often it took something. */
async function takeDue(): Promise<number> {
  const { deps } = rows.server;
  let taken = 0;
  while ((await fireTimers({ ...deps, log, handlers: timerHandlers(deps), batchSize: 100 })) > 0)
    taken += 1;
  return taken;
}
const dueOf = async (id: string) =>
  (
    await rows.database.client.unsafe(
      `select state, attempts, last_error from timers
       where subject_id = $1 and kind = 'first_response.due'`,
      [id],
    )
  )[0];
const breached = async (id: string) =>
  (await rows.logged({ vendor: 'modme', id }, 'due_breached')).filter(
    ({ params }) => params['clock'] === 'first_response',
  );

test('a deadline whose edition is not loaded stays armed, is told, holds up nobody, and fires once it is back', async () => {
  const lost = await rows.open('modme');
  await rows.database.client.unsafe(`update tickets set edition = 'gone' where id = $1`, [lost.id]);
  const others = [await rows.open('modme'), await rows.open('modme')];
  await rows.at('2026-12-01T08:00:00Z');

  const took = await takeDue();
  const waiting = await dueOf(lost.id);

  expect(waiting).toMatchObject({ state: 'armed', attempts: 1, last_error: 'edition.unknown' });
  expect(lines.find(({ subjectId }) => subjectId === lost.id)?.fault?.code).toBe('edition.unknown');
  expect(took).toBeLessThan(20);
  expect(await breached(lost.id)).toEqual([]);
  for (const { id } of others) expect(await breached(id)).toHaveLength(1);

  expect(await takeDue()).toBe(0);
  await rows.database.client.unsafe(
    `update tickets set edition = (select edition from tickets where id = $2) where id = $1`,
    [lost.id, others[0]?.id ?? ''],
  );
  await rows.at('2026-12-01T09:00:00Z');
  await takeDue();

  expect(await dueOf(lost.id)).toMatchObject({ state: 'fired' });
  expect(await breached(lost.id)).toHaveLength(1);
});
