import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SilenceList } from '#shared/wire/after-resolution.ts';
import { calendarsInForce } from '#server/features/calendars/calendars-in-force.ts';
import { saveImport } from '#server/features/calendars/calendars.repository.ts';
import { listTicketEvents } from '#server/features/event-log/event-log.repository.ts';
import { rekeyQueue } from '#server/features/tickets/rekey-queue.ts';
import { compilePolicy } from '#server/policy/packs.ts';
import { codeOf, deskApi, handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { demoRequester } from '#test/support/demo-requester.ts';
import { demoPeople } from '#server/demo/people.ts';
import { fireDue } from '#test/support/due-timers.ts';
import { packFiles, packOf } from '#test/support/policies.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

// Thursday 15:00 in Moscow
const asked = '2026-11-19T12:00:00Z';
const clock = handClock(asked);
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** A ticket whose requester was asked, or was asked whether a solution helped. */
async function silentTicket(vendor: string, body: object) {
  clock.set(asked);
  desk = await deskApi(server);
  const { id } = await (await signedIn(vendor)).open();
  await desk.answer(vendor, id, body);
  return { id };
}
const signedIn = (vendor: string) =>
  demoRequester(server, vendor, demoPeople.find((one) => one.vendor === vendor)!.id);
/** Every policy, compiled by the calendars in force. */
async function calendars() {
  const inForce = await calendarsInForce(database.db, undefined);
  if (!inForce.ok) throw new Error(inForce.failure.join('\n'));
  return packFiles.map((file) => compilePolicy(packOf(file), inForce.value.sources));
}
const silenceOf = async (vendor: string, id: string, only = 'all') =>
  ((await (await desk.get(vendor, `/silence?only=${only}`)).json()) as SilenceList).rows.find(
    ({ ticket }) => ticket.id === id,
  );
const at = async (instant: string) => {
  clock.set(instant);
  await fireDue(server);
  desk = await deskApi(server);
};
const act = (vendor: string, id: string, body: object) =>
  desk.post(vendor, `/tickets/${id}/acts`, body);

const proposal = { kind: 'reply', text: 'Обновите приложение.', proposes: true };
const question = { kind: 'question', text: 'Какая версия?' };

test('S2.2.5.1 JOB: silence after a proposed solution is reminded of, put before an agent and closed by nobody else', async () => {
  const { id } = await silentTicket('moidokumenty', proposal);
  await at('2026-11-20T12:00:00Z');
  const reminded = await silenceOf('moidokumenty', id);
  await at('2026-11-23T14:59:59Z');
  const before = await silenceOf('moidokumenty', id);
  await at('2026-11-23T15:00:00Z');
  const after = await silenceOf('moidokumenty', id);

  expect(reminded).toMatchObject({
    waitingFor: 'no_confirmation',
    reminders: 1,
    remindedAt: '2026-11-20T12:00:00.000Z',
  });
  expect(before).toMatchObject({ closing: 'not_yet', closableAt: '2026-11-23T15:00:00.000Z' });
  expect(after).toMatchObject({ closing: 'may_close', clause: '2.5' });
  expect((await desk.ticket('moidokumenty', id)).status).toBe('waiting_requester');
});

test('S2.2.5.1 JOB: a reminder whose day a decree has closed meanwhile goes out on the next one', async () => {
  const { id } = await silentTicket('moidokumenty', question);
  const shipped = await calendars();
  await saveImport(
    database.db,
    {
      calendar: 'ru-production',
      year: 2026,
      complete: false,
      days: [{ date: '2026-11-20', kind: 'additional', certainty: 'certain' }],
      ordinary: [],
    },
    'file',
    new Date(clock.now()),
  );
  server.live.replace(await calendars());
  await at('2026-11-20T12:00:00Z');
  const closed = await silenceOf('moidokumenty', id);
  await at('2026-11-23T12:00:00Z');
  const reminded = await silenceOf('moidokumenty', id);
  server.live.replace(shipped);

  expect(closed).toMatchObject({ reminders: 0, remindedAt: null });
  expect(reminded).toMatchObject({ reminders: 1, remindedAt: '2026-11-23T12:00:00.000Z' });
});

test('S2.2.5.1 DSK: the queue shows it among what may be closed from that instant on, whatever release wrote the row', async () => {
  const { id } = await silentTicket('moidokumenty', question);
  const viewOf = async () => {
    const views = ['waiting', 'closable'] as const;
    const queues = await Promise.all(views.map((view) => desk.queue('moidokumenty', view)));
    return views.filter((_view, at) => queues[at]?.rows.some((row) => row.id === id));
  };
  const seen = [await viewOf()];
  for (const instant of ['2026-11-20T12:00:00Z', '2026-11-23T14:59:59Z', '2026-11-23T15:00:00Z']) {
    await at(instant);
    seen.push(await viewOf());
  }
  await database.client.unsafe('update tickets set closable_at = null');
  seen.push(await viewOf());
  await rekeyQueue(server.deps);
  seen.push(await viewOf());

  expect(seen.flat()).toEqual(['waiting', 'waiting', 'waiting', 'closable', 'waiting', 'closable']);
  expect((await desk.ticket('moidokumenty', id)).view).toBe('closable');
});

test('S2.2.5.1 DSK: an agent ends it as unanswered once it may be, and a later answer opens it again', async () => {
  const { id } = await silentTicket('moidokumenty', proposal);
  await at('2026-11-20T12:00:00Z');
  const early = await codeOf(await act('moidokumenty', id, { act: 'close_silent' }));
  await at('2026-11-23T15:00:00Z');
  const offered = await silenceOf('moidokumenty', id, 'may_close');
  await act('moidokumenty', id, { act: 'close_silent' });
  const closed = await desk.ticket('moidokumenty', id);
  const gone = await silenceOf('moidokumenty', id);
  const requester = await signedIn('moidokumenty');
  const { reopening } = await requester.api.thread(id);
  await requester.api.post(`/v1/tickets/${id}/messages`, { text: 'Не помогло' });

  expect(early).toEqual([409, 'close.not_due']);
  expect(offered).toBeDefined();
  expect(closed.status).toBe('closed');
  expect(closed.events.at(-1)).toMatchObject({
    kind: 'closed',
    params: { outcome: 'no_answer', reason: 'no_confirmation' },
  });
  expect(gone).toBeUndefined();
  expect(reopening).toMatchObject({ outcome: 'reopen' });
  expect((await desk.ticket('moidokumenty', id)).status).toBe('in_progress');
});

test('S2.2.5.2 JOB: an unanswered question ends in the same time and names its own reason', async () => {
  const { id } = await silentTicket('moidokumenty', question);
  await at('2026-11-20T12:00:00Z');
  await at('2026-11-23T15:00:00Z');
  const offered = await silenceOf('moidokumenty', id, 'may_close');
  await act('moidokumenty', id, { act: 'close_silent' });

  expect(offered).toMatchObject({ waitingFor: 'no_information' });
  const logged = (await listTicketEvents(database.db, 'moidokumenty', id)).at(-1);
  expect(logged?.params).toMatchObject({ outcome: 'no_answer', reason: 'no_information' });
  expect((await desk.ticket('moidokumenty', id)).events.at(-1)?.params).toMatchObject({
    reason: 'no_information',
  });
});

test('an answer in time ends the silence and what was armed for it', async () => {
  const { id } = await silentTicket('moidokumenty', question);
  const requester = await signedIn('moidokumenty');
  await requester.api.post(`/v1/tickets/${id}/messages`, { text: '4.2' });
  await at('2026-11-23T15:00:00Z');

  expect(await silenceOf('moidokumenty', id)).toBeUndefined();
  expect((await desk.ticket('moidokumenty', id)).events.map(({ kind }) => kind)).not.toContain(
    'reminded',
  );
});

test('S1.3.1.12 JOB: where silence ends nothing, it is reminded of three times and no more', async () => {
  const { id } = await silentTicket('didox24', question);
  for (const day of [22, 25, 28]) await at(`2026-11-${day}T12:00:00Z`);
  await at('2027-01-15T12:00:00Z');
  const { events, status } = await desk.ticket('didox24', id);

  expect(events.filter(({ kind }) => kind === 'reminded').map(({ at: when }) => when)).toEqual([
    '2026-11-22T12:00:00.000Z',
    '2026-11-25T12:00:00.000Z',
    '2026-11-28T12:00:00.000Z',
  ]);
  expect(status).toBe('waiting_requester');
});

test('S1.3.1.12 DSK: the silence stands in a view as a fact that closes nothing', async () => {
  const { id } = await silentTicket('didox24', question);
  await at('2026-11-22T12:00:00Z');
  const row = await silenceOf('didox24', id);

  expect(row).toMatchObject({ since: '2026-11-19T12:00:00.000Z', reminders: 1, closing: 'never' });
  expect(await silenceOf('didox24', id, 'may_close')).toBeUndefined();
  expect(await codeOf(await act('didox24', id, { act: 'close_silent' }))).toEqual([
    409,
    'close.not_due',
  ]);
});
