import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TicketTime } from '#shared/wire/hours.ts';
import type { OrderView } from '#shared/wire/orders.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { eraseContent } from '#server/features/erasure/erase-content.ts';
import { orders } from '#server/features/orders/orders.table.ts';
import { codeOf, completeRequest, deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { hoursDesk } from '#test/support/hours-desk.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-20T09:00:00Z');
const vendor = 'jokercrm';
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof hoursDesk>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await hoursDesk(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const workOf = async (at: string, id: string) =>
  ((await (await desk.get(at, `/tickets/${id}/time`)).json()) as TicketTime).work;

test('the desk knows what work may be, and offers an order only where some of it takes one', async () => {
  const { pack } = server.deps.policies.inForce(vendor, server.deps.now())!;
  const extended = pack.plans.find(({ id }) => id === 'extended')!;
  const { id: elsewhere } = await requesterApi(server).open();
  const [extendedWork, serviceWork, none] = await Promise.all([
    workOf(vendor, await desk.arrived('alla', 'settings')),
    workOf(vendor, await desk.arrived('denis', 'custom-development')),
    workOf('modme', elsewhere),
  ]);

  expect(extendedWork).toMatchObject({ orders: true, exclusive: true });
  expect(extendedWork.items.map(({ id }) => id)).toEqual(
    expect.arrayContaining(extended.items.map(({ id }) => id)),
  );
  expect(serviceWork).toMatchObject({ orders: true, exclusive: false });
  expect(none).toEqual({ items: [], exclusive: false, orders: false });
});

const orderOf = async (response: Response) => (await response.json()) as OrderView;

describe.each([
  ['S4.5.1.7 DSK', 'the service plan', 'denis', 'ulitsa', '5.1'],
  ['S4.5.2.9 DSK', 'the extended plan', 'alla', 'kvartal', '5.2'],
])(
  '%s: with %s a change of the software takes an accepted order',
  (_row, _plan, person, organisation, clause) => {
    test('without one nothing can be written down for it', async () => {
      const id = await desk.arrived(person, 'custom-development');
      const refused = await desk.log(id, { minutes: 60 });

      expect(refused.status).toBe(409);
      expect(await refused.json()).toMatchObject({ code: 'order.needed', clause });
    });

    test('nor under the name of an item in another request', async () => {
      const id = await desk.arrived(person, 'settings');
      const refused = await desk.log(id, { minutes: 60, item: 'modification' });

      expect(await codeOf(refused)).toEqual([409, 'order.needed']);
    });

    test('with scope, price and acceptance it is worked on, and uses no hours up', async () => {
      const id = await desk.arrived(person, 'custom-development');
      const before = await desk.month(organisation);
      const proposed = await desk.proposed(id);
      const early = await desk.log(id, { minutes: 60, order: proposed.id });
      const accepted = await orderOf(await desk.decide(proposed.id, 'accept'));
      const { entry, budget } = await desk.logged(id, { minutes: 600, order: proposed.id });
      const done = await orderOf(await desk.decide(proposed.id, 'done'));
      const late = await desk.log(id, { minutes: 60, order: proposed.id });

      expect(proposed).toMatchObject({
        ticketId: id,
        organisationId: organisation,
        scope: 'Отчёт по сделкам',
        priceMinor: 1_500_000,
        currency: 'RUB',
        state: 'proposed',
        clause,
        decidedAt: null,
      });
      expect(await codeOf(early)).toEqual([409, 'order.not_accepted']);
      expect(accepted).toMatchObject({
        state: 'accepted',
        decidedBy: 'Денис Крышин',
        decidedAt: '2026-11-20T09:00:00.000Z',
      });
      expect(entry).toMatchObject({ countedMinutes: 0, orderId: proposed.id });
      expect(budget).toEqual(before.budget);
      expect(done).toMatchObject({ state: 'done', workedMinutes: 600 });
      expect(await codeOf(late)).toEqual([409, 'order.not_accepted']);
    });
  },
);

describe('S4.3.3.2 DSK: development to order depends on the kind of copy', () => {
  test.each([
    ['under its own name', 'custom-development', {}],
    ['as an item of the plans for bought copies', 'settings', { item: 'modification' }],
    ['as something that no list holds', 'custom-development', { item: 'site-design' }],
  ])(
    'rented: refused with its clause and reason, no order and no time: %s',
    async (_case, category, work) => {
      const id = await desk.arrived('marina', category);
      const offered = await desk.propose(id, work);
      const worked = await desk.log(id, { minutes: 60, ...work });

      expect(offered.status).toBe(409);
      expect(await offered.json()).toMatchObject({
        code: 'work.refused',
        clause: '3.3',
        nextStep: { code: 'ask_for_contract', href: 'https://jokercrm.ru' },
      });
      expect(await codeOf(worked)).toEqual([409, 'work.refused']);
    },
  );

  test.each([
    ['the service plan', 'denis', '5.1'],
    ['the extended plan', 'alla', '5.2'],
  ])('bought, %s: the way is an order', async (_case, person, clause) => {
    const id = await desk.arrived(person, 'custom-development');

    expect(await desk.proposed(id)).toMatchObject({ state: 'proposed', clause });
  });
});

describe('S4.1.1.2 DSK: only what the regulation lists is rendered', () => {
  test('what no list holds takes an order, for everybody', async () => {
    for (const person of ['denis', 'marina']) {
      const id = await desk.arrived(person);
      const refused = await desk.log(id, { minutes: 60, item: 'site-design' });
      const { id: order } = await desk.proposed(id, { item: 'site-design' });
      await desk.decide(order, 'accept');
      const { entry } = await desk.logged(id, { minutes: 60, item: 'site-design', order });

      expect(refused.status).toBe(409);
      expect(await refused.json()).toMatchObject({ code: 'order.needed', clause: '1.1' });
      expect(entry).toMatchObject({ item: 'site-design', orderId: order });
    }
  });

  test('what the list holds does not', async () => {
    const id = await desk.arrived('marina');

    expect((await desk.log(id, { minutes: 60 })).status).toBe(201);
    expect((await desk.log(id, { minutes: 60, item: 'api' })).status).toBe(201);
    expect(await codeOf(await desk.propose(id))).toEqual([409, 'order.not_needed']);
  });

  test('what it excludes is neither worked on nor ordered', async () => {
    const id = await desk.arrived('denis', 'configure');

    expect(await codeOf(await desk.log(id, { minutes: 60 }))).toEqual([409, 'work.refused']);
    expect(await codeOf(await desk.propose(id))).toEqual([409, 'work.refused']);
  });
});

test('an update of an exclusive edition takes an order with the extended plan', async () => {
  const id = await desk.arrived('alla');
  const update = { minutes: 60, item: 'update' };

  expect((await desk.log(id, update)).status).toBe(201);
  expect(await codeOf(await desk.log(id, { ...update, exclusive: true }))).toEqual([
    409,
    'order.needed',
  ]);
});

test('a text that knows no orders offers none, and its time is written down', async () => {
  const { id } = await requesterApi(server).open();
  const offered = await desk.post('modme', `/tickets/${id}/orders`, {
    scope: 'Отчёт',
    priceMinor: 1,
    currency: 'UZS',
  });
  const worked = await desk.post('modme', `/tickets/${id}/time`, { minutes: 30, item: 'anything' });

  expect(await codeOf(offered)).toEqual([409, 'order.not_needed']);
  expect(worked.status).toBe(201);
  expect(await worked.json()).toMatchObject({ entry: { countedMinutes: 0 }, budget: null });
});

describe('the course of an order', () => {
  test('a declined one stays declined; each state is told once', async () => {
    const id = await desk.arrived('denis', 'custom-development');
    const { id: order } = await desk.proposed(id);
    const declined = await orderOf(await desk.decide(order, 'decline'));
    const again = await desk.decide(order, 'decline');
    const accepted = await desk.decide(order, 'accept');
    const done = await desk.decide(order, 'done');
    const { events } = await desk.ticket(vendor, id);

    expect(declined).toMatchObject({ state: 'declined', decidedBy: 'Денис Крышин' });
    expect(again.status).toBe(200);
    expect(await codeOf(accepted)).toEqual([409, 'order.decided']);
    expect(await codeOf(done)).toEqual([409, 'order.decided']);
    expect(events.map(({ kind }) => kind).filter((kind) => kind.startsWith('order_'))).toEqual([
      'order_proposed',
      'order_declined',
    ]);
  });

  test('accepted and declined at once, it is one of the two', async () => {
    const { id: order } = await desk.proposed(await desk.arrived('denis', 'custom-development'));
    const answers = await Promise.all([
      desk.decide(order, 'accept'),
      desk.decide(order, 'decline'),
    ]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test('the log names the order and nothing that a person wrote', async () => {
    const id = await desk.arrived('denis', 'custom-development');
    const { id: order } = await desk.proposed(id, { scope: 'Секретный отчёт' });
    await desk.decide(order, 'accept');
    const rows = await database.client.unsafe<{ body: string }[]>(
      `select body from ticket_events where ticket_id = $1 and kind like 'order_%'`,
      [id],
    );

    expect(rows).toHaveLength(2);
    for (const { body } of rows) {
      expect(body).toContain(order);
      expect(body).not.toMatch(/Секретный|Крышин/);
    }
  });

  test('the same proposal twice is one order', async () => {
    const id = await desk.arrived('denis', 'custom-development');
    const headers = { 'idempotency-key': 'order-1' };
    await Promise.all([1, 2, 3].map(() => desk.propose(id, {}, headers)));
    const list = await desk.get(vendor, `/tickets/${id}/orders`);
    const other = await desk.propose(id, { priceMinor: 1 }, headers);

    expect(((await list.json()) as { orders: unknown[] }).orders).toHaveLength(1);
    expect(await codeOf(other)).toEqual([422, 'idempotency_key.reused']);
  });

  test('a move whose answer was lost is the same move, whatever became of the order since', async () => {
    const { id: order } = await desk.proposed(await desk.arrived('denis', 'custom-development'));
    const accept = (by: string) =>
      desk.post(
        vendor,
        `/orders/${order}/accept`,
        { by },
        { 'idempotency-key': `accept-${order}` },
      );
    const first = await accept('Денис Крышин');
    await desk.decide(order, 'done');
    const again = await accept('Денис Крышин');
    const other = await accept('Алла');

    expect(await orderOf(first)).toMatchObject({ state: 'accepted' });
    expect(await orderOf(again)).toMatchObject({ state: 'done', decidedBy: 'Денис Крышин' });
    expect(await codeOf(other)).toEqual([422, 'idempotency_key.reused']);
  });

  test('of a report that is hidden from an agent there is none to them', async () => {
    const { db } = database;
    const { pack } = server.deps.policies.inForce('didox24', clock.now())!;
    const { id: ticketId } = await requesterApi(server, { vendor: 'didox24' }).open(
      completeRequest(pack, 'vulnerability'),
    );
    await saveAgent(db, { tenantId: 'didox24', id: 'head', name: 'Руководитель', role: 'head' });
    await db.insert(orders).values({
      tenantId: 'didox24',
      id: 'ord_hidden',
      ticketId,
      scope: 'Исправление',
      priceMinor: 0,
      currency: 'UZS',
      state: 'proposed',
      clause: '1',
      proposedBy: 'head',
      proposedAt: new Date(clock.now()),
    });
    const move = (act: string, body: object) =>
      desk.post('didox24', `/orders/ord_hidden/${act}`, body);

    for (const act of ['accept', 'decline'])
      expect(await codeOf(await move(act, { by: 'А' }))).toEqual([404, 'order.not_found']);
    expect(await codeOf(await move('done', {}))).toEqual([404, 'order.not_found']);
    const head = await deskApi(server, await createSignInToken(server.deps, 'head'));
    const seen = await head.post('didox24', '/orders/ord_hidden/accept', { by: 'А' });
    expect(await orderOf(seen)).toMatchObject({ state: 'accepted' });
  });

  test('an order is good for its own request alone', async () => {
    const { id: order } = await desk.proposed(await desk.arrived('denis', 'custom-development'));
    await desk.decide(order, 'accept');
    const other = await desk.arrived('denis', 'custom-development');

    expect(await codeOf(await desk.log(other, { minutes: 5, order }))).toEqual([
      404,
      'order.not_found',
    ]);
    expect(await codeOf(await desk.post('modme', `/orders/${order}/done`, {}))).toEqual([
      404,
      'order.not_found',
    ]);
  });

  test.each([
    ['no scope', { scope: ' ' }],
    ['a price below nothing', { priceMinor: -1 }],
    ['part of a kopeck', { priceMinor: 0.5 }],
    ['no currency', { currency: 'руб' }],
  ])('is nothing to propose: %s', async (_case, order) => {
    const id = await desk.arrived('denis', 'custom-development');

    expect(await codeOf(await desk.propose(id, order))).toEqual([400, 'request.invalid']);
  });
});

test('an erasure takes the words off an order, and from then on nobody is named in one', async () => {
  const id = await desk.arrived('denis', 'custom-development');
  const [accepted, open] = [await desk.proposed(id), await desk.proposed(id)];
  await desk.decide(accepted.id, 'accept');
  await eraseContent(server.deps, { tenantId: vendor, ticketId: id });

  const listed = (await (await desk.get(vendor, `/tickets/${id}/orders`)).json()) as {
    orders: OrderView[];
  };
  expect(listed.orders).toMatchObject([
    { scope: '', decidedBy: null, state: 'accepted', priceMinor: 1_500_000 },
    { scope: '', decidedBy: null, state: 'proposed' },
  ]);
  expect(await codeOf(await desk.propose(id))).toEqual([410, 'ticket.erased']);
  expect(await codeOf(await desk.decide(open.id, 'decline'))).toEqual([410, 'ticket.erased']);
  expect((await desk.decide(accepted.id, 'done')).status).toBe(200);
});
