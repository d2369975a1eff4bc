import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TicketThread } from '#shared/wire/ticket.ts';
import { sendLetters } from '#server/features/outbox/send-letters.ts';
import { smtpTransport, type Transport } from '#server/features/outbox/smtp.ts';
import { device, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { openMailbox, type Mailbox } from '#test/support/mailbox.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-23T06:00:00.000Z');
const mailed = 'support@xn--d1achjhdicc8bh4h.xn--80asehdb';
let database: TestDatabase;
let server: TestServer;
let mailbox: Mailbox;
let transport: Transport;
beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  mailbox = await openMailbox();
  transport = smtpTransport(mailbox.url, 5000);
  const sending = { DEMO: false, SMTP_URL: mailbox.url, MAIL_FROM: 'desk@reglament.example' };
  Object.assign(server.deps.config, sending);
});
beforeEach(() => {
  clock.set('2026-11-23T06:00:00.000Z');
  mailbox.refuse(undefined);
});
afterAll(async () => {
  transport?.close();
  await mailbox?.close();
  await server?.close();
  await database?.drop();
});

const send = () =>
  sendLetters({ ...server.deps, transport, from: 'desk@reglament.example', leaseMs: 60_000 });
const sendAll = async () => {
  while ((await send()) > 0);
};
const request = (answers: Record<string, string> = {}) => ({
  category: 'error',
  answers: { did: 'Открыл талон, он пустой', name: 'Анна', phone: '+7 900 000-00-00', ...answers },
  locale: 'ru',
});
const toTheDesk = () =>
  mailbox.mails.filter(({ to }) => to.some((one) => one.startsWith('support@')));

test('S2.1.5.2: a prepared request goes to the official mailbox in the user’s name, answered at the user’s address; its arrival is the receipt', async () => {
  const known = { sub: 'anna', name: 'Анна Петрова', email: 'anna@pochta.example' };
  const claims = { ...known, email_verified: true };
  const bearer = await server.signAsHost('moidokumenty', claims);
  const api = requesterApi(server, { vendor: 'moidokumenty', bearer });
  const prepared = await api.open(request());
  expect(prepared).toMatchObject({
    status: 'awaiting_channel',
    receivedAt: null,
    bridge: { channel: 'mail', answerTo: 'a•••@pochta.example' },
  });
  clock.set('2026-11-23T06:05:00.000Z');
  await sendAll();
  const [mail] = toTheDesk();

  expect(mail?.header('to')).toBe(mailed);
  expect(mail?.from).toBe('desk@reglament.example');
  expect(mail?.header('reply-to')).toContain('<anna@pochta.example>');
  expect(mail?.header('from')).toContain('<desk@reglament.example>');
  expect(mail?.header('x-reglament-reply-to')).toBe('proven');
  expect(mail?.header('auto-submitted')).toBeUndefined();
  expect(mail?.text).toContain(prepared.bridge?.code);
  expect(mail?.text).toContain('Открыл талон, он пустой');
  const thread: TicketThread = await api.thread(prepared.id);
  expect(thread).toMatchObject({ status: 'open', receivedAt: '2026-11-23T06:05:00.000Z' });
  expect(thread.decision.firstResponse.dueAt).not.toBeNull();
  expect(thread).not.toHaveProperty('bridge');
});

test('an address that nobody vouches for is said to be so, and no machine is to answer there', async () => {
  const before = toTheDesk().length;
  const bearer = device('U');
  const api = requesterApi(server, { vendor: 'moidokumenty', bearer });
  const prepared = await api.open(request({ email: 'stranger@elsewhere.example' }));
  await sendAll();
  const mail = toTheDesk()[before];

  expect(prepared.bridge?.answerTo).toBe('s•••@elsewhere.example');
  expect(mail?.header('reply-to')).toContain('stranger@elsewhere.example');
  expect(mail?.header('x-reglament-reply-to')).toBe('unproven');
  expect(mail?.header('auto-submitted')).toBe('auto-generated');
  expect(mail?.text).toContain('Этот адрес никто не подтверждал');
  expect(mailbox.mails.filter(({ to }) => to.includes('stranger@elsewhere.example'))).toEqual([]);
});

test('who tells no address, or one that reads as several, writes the letter by hand', async () => {
  const before = toTheDesk().length;
  for (const [letter, email] of [
    ['V', undefined],
    ['W', 'a@b.example,c'],
  ] as const) {
    const api = requesterApi(server, { vendor: 'moidokumenty', bearer: device(letter) });
    const { bridge } = await api.open(request(email ? { email } : {}));

    expect(bridge?.answerTo).toBeUndefined();
  }
  await sendAll();
  expect(toTheDesk()).toHaveLength(before);
});

test('a mailbox that refuses leaves the request waiting, and the person is shown the way to write', async () => {
  const api = requesterApi(server, { vendor: 'moidokumenty', bearer: device('X') });
  mailbox.refuse(550);
  const prepared = await api.open(request({ email: 'x@y.example' }));
  await sendAll();
  const thread = await api.thread(prepared.id);

  expect(thread).toMatchObject({ status: 'awaiting_channel', receivedAt: null });
  expect(thread.bridge).toMatchObject({ code: prepared.bridge?.code });
  expect(thread.bridge).not.toHaveProperty('answerTo');
});

test('the same submission again says the same, and the letter goes once', async () => {
  const before = toTheDesk().length;
  const api = requesterApi(server, { vendor: 'moidokumenty', bearer: device('Y') });
  const first = await api.open(request({ email: 'y@y.example' }), { key: 'again' });
  await sendAll();
  const second = await api.open(request({ email: 'y@y.example' }), { key: 'again' });
  await sendAll();

  expect(second).toEqual(first);
  expect(toTheDesk()).toHaveLength(before + 1);
});
