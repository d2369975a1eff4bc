import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ParticipantList } from '#shared/wire/participants.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { codeOf, deskApi, handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { demoRequester } from '#test/support/demo-requester.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-20T08:00:00Z');
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let developer: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
  for (const tenantId of ['jokercrm', 'technokad'])
    await saveAgent(database.db, { tenantId, id: 'dev', name: 'Разработчик', role: 'developer' });
  developer = await deskApi(server, await createSignInToken(server.deps, 'dev'));
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const open = async (person: string, vendor = 'jokercrm') =>
  (await demoRequester(server, vendor, person)).open();
const add = (id: string, body: object, vendor = 'jokercrm') =>
  desk.post(vendor, `/tickets/${id}/participants`, body);
const listOf = async (response: Response) => (await response.json()) as ParticipantList;
const advice = { agent: 'dev', purpose: 'advice' };

test('S4.5.2.4 DSK: the extended plan brings a developer into the talk, and what the developer says counts as the desk’s answer', async () => {
  const { id } = await open('alla');
  const before = await listOf(await desk.get('jokercrm', `/tickets/${id}/participants`));
  const { participants } = await listOf(await add(id, advice));
  await developer.answer('jokercrm', id, { kind: 'reply', text: 'Так работает API.' });
  const { events, messages, status } = await desk.ticket('jokercrm', id);

  expect(before).toEqual({ participants: [], advice: { outcome: 'included', clause: '5.2' } });
  expect(participants).toMatchObject([
    {
      agent: { id: 'dev', name: 'Разработчик' },
      role: 'developer',
      purpose: 'advice',
      clause: '5.2',
    },
  ]);
  expect(messages.at(-1)).toMatchObject({ author: 'agent', authorName: 'Разработчик' });
  expect(events.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['participant_added', 'first_responded']),
  );
  expect(status).toBe('in_progress');
});

test('S4.5.2.4 DSK: a developer’s time counts in the month of the plan as an agent’s does', async () => {
  const { id } = await open('alla');
  await add(id, advice);
  const work = { minutes: 30, item: 'developer-advice' };
  const logged = await developer.post('jokercrm', `/tickets/${id}/time`, work);

  expect(await logged.json()).toMatchObject({
    entry: { agent: 'Разработчик', minutes: 30, countedMinutes: 30, item: 'developer-advice' },
    budget: { usedMinutes: 30, clause: '5.2' },
  });
});

test.each([
  ['the service plan', 'denis'],
  ['a rented copy', 'marina'],
])(
  'S4.5.2.4 DSK: %s holds no advice from a developer, so it takes an order; help is the desk’s own matter',
  async (_case, person) => {
    const { id } = await open(person);
    const refused = await add(id, advice);
    const helped = await add(id, { agent: 'dev' });

    expect(await refused.json()).toMatchObject({
      status: 409,
      code: 'advice.order_needed',
      clause: '1.1',
    });
    expect((await listOf(helped)).participants).toMatchObject([{ purpose: 'help', clause: null }]);
  },
);

test('S4.5.2.4 DSK: with an accepted order a developer advises where the plan holds no advice', async () => {
  const { id } = await open('denis');
  const proposal = {
    scope: 'Консультация разработчика, 1 час',
    priceMinor: 350_000,
    currency: 'RUB',
    item: 'developer-advice',
  };
  const proposed = await desk.post('jokercrm', `/tickets/${id}/orders`, proposal);
  const { id: order } = (await proposed.json()) as { id: string };
  const before = await codeOf(await add(id, { ...advice, order }));
  await desk.post('jokercrm', `/orders/${order}/accept`, { by: 'Денис Крышин' });
  const after = await listOf(await add(id, { ...advice, order }));

  expect(before).toEqual([409, 'order.not_accepted']);
  expect(after.participants).toMatchObject([{ purpose: 'advice', clause: '1.1' }]);
  expect(await codeOf(await add(id, { agent: 'demo', purpose: 'advice', order: 'ord_x' }))).toEqual(
    [404, 'order.not_found'],
  );
});

test('a regulation that sells no such advice does not keep a developer out', async () => {
  const { id } = await open('irina', 'technokad');

  expect(await listOf(await add(id, advice, 'technokad'))).toMatchObject({
    participants: [{ agent: { id: 'dev' } }],
    advice: { outcome: 'unstated' },
  });
});

test('somebody added twice is in once and leaves once; the history tells both', async () => {
  const { id } = await open('alla');
  await Promise.all([add(id, advice), add(id, advice)]);
  const leave = () =>
    fetch(`${server.url}/v1/desk/vendors/jokercrm/tickets/${id}/participants/dev`, {
      method: 'DELETE',
      headers: { cookie: desk.cookie },
    });
  await leave();
  const { participants } = await listOf(await leave());
  const { events } = await desk.ticket('jokercrm', id);

  expect(participants).toEqual([]);
  expect(events.filter(({ kind }) => kind.startsWith('participant'))).toMatchObject([
    {
      kind: 'participant_added',
      params: { agent: 'Разработчик', role: 'developer', purpose: 'advice' },
    },
    { kind: 'participant_removed', params: { agent: 'Разработчик' } },
  ]);
});

test('somebody of another desk cannot be added, and a ticket of another desk is not found', async () => {
  const { id } = await open('alla');

  expect(await codeOf(await add(id, { agent: 'nobody' }))).toEqual([404, 'agent.not_found']);
  expect(await codeOf(await add(id, { agent: 'dev' }, 'technokad'))).toEqual([
    404,
    'ticket.not_found',
  ]);
});
