import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CriticalityView, NoticeList } from '#shared/wire/watch.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { codeOf, completeRequest, deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { fireDue } from '#test/support/jobs.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

// Sunday, three in the morning in Moscow
const sunday = '2026-11-22T00:00:00Z';
const clock = handClock(sunday);
const after = (seconds: number) =>
  clock.set(new Date(Date.parse(sunday) + seconds * 1000).toISOString());

let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let second: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
  for (const id of ['first', 'second', 'third'])
    await saveAgent(database.db, { tenantId: 'moidokumenty', id, name: id });
  second = await deskApi(server, await createSignInToken(server.deps, 'second'));
});
beforeEach(async () => {
  clock.set(sunday);
  await database.client.unsafe(
    `truncate tickets, ticket_events, messages, idempotency_keys, incidents, agent_notices, timers,
       on_call_shifts cascade`,
  );
  await database.client.unsafe(
    `update ticket_counters set last_seq = 0, chain_head = decode(repeat('00', 32), 'hex')`,
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const rota = async (...agents: string[]) => {
  for (const [index, agent] of agents.entries())
    await desk.post('moidokumenty', '/on-call', {
      agent,
      from: '2026-11-21T00:00:00Z',
      until: '2026-11-23T00:00:00Z',
      rank: index + 1,
    });
};
const tell = async (vendor = 'moidokumenty', body: object = {}) => {
  const alert = { source: 'zabbix', id: 'event-7', title: 'Вход не работает', ...body };
  const told = await desk.post(vendor, '/alerts', alert);
  return ((await told.json()) as { ticketId: string }).ticketId;
};
const criticality = async (id: string, vendor = 'moidokumenty') =>
  (await (await desk.get(vendor, `/tickets/${id}/criticality`)).json()) as CriticalityView;
const eventsOf = async (id: string) =>
  (await desk.ticket('moidokumenty', id)).events.map(({ kind, params }) =>
    kind === 'on_call_called' ? `called ${params?.['agent']}` : kind,
  );

describe('S2.2.1.3 MON: an outage in the night of a Sunday', () => {
  test('has to be taken up within five minutes of the clock, whatever the calendar says', async () => {
    await rota('first');
    const id = await tell();
    const { severity, track } = await criticality(id);

    expect((await desk.queue('moidokumenty')).open).toMatchObject({ now: false });
    expect(severity).toBe('critical');
    expect(track).toMatchObject({
      startedAt: '2026-11-22T00:00:00.000Z',
      ackBy: '2026-11-22T00:05:00.000Z',
      state: 'running',
      called: ['first'],
    });
  });

  test('calls nobody any more once the platform has recovered', async () => {
    await rota('first', 'second');
    const id = await tell();
    after(120);
    await tell('moidokumenty', { state: 'recovered' });
    after(600);

    expect(await fireDue(server)).toBe(0);
    expect((await criticality(id)).track).toMatchObject({ state: 'ended', called: ['first'] });
  });
});

describe('S2.2.1.3 JOB: nobody takes it up', () => {
  test('at 5:00 the breach is written down and the next is called, until the rota ends', async () => {
    await rota('first', 'second', 'third');
    const id = await tell();
    const fired: number[] = [];
    for (const second of [299, 300, 599, 600, 900, 1200]) {
      after(second);
      fired.push(await fireDue(server));
    }

    expect(fired.map((count) => count > 0)).toEqual([false, true, false, true, true, false]);
    expect(await eventsOf(id)).toEqual([
      'opened',
      'incident_opened',
      'severity_set',
      'called first',
      'due_breached',
      'called second',
      'called third',
      'on_call_exhausted',
    ]);
    expect((await criticality(id)).track).toMatchObject({ state: 'breached', takenUpAt: null });
    expect(await verifyChain(database.db, 'moidokumenty')).toMatchObject({ brokenAt: null });
  });

  test('a rota of nobody is a breach too', async () => {
    const id = await tell();
    after(300);
    await fireDue(server);

    expect((await eventsOf(id)).slice(-2)).toEqual(['on_call_exhausted', 'due_breached']);
  });

  test('somebody takes it up at the very moment: the timer waits for them and calls nobody', async () => {
    await rota('first', 'second');
    const id = await tell();
    after(300);
    await database.db.transaction(async (tx) => {
      await tx.execute(`select 1 from tickets where id = '${id}' for update`);
      await fireDue(server);
    });
    await desk.post('moidokumenty', `/tickets/${id}/acts`, { act: 'take_up' });
    after(302);
    await fireDue(server);

    expect(await eventsOf(id)).not.toContain('called second');
  });
});

describe('S2.2.1.3 DSK: an agent takes it up', () => {
  test('in time: nobody else is called, and the notices are done with', async () => {
    await rota('second', 'third');
    const id = await tell();
    const called = (await (await second.get('moidokumenty', '/notices')).json()) as NoticeList;
    after(299);
    const taken = await second.post('moidokumenty', `/tickets/${id}/acts`, { act: 'take_up' });
    after(900);

    expect(called.rows).toMatchObject([
      {
        kind: 'critical_call',
        ticketId: id,
        ticketNumber: expect.stringMatching(/^MDO-/),
        ackBy: '2026-11-22T00:05:00.000Z',
      },
    ]);
    expect(taken.status).toBe(200);
    expect(await criticality(id)).toMatchObject({
      track: { state: 'acknowledged', takenUpBy: 'second', takenUpAt: '2026-11-22T00:04:59.000Z' },
    });
    expect(await fireDue(server)).toBe(0);
    expect(await (await second.get('moidokumenty', '/notices')).json()).toEqual({
      rows: [],
      next: null,
    });
    expect((await eventsOf(id)).at(-1)).toBe('taken_up');
  });

  test('late, and a second one after them changes nothing', async () => {
    await rota('first');
    const id = await tell();
    after(301);
    await desk.post('moidokumenty', `/tickets/${id}/acts`, { act: 'take_up' });
    const again = await second.post('moidokumenty', `/tickets/${id}/acts`, { act: 'take_up' });
    const { track } = await criticality(id);

    expect([again.status, track?.state]).toEqual([200, 'acknowledged_late']);
    expect(track?.takenUpBy).not.toBe('second');
    expect((await eventsOf(id)).filter((kind) => kind === 'taken_up')).toHaveLength(1);
  });

  test('what is not critical is refused', async () => {
    const pack = server.deps.policies.inForce('moidokumenty', clock.now())!.pack;
    const { id } = await requesterApi(server, { vendor: 'moidokumenty' }).open(
      completeRequest(pack),
    );
    const refused = await desk.post('moidokumenty', `/tickets/${id}/acts`, { act: 'take_up' });

    expect(await codeOf(refused)).toEqual([409, 'critical.not_running']);
  });

  test('a ticket that an agent ranks critical starts the clock, and one ranked lower ends it', async () => {
    await rota('first');
    const pack = server.deps.policies.inForce('moidokumenty', clock.now())!.pack;
    const { id } = await requesterApi(server, { vendor: 'moidokumenty' }).open(
      completeRequest(pack),
    );
    after(60);
    await desk.post('moidokumenty', `/tickets/${id}/acts`, {
      act: 'set_severity',
      severity: 'critical',
    });
    const started = await criticality(id);
    await desk.post('moidokumenty', `/tickets/${id}/acts`, {
      act: 'set_severity',
      severity: 'high',
    });
    after(3600);

    expect(started.track).toMatchObject({
      ackBy: '2026-11-22T00:06:00.000Z',
      state: 'running',
      called: ['first'],
    });
    expect((await criticality(id)).track).toMatchObject({ state: 'ended' });
    expect(await fireDue(server)).toBe(0);
  });
});

describe('what the rule takes for critical is only suggested, and an agent confirms', () => {
  const confirm = async (id: string) =>
    desk.post('jokercrm', `/tickets/${id}/acts`, { act: 'set_severity', severity: 'critical' });

  test('S4.2.1.4 MON: an outage that the watch has found', async () => {
    const id = await tell('jokercrm');
    const before = await criticality(id, 'jokercrm');
    await confirm(id);

    expect(before).toEqual({
      severity: 'normal',
      suggested: { severity: 'critical', clause: '2.1' },
      track: null,
    });
    expect(await criticality(id, 'jokercrm')).toMatchObject({ severity: 'critical', track: null });
  });

  test('S4.2.1.4 DSK: a requester who says that the whole CRM is down', async () => {
    const pack = server.deps.policies.inForce('jokercrm', clock.now())!.pack;
    const request = completeRequest(pack, 'down');
    const { id } = await requesterApi(server, { vendor: 'jokercrm' }).open({
      ...request,
      answers: { ...request.answers, impact: 'whole' },
    });
    const before = await criticality(id, 'jokercrm');
    await confirm(id);
    const { rows } = await desk.queue('jokercrm');

    expect(before).toMatchObject({
      severity: 'normal',
      suggested: { severity: 'critical', clause: '2.1' },
    });
    expect(rows).toMatchObject([{ id, severity: 'critical' }]);
  });
});

test('an agent says that it is critical while nobody is on call: it is, and the log says that nobody was there', async () => {
  const pack = server.live.registry.inForce('moidokumenty', clock.now())!.pack;
  const { id } = await requesterApi(server, { vendor: 'moidokumenty' }).open(completeRequest(pack));
  const said = await desk.post('moidokumenty', `/tickets/${id}/acts`, {
    act: 'set_severity',
    severity: 'critical',
  });

  expect(said.status).toBe(200);
  expect(await eventsOf(id)).toContain('on_call_exhausted');
  expect((await criticality(id)).severity).toBe('critical');
});
