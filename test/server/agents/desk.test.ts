import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import {
  codeOf,
  completeRequest,
  deskApi,
  device,
  handClock,
  requesterApi,
} from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-20T08:00:00Z');
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
});
beforeEach(async () => {
  clock.set('2026-11-20T08:00:00Z');
  await database.client.unsafe(
    'truncate tickets, messages, timers, ticket_events, outbox, idempotency_keys cascade',
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const packOf = (vendor: string) => server.deps.policies.inForce(vendor, clock.now())!.pack;
const open = async (vendor: string, letter = 'A') =>
  requesterApi(server, { vendor, bearer: device(letter) }).open(completeRequest(packOf(vendor)));

describe('the order of the queue', () => {
  test('MODME: critical first, then the next due, then receipt', async () => {
    const first = await open('modme');
    clock.set('2026-11-20T09:00:00Z');
    const second = await open('modme');
    clock.set('2026-11-20T10:00:00Z');
    const third = await open('modme');
    await desk.post('modme', `/tickets/${third.id}/acts`, {
      act: 'set_severity',
      severity: 'critical',
    });
    const { rows, order } = await desk.queue('modme');

    expect(order).toEqual(['severity', 'due', 'received']);
    expect(rows.map(({ number }) => number)).toEqual(
      [third, first, second].map(({ number }) => number),
    );
  });

  test('S2.2.3.2: Мои документы онлайн: the priority that the agent gave, then receipt', async () => {
    const first = await open('moidokumenty');
    clock.set('2026-11-20T08:01:00Z');
    const second = await open('moidokumenty');
    await desk.post('moidokumenty', `/tickets/${second.id}/acts`, {
      act: 'set_severity',
      severity: 'high',
    });
    const { rows, order } = await desk.queue('moidokumenty');

    expect(order).toEqual(['severity', 'received']);
    expect(rows.map(({ number }) => number)).toEqual([second.number, first.number]);
  });

  test('S4.2.1.2 DSK: JokerCRM: criticality, the weight of the plan, receipt; a reply overtakes nobody', async () => {
    const people = [
      ['service', 'A'],
      ['extended', 'B'],
      ['service', 'C'],
    ] as const;
    const opened: string[] = [];
    for (const [minute, [plan, letter]] of people.entries()) {
      clock.set(`2026-11-20T08:0${minute}:00Z`);
      const { id, number } = await open('jokercrm', letter);
      opened.push(number);
      await database.client.unsafe('update tickets set plan = $1 where id = $2', [plan, id]);
      await desk.post('jokercrm', `/tickets/${id}/acts`, { act: 'confirm_arrival' });
    }
    const { rows, order } = await desk.queue('jokercrm');

    expect(order).toEqual(['severity', 'plan', 'received']);
    expect(rows.map(({ number }) => number)).toEqual([opened[1], opened[0], opened[2]]);
  });
});

test('the newest of 600 tickets stands first when it is critical: the queue is cut after it is ordered', async () => {
  const { id } = await open('modme');
  await database.client.unsafe(
    `insert into tickets
     select (jsonb_populate_record(t, jsonb_build_object('id', id || n, 'number', number + n))).*
     from tickets t, generate_series(1, 599) n where id = $1`,
    [id],
  );
  await desk.post('modme', `/tickets/${id}599/acts`, { act: 'set_severity', severity: 'critical' });
  const { rows } = await desk.queue('modme');

  expect(rows).toHaveLength(100);
  expect(rows[0]?.id).toBe(`${id}599`);
});

test('S0.9.2 POL: a note stops no clock and reaches nobody; a question is a first response', async () => {
  const { id } = await open('modme');
  const noted = await desk.answer('modme', id, { kind: 'note', text: 'Только для своих' });
  const asked = await desk.answer('modme', id, { kind: 'question', text: 'Какой филиал?' });
  const thread = await requesterApi(server).thread(id);

  expect(noted.clock).toMatchObject({ state: 'running', metAt: null });
  expect(asked).toMatchObject({ status: 'waiting_requester', clock: { state: 'met' } });
  expect(thread.messages.map(({ kind }) => kind)).toEqual(['request', 'question']);
  expect(JSON.stringify(thread)).not.toContain('Только для своих');
});

test('an answer after the due instant is met late', async () => {
  const { id, decision } = await open('modme');
  clock.set(new Date(Date.parse(decision.firstResponse.dueAt!) + 60_000).toISOString());
  const nextDay = await deskApi(server);
  const answered = await nextDay.answer('modme', id, { kind: 'reply', text: 'Ответ' });

  expect(answered.clock.state).toBe('met_late');
});

test('a clock turns soon in its last quarter and breached after its due instant, in working time', async () => {
  const { id, decision } = await open('modme');
  const due = Date.parse(decision.firstResponse.dueAt!);
  const states: string[] = [];
  for (const minutesLeft of [8 * 60, 60, -1]) {
    clock.set(new Date(due - minutesLeft * 60_000).toISOString());
    const nextDay = await deskApi(server);
    const { clock: chip } = await nextDay.ticket('modme', id);
    states.push(`${chip.state} ${chip.remainingSeconds}`);
  }

  // eight hours before Saturday 13:00 the desk is closed: three working hours are left from 10:00
  expect(states).toEqual(['running 10800', 'soon 3600', 'breached -60']);
});

describe('a bridge', () => {
  test('B2 POL: JokerCRM: stored with number and code, no clock; the arrival in the chat is the receipt', async () => {
    const receipt = await open('jokercrm');
    const waiting = await desk.ticket('jokercrm', receipt.id);
    clock.set('2026-11-20T09:30:00Z');
    const arrived = (await (
      await desk.post('jokercrm', `/tickets/${receipt.id}/acts`, { act: 'confirm_arrival' })
    ).json()) as typeof waiting;

    expect(receipt).toMatchObject({ status: 'awaiting_channel', receivedAt: null });
    expect(decodeURIComponent(receipt.bridge!.href)).toContain(receipt.bridge!.code);
    expect(waiting).toMatchObject({ receivedAt: null, clock: { state: 'not_started' } });
    expect(arrived).toMatchObject({ status: 'open', receivedAt: '2026-11-20T09:30:00.000Z' });
    expect(arrived.decision.firstResponse).toMatchObject({
      dueAt: null,
      unstated: 'term_not_stated',
    });
  });

  test('B3 POL: Мои документы онлайн: four working hours from the arrival of the letter', async () => {
    const receipt = await open('moidokumenty');
    clock.set('2026-11-20T13:00:00Z');
    await desk.post('moidokumenty', `/tickets/${receipt.id}/acts`, { act: 'confirm_arrival' });
    const { decision, channel } = await desk.ticket('moidokumenty', receipt.id);

    expect(receipt.bridge?.href).toMatch(/^mailto:/);
    expect(channel).toBe('mail');
    // Friday 16:00 in Moscow: two hours until 18:00, two more from Monday 09:00
    expect(decision.firstResponse.dueAt).toBe('2026-11-23T08:00:00.000Z');
  });

  test('nobody answers a request that has not arrived, and nothing arrives twice', async () => {
    const { id } = await open('jokercrm');
    const early = await desk.post('jokercrm', `/tickets/${id}/messages`, {
      kind: 'reply',
      text: 'Рано',
    });
    const [one, two] = await Promise.all(
      [1, 2].map(() => desk.post('jokercrm', `/tickets/${id}/acts`, { act: 'confirm_arrival' })),
    );

    expect(await codeOf(early)).toEqual([409, 'ticket.awaiting_channel']);
    expect([one!.status, two!.status].toSorted()).toEqual([200, 409]);
  });
});

describe('two at once', () => {
  test('an agent who saw an older version is told so, and nothing is lost', async () => {
    const { id } = await open('modme');
    const { version } = await desk.ticket('modme', id);
    await desk.answer('modme', id, { kind: 'reply', text: 'Первый' });
    const late = await desk.post(
      'modme',
      `/tickets/${id}/acts`,
      { act: 'resolve' },
      { 'if-match': `"${version}"` },
    );

    expect(await codeOf(late)).toEqual([412, 'ticket.changed']);
    expect((await desk.ticket('modme', id)).status).toBe('in_progress');
  });

  test('the same answer sent twice is written once', async () => {
    const { id } = await open('modme');
    const headers = { 'idempotency-key': 'answer-1' };
    const body = { kind: 'reply', text: 'Один раз' };
    await Promise.all(
      [1, 2, 3].map(() => desk.post('modme', `/tickets/${id}/messages`, body, headers)),
    );
    const { messages } = await desk.ticket('modme', id);

    expect(messages.filter(({ kind }) => kind === 'reply')).toHaveLength(1);
  });
});

test('words to a resolved ticket reopen it', async () => {
  const { id } = await open('modme');
  await desk.answer('modme', id, { kind: 'reply', text: 'Готово', resolve: true });
  const resolved = await desk.ticket('modme', id);
  await requesterApi(server).post(`/v1/tickets/${id}/messages`, { text: 'Не помогло' });
  const reopened = await desk.ticket('modme', id);

  expect([resolved.status, reopened.status]).toEqual(['resolved', 'in_progress']);
  expect(reopened.events.map(({ kind }) => kind)).toEqual([
    'opened',
    'replied',
    'first_responded',
    'diagnosis_started',
    'resolved',
    'reopened',
    'requester_replied',
  ]);
});

describe('signing in', () => {
  test('a link works once', async () => {
    const token = await server.signInToken();
    const use = () =>
      fetch(`${server.url}/v1/desk/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      });
    const [first, second] = [await use(), await use()];

    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/i);
    expect(await codeOf(second)).toEqual([410, 'sign_in.expired']);
  });

  test('a link ends after a day, a session after twelve hours', async () => {
    const token = await server.signInToken();
    clock.set('2026-11-21T08:00:01Z');
    const late = await fetch(`${server.url}/v1/desk/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });

    expect(late.status).toBe(410);
    expect((await desk.get('modme', '/queue')).status).toBe(401);
    clock.set('2026-11-20T08:00:00Z');
  });

  test('a blank token is no token', async () => {
    const blank = await fetch(`${server.url}/v1/desk/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: '' }),
    });

    expect(blank.status).toBe(410);
  });

  test("another vendor's desk does not exist for an agent", async () => {
    await saveAgent(database.db, { tenantId: 'didox24', id: 'only-didox', name: 'Специалист' });
    const other = await deskApi(server, await createSignInToken(server.deps, 'only-didox'));
    const { id } = await open('modme');

    expect((await other.get('didox24', '/queue')).status).toBe(200);
    for (const path of ['/queue', `/tickets/${id}`, '/outbox']) {
      expect(await codeOf(await other.get('modme', path))).toEqual([404, 'vendor.not_allowed']);
    }
    expect((await other.get('didox24', `/tickets/${id}`)).status).toBe(404);
  });

  test('a foreign page cannot act with the cookie', async () => {
    const { id } = await open('modme');
    const forged = await desk.post(
      'modme',
      `/tickets/${id}/acts`,
      { act: 'resolve' },
      { origin: 'https://evil.example' },
    );

    expect(await codeOf(forged)).toEqual([403, 'origin.not_allowed']);
  });
});
