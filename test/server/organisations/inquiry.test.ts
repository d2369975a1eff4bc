import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TicketStanding } from '#shared/wire/ticket.ts';
import {
  codeOf,
  completeRequest,
  device,
  deskApi,
  handClock,
  requesterApi,
} from '#test/support/api.ts';
import { enterContract } from '#test/support/contracts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-23T06:00:00Z');
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
});
beforeEach(async () => {
  clock.set('2026-11-23T06:00:00Z');
  await database.client.unsafe(
    `truncate organisations, contracts, contract_domains, contract_contacts, contract_portals,
      tickets, messages, timers, ticket_events, outbox, idempotency_keys, requesters, requester_proofs cascade`,
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const signed = (vendor: string, said: Record<string, unknown>) => {
  const claims = { sub: String(said['email'] ?? 'x'), email_verified: true, ...said };
  return server.signAsHost(vendor, claims);
};
const apiOf = async (vendor: string, claims: Record<string, unknown>) =>
  requesterApi(server, { vendor, bearer: await signed(vendor, claims) });
const requestOf = (vendor: string) =>
  completeRequest(server.deps.policies.inForce(vendor, clock.now())!.pack);
const letters = async () =>
  (
    await database.client.unsafe<{ recipient: string }[]>(
      `select recipient from outbox where kind = 'ticket_opened' order by recipient`,
    )
  ).map(({ recipient }) => recipient);

describe('S1.3.2.5 REG: how a request stands is told by its number', () => {
  const anna = { email: 'anna@zavod.example', contract: 'ТП-2026/7', org: 'Завод' };
  const listed = { contacts: [{ name: 'Борис', email: 'boris@zavod.example' }] };
  const filed = async (vendor = 'didox24') => {
    await enterContract(desk, vendor, 'Завод', listed);
    return (await (await apiOf(vendor, anna)).open(requestOf(vendor))).number;
  };
  const ask = async (number: string, claims: Record<string, unknown>, vendor = 'didox24') =>
    (await apiOf(vendor, claims)).get(`/v1/tickets/status/${number}`);

  test.each([
    ['its submitter', anna],
    ['a person of its contract', { email: 'Boris@zavod.example' }],
  ])('to %s, without a word of it', async (_who, claims) => {
    const number = await filed();
    const answer = await ask(number, claims);

    expect(answer.status).toBe(200);
    expect((await answer.json()) as TicketStanding).toEqual({
      number,
      status: 'open',
      createdAt: '2026-11-23T06:00:00.000Z',
      receivedAt: '2026-11-23T06:00:00.000Z',
      updatedAt: '2026-11-23T06:00:00.000Z',
      firstResponseDueAt: null,
      firstRespondedAt: null,
      resolvedAt: null,
      clause: '3.2',
      now: '2026-11-23T06:00:00.000Z',
    });
  });

  test('by its digits alone, too', async () => {
    const number = await filed();

    expect((await ask(number.replace(/^\w+-/, ''), anna)).status).toBe(200);
  });

  test.each<[string, Record<string, unknown>]>([
    [
      'somebody of the same organisation whom the contract does not list',
      { email: 'new@zavod.example', org: 'Завод' },
    ],
    [
      'a listed address that nobody vouches for',
      { email: 'boris@zavod.example', email_verified: false },
    ],
    ['a person without an address', { sub: 'nameless' }],
  ])('to nobody else, as if there were no such number: %s', async (_who, claims) => {
    const number = await filed();
    const [refused, unknown] = [await ask(number, claims), await ask('DDX-999999', claims)];
    const [told, none] = [await refused.json(), await unknown.json()];

    expect([refused.status, told]).toEqual([404, none]);
    expect([...refused.headers.keys()].toSorted()).toEqual([...unknown.headers.keys()].toSorted());
  });

  test('to no person of another contract of the same vendor', async () => {
    const number = await filed();
    await enterContract(desk, 'didox24', 'Фабрика', {
      number: 'ТП-2026/8',
      contacts: [{ name: 'Вера', email: 'vera@fabrika.example' }],
    });

    expect(await codeOf(await ask(number, { email: 'vera@fabrika.example' }))).toEqual([
      404,
      'ticket.not_found',
    ]);
  });

  test('to no unknown browser, but to the one that sent it', async () => {
    const api = requesterApi(server, { vendor: 'didox24' });
    const { number } = await api.open(requestOf('didox24'));
    const path = `/v1/tickets/status/${number}`;

    expect((await api.get(path)).status).toBe(200);
    expect((await api.get(path, { bearer: device('B') })).status).toBe(404);
  });

  test('to the submitter alone where the regulation names nobody besides', async () => {
    const number = await filed('technokad');

    expect((await ask(number, anna, 'technokad')).status).toBe(200);
    expect((await ask(number, { email: 'boris@zavod.example' }, 'technokad')).status).toBe(404);
  });

  test.each(['0', 'ABC', 'MOD-1', '1e3', '99999999999'])(
    'a number that is none is not found: %s',
    async (number) => {
      await filed();

      expect(await codeOf(await ask(number, anna))).toEqual([404, 'ticket.not_found']);
    },
  );
});

describe('S1.3.2.3 REG: the number goes by mail to the address of the contract', () => {
  const claims = { sub: 'a', contract: 'ТП-2026/7' };

  test('whatever channel the request came by, in the transaction that stores it', async () => {
    await enterContract(desk, 'didox24', 'Завод');
    const { number } = await (await apiOf('didox24', claims)).open(requestOf('didox24'));
    const outbox = (await (await desk.get('didox24', '/outbox')).json()) as {
      rows: { to: string; subject: string; ticketNumber: string }[];
    };

    expect(outbox.rows).toHaveLength(1);
    expect(outbox.rows[0]).toMatchObject({ to: 'support@zavod.example', ticketNumber: number });
    expect(outbox.rows[0]?.subject).toContain(number);
  });

  test('and to the sender, once each', async () => {
    await enterContract(desk, 'didox24', 'Завод');
    const sender = { contract: 'ТП-2026/7', sub: 'b' };
    await (
      await apiOf('didox24', { ...sender, email: 'anna@zavod.example' })
    ).open(requestOf('didox24'));
    await (
      await apiOf('didox24', { ...sender, email: 'Support@Zavod.example' })
    ).open(requestOf('didox24'));

    expect(await letters()).toEqual(
      ['Support@Zavod.example', 'anna@zavod.example', 'support@zavod.example'].toSorted(),
    );
  });

  test('also when the contract is over: the request is registered all the same', async () => {
    await enterContract(desk, 'didox24', 'Завод', { validUntil: '2026-11-22' });
    const receipt = await (await apiOf('didox24', claims)).open(requestOf('didox24'));

    expect(receipt.decision.entitlement.state).toBe('lapsed');
    expect(await letters()).toEqual(['support@zavod.example']);
  });

  test.each([
    ['a contract without one', 'didox24', { contract: 'none' }],
    ['somebody who types a number that nobody vouches for', 'didox24', undefined],
    ['a regulation that does not confirm by mail', 'technokad', claims],
  ])('to nobody for %s', async (_case, vendor, who) => {
    await enterContract(desk, vendor, 'Завод');
    const api = who ? await apiOf(vendor, { sub: 'a', ...who }) : requesterApi(server, { vendor });
    await api.open(requestOf(vendor));

    expect(await letters()).toEqual([]);
  });

  test('once, however often the same submission arrives', async () => {
    await enterContract(desk, 'didox24', 'Завод');
    const api = await apiOf('didox24', claims);
    await Promise.all(
      Array.from({ length: 5 }, () => api.open(requestOf('didox24'), { key: 'same' })),
    );

    expect(await letters()).toEqual(['support@zavod.example']);
  });
});
