import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TicketConditions } from '#shared/wire/conditions.ts';
import { codeOf, completeRequest, deskApi, handClock, requesterApi } from '#test/support/api.ts';
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
  await database.client.unsafe('update ticket_counters set last_number = 0');
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const packOf = (vendor: string) => server.deps.policies.inForce(vendor, clock.now())!.pack;
const apiOf = async (vendor: string, claims: object) =>
  requesterApi(server, {
    vendor,
    bearer: await server.signAsHost(vendor, { sub: 'user', ...claims }),
  });

describe('S0.3.1 REG: support belongs to a paid plan, at no further charge', () => {
  const contract = { number: 'M-1', validUntil: '2026-11-23', email: null };
  const open = async () =>
    (await apiOf('modme', { contract: 'M-1' })).open(completeRequest(packOf('modme')));

  test('while it is paid a request has its term', async () => {
    await enterContract(desk, 'modme', 'Namuna', contract);
    const { number, decision } = await open();

    expect(number).toBe('MOD-1');
    expect(decision.entitlement).toMatchObject({ state: 'entitled', validUntil: '2026-11-23' });
    expect(decision.firstResponse.dueAt).not.toBeNull();
  });

  test('a day later it is registered with a number, promised nothing, and shown the way to renew', async () => {
    await enterContract(desk, 'modme', 'Namuna', contract);
    clock.set('2026-11-23T19:00:00Z');
    const { number, decision } = await open();
    const [row] = (await (await deskApi(server)).queue('modme')).rows;

    expect(number).toBe('MOD-1');
    expect(decision.entitlement).toMatchObject({ state: 'lapsed', clause: '3' });
    expect(decision.firstResponse).toMatchObject({ dueAt: null, unstated: 'not_covered' });
    expect(decision.notices).toContainEqual(
      expect.objectContaining({ nextStep: { code: 'renew', href: 'https://modme.uz' } }),
    );
    expect(row).toMatchObject({ number: 'MOD-1', clock: { dueAt: null } });
  });
});

describe('S1.1.1 REG: a request belongs to an organisation', () => {
  const request = () => completeRequest(packOf('didox24'));

  test('a person of one has its contract, and the request carries both', async () => {
    const { organisation } = await enterContract(desk, 'didox24', 'Завод');
    const { id, decision } = await (await apiOf('didox24', { org: 'Завод' })).open(request());
    const [row] = await database.client.unsafe(`select organisation, contract from tickets`);

    expect(decision.entitlement.state).toBe('entitled');
    expect(decision.firstResponse.target).toEqual({ value: 4, unit: 'businessHour' });
    expect(row).toMatchObject({ organisation: organisation.name, contract: 'ТП-2026/7' });
    expect((await desk.ticket('didox24', id)).requester.organisation).toBe('Завод');
  });

  test.each([
    ['a person of none', {}],
    [
      'one whom the contract lists, whose product names no organisation',
      { email: 'anna@zavod.example', email_verified: true },
    ],
    ['one of an organisation without a contract', { org: 'Фабрика' }],
  ])('%s is registered and holds no contract', async (_who, claims) => {
    await enterContract(desk, 'didox24', 'Завод', {
      contacts: [{ name: 'Анна', email: 'anna@zavod.example' }],
    });
    const { number, decision } = await (
      await apiOf('didox24', claims)
    ).open({
      ...request(),
      answers: { ...request().answers, contractNumber: 'ТП-2026/7', organisation: 'Завод' },
    });
    const [row] = await database.client.unsafe(`select contract from tickets`);

    expect(number).toBe(`${packOf('didox24').numberPrefix}-1`);
    expect(decision.entitlement.state).toBe('missing');
    expect(decision.route.kind).toBe('contract');
    expect(row).toEqual({ contract: null });
  });
});

describe('S1.3.2.2 REG: nothing is worked on without a record', () => {
  const tables = ['tickets', 'messages', 'ticket_events'];
  const counts = async () =>
    Promise.all(
      tables.map(async (table) => {
        const [row] = await database.client.unsafe(`select count(*)::int as n from ${table}`);
        return Number(row?.['n']);
      }),
    );

  test.each([
    ['a valid contract', { contract: 'ТП-2026/7' }, 'error'],
    ['no contract', {}, 'error'],
    ['something outside of support', { contract: 'ТП-2026/7' }, 'equipment'],
  ])(
    'a request with %s has a number, an event and its words when it is answered',
    async (_case, claims, category) => {
      await enterContract(desk, 'didox24', 'Завод');
      await database.client.unsafe('truncate ticket_events');
      const { number } = await (
        await apiOf('didox24', claims)
      ).open(completeRequest(packOf('didox24'), category));

      expect(number).toMatch(/-1$/);
      expect(await counts()).toEqual([1, 1, 1]);
    },
  );

  test('an answer to what is not on record is refused and stored nowhere', async () => {
    const answered = await desk.post('didox24', '/tickets/tck_none/messages', {
      kind: 'reply',
      text: 'Готово',
    });

    expect(await codeOf(answered)).toEqual([404, 'ticket.not_found']);
    expect((await counts()).slice(0, 2)).toEqual([0, 0]);
  });
});

describe('S1.2.2 DSK: whether licences are kept is attested with its time, and judged by an agent', () => {
  const open = async (licences?: string) => {
    const request = completeRequest(packOf('didox24'), 'error');
    const { licences: _asked, ...answers } = request.answers;
    const api = await apiOf('didox24', { contract: 'ТП-2026/7' });
    return api.open({ ...request, answers: { ...answers, ...(licences ? { licences } : {}) } });
  };
  const conditions = async (id: string) =>
    (await (
      await desk.get('didox24', `/tickets/${id}/conditions?locale=en`)
    ).json()) as TicketConditions;
  const find = (id: string, condition: string, state: string) =>
    desk.post('didox24', `/tickets/${id}/conditions?locale=en`, { condition, state });
  const licencesOf = ({ conditions: all }: TicketConditions) =>
    all.find(({ id }) => id === 'licensed-software');

  beforeEach(async () => {
    await enterContract(desk, 'didox24', 'Завод');
  });

  test('the word of the requester is kept with its instant', async () => {
    const { id } = await open('valid');
    const shown = await conditions(id);

    expect(licencesOf(shown)).toMatchObject({
      state: 'held',
      shownBy: 'requester',
      at: '2026-11-23T06:00:00.000Z',
      clause: '2',
    });
    expect(shown.flags.map(({ condition }) => condition)).not.toContain('licensed-software');
  });

  test.each([
    ['broken', 'broken', { code: 'condition_broken', refusal: 'unlicensed-software' }],
    ['unsure', 'unknown', { code: 'condition_unknown' }],
    [undefined, 'unknown', { code: 'condition_unknown' }],
  ])(
    'answered %s it is %s, flagged, and nothing is refused by itself',
    async (answer, state, flag) => {
      const { id, status } = await open(answer);
      const shown = await conditions(id);

      expect(licencesOf(shown)?.state).toBe(state);
      expect(shown.flags).toContainEqual({ condition: 'licensed-software', clause: '2', ...flag });
      expect(status).toBe('open');
    },
  );

  test('a finding of an agent stands above the word, gives the reason to refuse, and is logged', async () => {
    const { id } = await open('valid');
    clock.set('2026-11-23T07:00:00Z');
    const found = (await (
      await find(id, 'licensed-software', 'broken')
    ).json()) as TicketConditions;
    const { events } = await desk.ticket('didox24', id);

    expect(licencesOf(found)).toMatchObject({
      state: 'broken',
      shownBy: 'agent',
      at: '2026-11-23T07:00:00.000Z',
    });
    expect(found.flags).toContainEqual({
      code: 'condition_broken',
      condition: 'licensed-software',
      clause: '2',
      refusal: 'unlicensed-software',
    });
    expect(events.at(-1)).toMatchObject({
      kind: 'condition_set',
      actor: 'Специалист 1',
      params: { condition: 'licensed-software', state: 'broken' },
    });
    // the next word of the requester does not take a finding away
    expect(licencesOf(await conditions((await open('valid')).id))).toMatchObject({
      state: 'broken',
      shownBy: 'agent',
    });
  });

  test('another condition than those of the regulation is unknown', async () => {
    const { id } = await open('valid');

    expect(await codeOf(await find(id, 'weather', 'broken'))).toEqual([422, 'condition.unknown']);
    expect(await codeOf(await find('tck_none', 'licensed-software', 'held'))).toEqual([
      404,
      'ticket.not_found',
    ]);
  });
});

describe('S3.3.2.2 DSK: somebody nameless may be refused', () => {
  const right = { action: 'refuse', reason: 'no-identity', clause: '3.2' };
  const request = () => completeRequest(packOf('technokad'));

  test('the right is offered with its clause for an unknown person, whose request is registered', async () => {
    const { id, status } = await requesterApi(server, { vendor: 'technokad' }).open(request());

    expect(status).toBe('open');
    expect((await desk.ticket('technokad', id)).rights).toContainEqual(right);
  });

  test('and not for one whom the product vouches for', async () => {
    const { id } = await (await apiOf('technokad', { name: 'Али' })).open(request());

    expect((await desk.ticket('technokad', id)).rights).not.toContainEqual(right);
  });
});

test('an agreement that an agent has seen accepted entitles from its day on, where the regulation goes by agreements', async () => {
  const api = await apiOf('technokad', {});
  const request = completeRequest(packOf('technokad'));
  const before = await api.open(request);
  await desk.post('technokad', `/tickets/${before.id}/conditions`, {
    condition: 'agreement',
    state: 'held',
  });
  const after = await api.open(request);

  expect(before.decision.entitlement.state).toBe('missing');
  expect(after.decision.entitlement.state).toBe('entitled');
});

describe('the region of a requester', () => {
  const regionOf = async (vendor: string, claims: object) => {
    await (await apiOf(vendor, claims)).open(completeRequest(packOf(vendor)));
    const [row] = await database.client.unsafe(`select region from requesters`);
    return row?.['region'] as string | null;
  };

  test.each<[string, string, object, string | null]>([
    ['is what the product says', 'technokad', { region: 'siberia' }, 'siberia'],
    ['is that of the organisation, else', 'technokad', { org: 'Завод' }, 'moscow'],
    ['is none that the regulation does not know', 'technokad', { region: 'mars' }, null],
    ['is none where the regulation tells none apart', 'modme', { region: 'siberia' }, null],
  ])('%s', async (_case, vendor, claims, region) => {
    const added = await desk.post('technokad', '/organisations', {
      name: 'Завод',
      region: 'moscow',
    });
    const { id } = (await added.json()) as { id: string };
    await desk.put('technokad', '/contracts', {
      number: 'Т-1',
      organisation: id,
      validFrom: '2026-01-01',
    });

    expect(await regionOf(vendor, claims)).toBe(region);
  });
});
