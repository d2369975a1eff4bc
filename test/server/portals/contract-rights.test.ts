import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TicketStanding } from '#shared/wire/ticket.ts';
import { sendLetters } from '#server/features/outbox/send-letters.ts';
import { smtpTransport } from '#server/features/outbox/smtp.ts';
import { codeOf, deskApi, requesterApi } from '#test/support/api.ts';
import { enterContract } from '#test/support/contracts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { openMailbox, type Mailbox } from '#test/support/mailbox.ts';
import { portalDesk, startOf, type PortalDesk } from '#test/support/portal-desk.ts';

const vendor = 'didox24';
const number = 'ТП-2026/7';
let database: TestDatabase;
let desk: PortalDesk;
let mailbox: Mailbox;
let agents: Awaited<ReturnType<typeof deskApi>>;
beforeAll(async () => {
  database = await testDatabase();
  desk = await portalDesk(database);
  mailbox = await openMailbox();
  agents = await deskApi(desk.server);
  for (const key of ['alpha', 'bravo'] as const) {
    desk.installed(key);
    await open(key, 1);
  }
  await enterContract(agents, vendor, 'Ромашка', {
    number,
    email: 'dogovor@romashka.example',
    validUntil: '2026-01-02',
    contacts: [{ name: 'Анна', email: 'anna@romashka.example' }],
  });
});
afterAll(async () => {
  await mailbox.close();
  await desk.close();
  await database.drop();
});
// a portal answers twice a second, and the contract ends soon
beforeEach(() => desk.pass(120));

type Key = 'alpha' | 'bravo';
async function open(key: Key, userId: number) {
  const page = await desk.enter(desk.post(key, { userId }));
  return requesterApi(desk.server, { vendor, bearer: (await startOf(page)).secret });
}
const bind = (key: Key) =>
  agents.put(vendor, `/portals/${desk.portal(key).memberId}/contract`, { number });
const unbind = (key: Key) =>
  fetch(
    `${desk.server.url}/v1/desk/vendors/${vendor}/portals/${desk.portal(key).memberId}/contract`,
    { method: 'DELETE', headers: { cookie: agents.cookie } },
  );
const request = {
  category: 'error',
  answers: { did: 'Подписал счёт', expected: 'Ушёл', got: 'Не ушёл' },
  locale: 'ru',
};
/** Delivers what waits, and says to whom that was. */
async function delivered(): Promise<readonly { to: readonly string[]; text: string }[]> {
  const before = mailbox.mails.length;
  const transport = smtpTransport(mailbox.url, 5000);
  const { db, log, policies, secretBox, publicUrl } = desk.server.deps;
  await sendLetters({
    db,
    log,
    policies,
    secretBox,
    publicUrl,
    transport,
    now: desk.world.now,
    from: 'support@desk.example',
    leaseMs: 60_000,
  });
  transport.close();
  return mailbox.mails.slice(before);
}

test('S1.3.2.3 B24: the number of a request from a portal goes by mail to the contract’s address and to whoever asked, once it is confirmed', async () => {
  const ivan = await open('alpha', 7);
  await ivan.open(request);
  const before = await delivered();
  await bind('alpha');
  const { number: given } = await ivan.open(request);
  const after = await delivered();

  // until then whoever runs the portal could send letters to anybody
  expect(before).toEqual([]);
  expect(after.map(({ to }) => to[0]).toSorted()).toEqual([
    'dogovor@romashka.example',
    'ivan@romashka.example',
  ]);
  expect(after.map(({ text }) => text.includes(given))).toEqual([true, true]);
});

test('S1.3.2.5 B24: how a colleague’s request stands is told to whom the contract lists, and to nobody else of the portal', async () => {
  await bind('alpha');
  const [anna, ivan, guest] = [
    await open('alpha', 1),
    await open('alpha', 7),
    await open('alpha', 9),
  ];
  const stranger = await open('bravo', 7);
  const sent = await ivan.open(request);
  const path = `/v1/tickets/status/${sent.number}`;
  const [listed, own] = await Promise.all(
    [anna, ivan].map(async (one) => (await (await one.get(path)).json()) as TicketStanding),
  );
  const refused = await Promise.all(
    [guest, stranger].map(async (one) => codeOf(await one.get(path))),
  );

  expect([listed?.number, own?.number]).toEqual([sent.number, sent.number]);
  expect(refused).toEqual([
    [404, 'ticket.not_found'],
    [404, 'ticket.not_found'],
  ]);
  // whom it lists is told how it stands, and never what was written
  expect((await anna.get(`/v1/tickets/${sent.id}`)).status).toBe(404);
});

test('S1.3.2.5 B24: an address proves nothing in a portal whose contract nobody has confirmed', async () => {
  const forged = { ...desk.portal('bravo').people.get(1)! };
  desk.portal('bravo').people.set(1, { ...forged, email: 'anna@romashka.example' });
  await bind('alpha');
  const sent = await (await open('alpha', 7)).open(request);
  const mallory = await open('bravo', 1);
  const path = `/v1/tickets/status/${sent.number}`;
  const before = await codeOf(await mallory.get(path));
  await unbind('alpha');
  const after = await codeOf(await (await open('alpha', 1)).get(path));
  desk.portal('bravo').people.set(1, forged);

  expect([before, after]).toEqual([
    [404, 'ticket.not_found'],
    [404, 'ticket.not_found'],
  ]);
});

test('S1.3.1.3 B24: whoever is of a portal with a confirmed contract may ask, listed or not', async () => {
  await bind('alpha');
  const sent = await Promise.all(
    [1, 7, 9].map(async (userId) => (await open('alpha', userId)).open(request)),
  );

  expect(sent.map(({ decision }) => decision.entitlement.state)).toEqual([
    'entitled',
    'entitled',
    'entitled',
  ]);
  expect(sent.map(({ decision }) => decision.route.kind)).not.toContain('contract');
});

test('S1.3.1.1 B24, S1.2.5 B24: the day after its last one a confirmed contract leads to a new contract', async () => {
  await bind('alpha');
  const until = await (await open('alpha', 7)).open(request);
  desk.pass(2 * 86_400);
  const after = await (await open('alpha', 7)).open(request);

  expect(until.decision.entitlement).toMatchObject({ state: 'entitled' });
  expect(after.decision).toMatchObject({
    entitlement: { state: 'lapsed', validUntil: '2026-01-02' },
    route: { kind: 'contract', channel: 'telegram' },
  });
});
