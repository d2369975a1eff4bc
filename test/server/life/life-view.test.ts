import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskTicket } from '#shared/wire/desk.ts';
import {
  codeOf,
  completeRequest,
  deskApi,
  errorRequest,
  handClock,
  requesterApi,
} from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

// a Friday, the desk of MODME is open
const clock = handClock('2026-11-20T08:00:00Z');
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const open = async () => (await requesterApi(server).open(errorRequest)).id;
const act = async (id: string, body: object): Promise<DeskTicket> =>
  (await (await desk.post('modme', `/tickets/${id}/acts`, body)).json()) as DeskTicket;

describe('what an agent may do now', () => {
  test('a new ticket can be diagnosed, handed over and solved; nothing of an end is offered', async () => {
    const ticket = await desk.ticket('modme', await open());

    expect(ticket.can).toEqual(
      expect.arrayContaining(['start_diagnosis', 'escalate', 'resolve', 'assign', 'refuse']),
    );
    for (const later of ['diagnose', 'refer', 'return', 'take_up', 'reopen', 'decline'] as const) {
      expect(ticket.can).not.toContain(later);
    }
    expect(ticket.choices.targets.map(({ id }) => id)).toEqual(['product-manager', 'development']);
    expect(ticket.choices.causes).toEqual([]);
    expect(ticket.life.clocks).toMatchObject([{ kind: 'diagnosis', state: 'running' }]);
  });

  test('a cause is told only after a diagnosis has begun, with its clause', async () => {
    const id = await open();
    const started = await act(id, { act: 'start_diagnosis' });
    const found = await act(id, {
      act: 'diagnose',
      finding: 'no_error',
      cause: 'undocumented-use',
    });

    expect(started.can).toEqual(expect.arrayContaining(['diagnose', 'refer']));
    expect(started.can).not.toContain('start_diagnosis');
    expect(started.choices.causes.map(({ id: cause }) => cause)).toContain('undocumented-use');
    expect(found.life.diagnosis).toMatchObject({ finding: 'no_error', clause: expect.any(String) });
  });

  test('a ticket that was handed over says to whom, until when it is silent, and what runs', async () => {
    const id = await open();
    const eta = '2026-11-26T08:00:00.000Z';
    const handed = await act(id, {
      act: 'escalate',
      to: 'development',
      reason: 'Нужны журналы сервера',
      eta,
      text: 'Передали разработчикам, новости 26 ноября.',
    });

    expect(handed.life.escalation).toMatchObject({
      to: expect.stringMatching(/\p{Script=Cyrillic}/u),
      eta,
      nextUpdateBy: expect.any(String),
    });
    expect(handed.life.clocks.map(({ kind }) => kind)).toContain('next_update');
    expect(handed.can).toContain('return');
  });

  test('an ended ticket says how it ended and by which clause, and can be opened again', async () => {
    const id = await open();
    const { choices } = await desk.ticket('modme', id);
    const reason = choices.reasons.find(({ action }) => action === 'refuse')!;
    const ended = await act(id, { act: 'refuse', reason: reason.id, text: 'Это вне поддержки.' });

    expect(ended.life.ending).toMatchObject({ outcome: 'refused', clause: reason.clause });
    expect(ended.life.ending?.reason).toBe(reason.label);
    expect(ended.can).toContain('reopen');
    expect(ended.can).not.toContain('resolve');
  });
});

describe('what an act names', () => {
  test('a ticket is given to nobody who does not work at its desk', async () => {
    const id = await open();
    const to = (agent: string) =>
      desk.post('modme', `/tickets/${id}/acts`, { act: 'assign', to: agent });

    expect(await codeOf(await to('nobody-there'))).toEqual([404, 'agent.not_found']);
    expect((await to('demo')).status).toBe(200);
  });

  test('a way around is kept in a note that an erasure finds, and the log has no word of it', async () => {
    const way = 'Позвоните Алишеру и войдите через кабинет';
    const answer = { kind: 'workaround', holds: { workaround: way } };
    const { pack } = server.live.registry.inForce('didox24', clock.now())!;
    const api = requesterApi(server, { vendor: 'didox24' });
    const { id } = await api.open(completeRequest(pack));
    const ways = [
      [`/tickets/${id}/acts`, { act: 'resolve', answer, text: 'Готово.' }],
      [`/tickets/${id}/messages`, { kind: 'reply', answer, resolve: true, text: 'Готово.' }],
    ] as const;
    for (const [path, body] of ways)
      expect((await desk.post('didox24', path, body)).status).toBeLessThan(300);
    const log = await database.client.unsafe<{ body: string }[]>('select body from ticket_events');
    const { messages } = await desk.ticket('didox24', id);

    expect(log.filter(({ body }) => body.includes('Алишер'))).toEqual([]);
    expect(messages.filter(({ kind, text }) => kind === 'note' && text === way)).toHaveLength(2);
  });
});
