import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ContactRecorded, InteractionView } from '#shared/wire/interactions.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { codeOf, deskApi, handClock } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { demoRequester } from '#test/support/demo-requester.ts';
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
    'truncate interactions, tickets, messages, timers, ticket_events, outbox, idempotency_keys cascade',
  );
  await database.client.unsafe(
    "update ticket_counters set last_seq = 0, chain_head = decode(repeat('00', 32), 'hex')",
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const call = { kind: 'phone', channel: 'phone', text: 'Не загружаются фото объектов.' } as const;
const note = (vendor: string, body: object, key: string = randomUUID()) =>
  desk.post(vendor, '/interactions', body, { 'idempotency-key': key });
const noted = async (vendor: string, body: object) => {
  const recorded = (await (await note(vendor, body)).json()) as ContactRecorded;
  if (recorded.record !== 'interaction') throw new Error('a ticket was opened');
  return recorded;
};
const listed = async (path: string, vendor = 'jokercrm') =>
  ((await (await desk.get(vendor, path)).json()) as { interactions: InteractionView[] })
    .interactions;
const convert = (id: string, category = 'error', vendor = 'jokercrm') =>
  desk.post(vendor, `/interactions/${id}/ticket`, { category });

test('S4.4.3.1 PHONE: JokerCRM: a call is kept as a note without number and clock, and answered with the working chat', async () => {
  const { interaction, answer } = await noted('jokercrm', { ...call, name: 'Марина' });
  const { rows } = await desk.queue('jokercrm');

  expect(rows).toEqual([]);
  expect(interaction).toMatchObject({ kind: 'phone', clause: '4.3', ticket: null });
  expect(interaction).not.toHaveProperty('number');
  expect(answer.ways.map(({ kind }) => kind)).toEqual(['telegram', 'whatsapp']);
  expect(answer.text).toBe(
    'Здесь обращения не регистрируются (п. 4.3). Напишите туда, где их принимают: ' +
      'Telegram, ваш рабочий чат в Telegram; WhatsApp, ваш рабочий чат в WhatsApp.',
  );
});

test('S4.4.3.2 DSK: calls and talks stand on the card of the customer: the person’s and those of the organisation', async () => {
  const alla = await demoRequester(server, 'jokercrm', 'alla');
  const { id } = await alla.open();
  const [{ requester_id: requester }] = (await database.client.unsafe(
    `select requester_id from tickets where id = '${id}'`,
  )) as unknown as [{ requester_id: string }];
  await noted('jokercrm', { ...call, requester });
  clock.set('2026-11-20T09:00:00Z');
  await noted('jokercrm', { ...call, channel: 'other', organisation: 'Группа «Квартал-Пример»' });
  await noted('jokercrm', { ...call, organisation: 'Агентство «Улица»' });
  const card = await listed(`/tickets/${id}/interactions`);

  expect(card.map(({ channel, organisation }) => [channel, organisation])).toEqual([
    ['other', 'Группа «Квартал-Пример»'],
    ['phone', 'Группа «Квартал-Пример»'],
  ]);
  expect(await listed(`/interactions?requester=${requester}`)).toHaveLength(1);
  expect(await listed('/interactions')).toHaveLength(3);
});

test('S4.2.3.4 DSK: a message to the manager is sent to the chat; made a ticket, it stands behind those that came before', async () => {
  const alla = await demoRequester(server, 'jokercrm', 'alla');
  const manager = { ...call, kind: 'manager', channel: 'telegram' };
  const { interaction, answer } = await noted('jokercrm', manager);
  clock.set('2026-11-20T09:00:00Z');
  const chat = await alla.open('error');
  clock.set('2026-11-20T10:00:00Z');
  const { id } = (await (await convert(interaction.id)).json()) as { id: string };
  const { rows } = await desk.queue('jokercrm');

  expect(answer.text).toContain(
    'Менеджер обращения не регистрирует, и быстрее так не станет (п. 2.3)',
  );
  expect(rows.map((row) => [row.id, row.severity, row.receivedAt])).toEqual([
    [chat.id, 'normal', '2026-11-20T09:00:00.000Z'],
    [id, 'normal', '2026-11-20T10:00:00.000Z'],
  ]);
});

test('a contact becomes one ticket however often it is converted, received when it was', async () => {
  const { interaction } = await noted('jokercrm', { ...call, phone: '+7 000 000-00-31' });
  clock.set('2026-11-20T11:00:00Z');
  const made = await Promise.all([convert(interaction.id), convert(interaction.id)]);
  const [first, second] = await Promise.all(
    made.map((one) => one.json() as Promise<{ id: string }>),
  );
  const ticket = await desk.ticket('jokercrm', first!.id);

  expect(second).toEqual(first);
  expect(ticket).toMatchObject({
    channel: 'phone',
    status: 'open',
    receivedAt: '2026-11-20T11:00:00.000Z',
    subject: 'Не загружаются фото объектов',
    requester: { phone: '+7 000 000-00-31' },
  });
  expect(ticket.events.filter(({ kind }) => kind === 'contact_converted')).toHaveLength(1);
  expect((await listed('/interactions'))[0]).toMatchObject({ ticket: first!.id });
});

test('where the phone is official, a call is a numbered ticket at once, sent twice still one', async () => {
  const body = { ...call, category: 'error', name: 'Алишер', phone: '+998 00 000 00 00' };
  const [first, again] = await Promise.all([note('modme', body, 'k'), note('modme', body, 'k')]);
  const recorded = (await first.json()) as ContactRecorded;

  expect(recorded).toMatchObject({
    record: 'ticket',
    ticket: { number: expect.stringMatching(/^MOD-\d+$/) },
  });
  expect(await again.json()).toEqual(recorded);
  expect((await desk.queue('modme')).rows).toMatchObject([
    { channel: 'phone', requesterName: 'Алишер', severity: 'normal' },
  ]);
  expect(await listed('/interactions', 'modme')).toEqual([]);
});

test('S3.4.1.6 DSK: TechnoKad: a wish told by phone is noted, and the agent sends the link to the form', async () => {
  const { interaction, answer } = await noted('technokad', { ...call, category: 'wish' });

  expect(interaction).toMatchObject({ reason: 'in_writing_only', clause: '5' });
  expect(answer.sendForm).toBe(true);
  expect(answer.text).toContain(`${server.url}/policy/technokad`);
});

test('the log holds a digest of what was said and never the words; the chain stays whole', async () => {
  await noted('jokercrm', call);
  const [{ body }] = (await database.client.unsafe(
    "select body from ticket_events where kind = 'contact_recorded'",
  )) as unknown as [{ body: string }];

  expect(body).not.toContain('фото');
  expect(JSON.parse(body)).toMatchObject({
    ticket: null,
    params: { digest: expect.stringMatching(/^[\w-]{43}$/) },
  });
  expect(await verifyChain(database.db, 'jokercrm')).toEqual({ events: 1, brokenAt: null });
});

test('a note sent twice is kept once; another one under its key is refused', async () => {
  await Promise.all([note('jokercrm', call, 'k'), note('jokercrm', call, 'k')]);

  expect(await listed('/interactions')).toHaveLength(1);
  expect(await codeOf(await note('jokercrm', { ...call, text: 'Другое' }, 'k'))).toEqual([
    422,
    'idempotency_key.reused',
  ]);
});

test.each([
  ['an unknown category', { category: 'nothing' }, [400, 'category.unknown']],
  ['a request without a category', {}, [400, 'category.unknown']],
  ['a requester of nobody', { category: 'error', requester: 'x' }, [404, 'requester.not_found']],
])('refused: %s', async (_case, more, expected) => {
  expect(await codeOf(await note('modme', { ...call, ...more }))).toEqual(expected);
});

test('a contact that became a report which is hidden from an agent is none to them; whoever tells of one learns its number', async () => {
  await saveAgent(database.db, { tenantId: 'didox24', id: 'head', name: 'Глава', role: 'head' });
  const head = await deskApi(server, await createSignInToken(server.deps, 'head'));
  const manager = { ...call, kind: 'manager', channel: 'telegram' };
  const { interaction } = await noted('didox24', manager);
  const before = await listed('/interactions', 'didox24');
  await head.post('didox24', `/interactions/${interaction.id}/ticket`, {
    category: 'vulnerability',
  });
  const seen = [head, desk].map(async ({ get }) => {
    const answer = await get('didox24', '/interactions');
    return ((await answer.json()) as { interactions: InteractionView[] }).interactions.length;
  });
  const told = (await (
    await note('didox24', { ...call, category: 'vulnerability', name: 'Алишер' })
  ).json()) as ContactRecorded;
  const read =
    told.record === 'ticket' && (await desk.get('didox24', `/tickets/${told.ticket.id}`));

  expect(before).toHaveLength(1);
  expect(await Promise.all(seen)).toEqual([1, 0]);
  expect(await codeOf(await convert(interaction.id, 'vulnerability', 'didox24'))).toEqual([
    404,
    'interaction.not_found',
  ]);
  expect(told).toMatchObject({ record: 'ticket', ticket: { number: expect.any(String) } });
  expect(read && (await codeOf(read))).toEqual([404, 'ticket.not_found']);
});

test('a contact of another vendor is not found', async () => {
  const { interaction } = await noted('jokercrm', call);

  expect(await codeOf(await convert(interaction.id, 'error', 'modme'))).toEqual([
    404,
    'interaction.not_found',
  ]);
});
