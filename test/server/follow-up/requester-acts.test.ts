import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AppealList } from '#shared/wire/after-resolution.ts';
import { listTicketEvents } from '#server/features/event-log/event-log.repository.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { codeOf, completeRequest, deskApi, device, handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { demoRequester } from '#test/support/demo-requester.ts';
import { demoPeople } from '#server/demo/people.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const start = '2026-11-19T08:00:00Z';
const clock = handClock(start);
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let requester: Awaited<ReturnType<typeof demoRequester>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
});
beforeEach(async () => {
  clock.set(start);
  desk = await deskApi(server);
  requester = await demoRequester(
    server,
    'technokad',
    demoPeople.find(({ vendor }) => vendor === 'technokad')!.id,
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** A file of the requester's that belongs to no message yet. */
async function file(): Promise<string> {
  const stored = await requester.api.upload(
    new Uint8Array(PNG.sync.write(new PNG({ width: 1, height: 1 }))),
    'image/png',
  );
  return ((await stored.json()) as { id: string }).id;
}
/** A request with everything that the regulation asks for, received. */
async function complete(): Promise<{ id: string }> {
  const { pack } = server.deps.policies.inForce('technokad', clock.now())!;
  const { id } = await requester.api.open({
    ...completeRequest(pack),
    attachments: [await file()],
  });
  await desk.post('technokad', `/tickets/${id}/acts`, { act: 'confirm_arrival' });
  return { id };
}
const own = (id: string, body: object) => requester.api.post(`/v1/tickets/${id}/acts`, body);
const kinds = async (id: string) =>
  (await desk.ticket('technokad', id)).events.map(({ kind }) => kind);
const appealOf = async (id: string) =>
  ((await (await desk.get('technokad', '/appeals')).json()) as AppealList).rows.find(
    ({ ticket }) => ticket.id === id,
  );
const solve = (id: string) =>
  desk.answer('technokad', id, { kind: 'reply', text: 'Готово', resolve: true });

test('S3.6.1.2 DSK: a complaint goes to the head of support and stands there until it is heard', async () => {
  const { id } = await requester.open();
  await solve(id);
  const made = await own(id, { act: 'appeal', text: 'Закрыли слишком рано' });
  const waiting = await appealOf(id);
  const again = await own(id, { act: 'appeal' });
  clock.set('2026-11-19T09:00:00Z');
  const more = await own(id, { act: 'appeal', text: 'И никто не позвонил' });
  const [first, second, ...others] = (await listTicketEvents(database.db, 'technokad', id)).filter(
    ({ kind }) => kind === 'appealed',
  );
  const stillWaiting = await appealOf(id);
  const mute = await desk.post('technokad', `/tickets/${id}/acts`, { act: 'hear_appeal' });
  const heard = await desk.post('technokad', `/tickets/${id}/acts`, {
    act: 'hear_appeal',
    text: 'Разобрались, вы правы.',
  });

  expect(made.status).toBe(200);
  expect(waiting).toMatchObject({
    to: { id: 'support-head', name: 'Руководитель отдела поддержки' },
    appealedAt: '2026-11-19T08:00:00.000Z',
    dueAt: null,
    clause: '6',
  });
  expect(again.status).toBe(200);
  expect(more.status).toBe(200);
  expect(others).toEqual([]);
  expect(first?.params['digest']).toEqual(expect.any(String));
  expect(second?.params['digest']).toEqual(expect.any(String));
  expect(second?.params).toEqual({ ...first?.params, digest: second?.params['digest'] });
  expect(second?.params['digest']).not.toBe(first?.params['digest']);
  expect(stillWaiting).toEqual(waiting);
  expect(await codeOf(mute)).toEqual([422, 'words.needed']);
  expect(heard.status).toBe(200);
  expect(await appealOf(id)).toBeUndefined();
  expect((await requester.api.thread(id)).messages.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Закрыли слишком рано', 'Разобрались, вы правы.']),
  );
});

test('S3.6.1.2 DSK: an agent records a complaint from a letter; its words stay at the desk', async () => {
  const { id } = await requester.open();
  await desk.post('technokad', `/tickets/${id}/acts`, { act: 'appeal', text: 'Письмо о TKD' });

  expect(await appealOf(id)).toMatchObject({ to: { id: 'support-head' } });
  expect((await requester.api.thread(id)).messages.map(({ text }) => text)).not.toContain(
    'Письмо о TKD',
  );
});

test('a thread says what its requester may do, and the acts are these', async () => {
  const { id } = await complete();
  const open = await requester.api.thread(id);
  await own(id, { act: 'withdraw' });
  const ended = await requester.api.thread(id);
  const twice = await own(id, { act: 'withdraw' });

  expect(open.can).toEqual(['withdraw', 'appeal']);
  expect(open.reopening).toBeUndefined();
  expect(ended).toMatchObject({ status: 'closed', reopening: { outcome: 'reopen' } });
  expect(ended.can).toEqual(['reopen', 'appeal']);
  expect(await codeOf(twice)).toEqual([409, 'act.not_allowed']);
  expect((await own(id, { act: 'reopen' })).status).toBe(200);
  expect((await requester.api.thread(id)).status).toBe('open');
});

test("somebody else's ticket is not found, whatever is asked of it", async () => {
  const { id } = await requester.open();
  const stranger = { bearer: device('Z') };

  for (const act of ['reopen', 'withdraw', 'appeal', 'answer_follow_up'])
    expect(
      await codeOf(await requester.api.post(`/v1/tickets/${id}/acts`, { act }, stranger)),
    ).toEqual([404, 'ticket.not_found']);
});

test('what a request lacked is added, and then the ticket opens again', async () => {
  const { pack } = server.deps.policies.inForce('technokad', clock.now())!;
  const whole = completeRequest(pack);
  const [lacked = '', ...others] = pack.intake.fields
    .filter(
      ({ requirement, id, secret }) => requirement === 'asked' && id in whole.answers && !secret,
    )
    .map(({ id }) => id);
  const answers = Object.fromEntries(Object.entries(whole.answers).filter(([id]) => id !== lacked));
  const { id } = await requester.api.open({ ...whole, answers });
  await desk.post('technokad', `/tickets/${id}/acts`, { act: 'confirm_arrival' });
  await solve(id);
  const before = await requester.api.thread(id);
  const refused = await codeOf(await own(id, { act: 'reopen' }));
  const missing = before.reopening?.missing?.map(({ field }) => field) ?? [];
  const add = (body: object) => requester.api.post(`/v1/tickets/${id}/answers`, body);
  const unasked = others[0]
    ? await codeOf(await add({ answers: { [others[0]]: whole.answers[others[0]] } }))
    : [422, 'field.not_missing'];
  const words = Object.fromEntries(
    missing.flatMap((field) => (whole.answers[field] ? [[field, whole.answers[field]]] : [])),
  );
  const lacking = await desk.ticket('technokad', id);
  const added = await add({ answers: words, attachments: [await file()] });
  const after = await requester.api.thread(id);
  const completed = await desk.ticket('technokad', id);

  expect(lacking.decision.missing).not.toEqual([]);
  expect(lacking.rights.map(({ action }) => action)).toContain('ask_missing');
  expect(completed.decision.missing).toEqual([]);
  expect(completed.rights.map(({ action }) => action)).not.toContain('ask_missing');
  expect(before.reopening).toMatchObject({ outcome: 'complete_first', clause: '6' });
  expect(missing).toContain(lacked);
  expect(refused).toEqual([409, 'reopen.complete_first']);
  expect(unasked).toEqual([422, 'field.not_missing']);
  expect(added.status).toBe(200);
  expect(after).toMatchObject({ status: 'in_progress' });
  expect(await kinds(id)).toEqual(
    expect.arrayContaining(['request_completed', 'reopened', 'requester_replied']),
  );
  expect(await verifyChain(database.db, 'technokad')).toMatchObject({ brokenAt: null });
});

test('a file that a request lacked is added once, however often its press is repeated', async () => {
  const { pack } = server.deps.policies.inForce('technokad', clock.now())!;
  const { id } = await requester.api.open(completeRequest(pack));
  await desk.post('technokad', `/tickets/${id}/acts`, { act: 'confirm_arrival' });
  const body = { attachments: [await file()] };
  const add = () =>
    requester.api.post(`/v1/tickets/${id}/answers`, body, { key: `files-of-${id}` });
  const added = await add();
  const again = await add();
  const { messages } = await requester.api.thread(id);

  expect([added.status, again.status]).toEqual([200, 200]);
  expect(messages.filter(({ attachments }) => attachments.length > 0)).toHaveLength(1);
  expect((await kinds(id)).filter((kind) => kind === 'request_completed')).toHaveLength(1);
  expect(
    await codeOf(await requester.api.post(`/v1/tickets/${id}/answers`, { attachments: [] })),
  ).toEqual([400, 'request.invalid']);
});

describe('A2: the first response by the letter and by a person', () => {
  const at = (time: string) => `2026-11-19T${time}:00.000Z`;
  const figures = async (vendor: string, id: string) =>
    (await desk.ticket(vendor, id)).firstResponse;
  const opened = async (vendor: string) => {
    const { pack } = server.deps.policies.inForce(vendor, clock.now())!;
    const api = (
      await demoRequester(server, vendor, demoPeople.find((one) => one.vendor === vendor)!.id)
    ).api;
    const { id } = await api.open(completeRequest(pack));
    return id;
  };

  test('where a bare confirmation counts by the letter, the acknowledgement stands beside the person', async () => {
    const id = await opened('modme');
    const asked = await figures('modme', id);
    clock.set(at('08:10'));
    await desk.answer('modme', id, { kind: 'note', text: 'Видел' });
    clock.set(at('08:30'));
    await desk.answer('modme', id, {
      kind: 'reply',
      text: 'Смотрим',
      response: 'receipt_confirmed',
    });
    clock.set(at('09:00'));
    await desk.answer('modme', id, { kind: 'reply', text: 'Готово' });

    expect(asked).toEqual({ literalAt: at('08:00'), humanAt: null, stopsAt: null });
    expect(await figures('modme', id)).toEqual({
      literalAt: at('08:00'),
      humanAt: at('08:30'),
      stopsAt: at('08:30'),
    });
  });

  test('where it does not, neither machine nor person confirms their way to one', async () => {
    const id = await opened('didox24');
    clock.set(at('08:30'));
    await desk.answer('didox24', id, {
      kind: 'reply',
      text: 'Приняли',
      response: 'receipt_confirmed',
    });
    const confirmed = await figures('didox24', id);
    clock.set(at('09:00'));
    await desk.answer('didox24', id, { kind: 'question', text: 'Какой браузер?' });

    expect(confirmed).toEqual({ literalAt: null, humanAt: null, stopsAt: null });
    expect(await figures('didox24', id)).toEqual({
      literalAt: at('09:00'),
      humanAt: at('09:00'),
      stopsAt: at('09:00'),
    });
  });
});
