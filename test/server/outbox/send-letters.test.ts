import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { claimLetters } from '#server/features/outbox/claim-letters.ts';
import { holdLetters } from '#server/features/outbox/hold-letters.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { sendLetters, type SendDeps } from '#server/features/outbox/send-letters.ts';
import { smtpTransport, type Transport } from '#server/features/outbox/smtp.ts';
import { deskApi, errorRequest, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { openMailbox, type Mailbox } from '#test/support/mailbox.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;
let mailbox: Mailbox;
let transport: Transport;
beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});
beforeEach(async () => {
  await database.client.unsafe('delete from outbox');
  mailbox = await openMailbox();
  transport = smtpTransport(mailbox.url, 5000);
});
afterEach(async () => {
  transport.close();
  await mailbox.close();
});

const person = { sub: 'user-1', name: 'Алишер', email: 'alisher@namuna.example', locale: 'ru' };
const start = '2026-11-23T06:00:00.000Z';

async function openTicket(email = person.email) {
  const claims = { ...person, email, email_verified: true };
  const bearer = await server.signAsHost('modme', claims);
  return requesterApi(server, { bearer }).open(errorRequest);
}

function sender(clock = handClock(start)) {
  const deps: SendDeps = {
    db: database.db,
    now: clock.now,
    log: server.deps.log,
    policies: server.deps.policies,
    secretBox: server.deps.secretBox,
    publicUrl: server.deps.publicUrl,
    transport,
    from: 'support@desk.example',
    leaseMs: 60_000,
  };
  return { clock, deps, send: () => sendLetters(deps) };
}
const letters = () => database.db.select().from(outbox).orderBy(outbox.id);

test('the acknowledgement goes out once, marked as automatic, from the vendor', async () => {
  await openTicket();
  const { send } = sender();
  const tried = [await send(), await send()];
  const [mail] = mailbox.mails;

  expect(tried).toEqual([1, 0]);
  expect(mailbox.mails.length).toBe(1);
  expect([mail?.from, mail?.to]).toEqual(['support@desk.example', [person.email]]);
  expect(mail?.header('Auto-Submitted')).toBe('auto-replied');
  expect(mail?.header('X-Auto-Response-Suppress')).toBe('All');
  expect(mail?.header('From')).toContain('<support@desk.example>');
  expect(mail?.header('Message-ID')).toMatch(/^<l\.[\w-]{43}@desk\.example>$/);
  expect(await letters()).toMatchObject([{ state: 'sent', sentAt: new Date(start), attempts: 1 }]);
});

test("an agent's words are no automatic mail, and stand in the thread of the acknowledgement", async () => {
  const { id } = await openTicket();
  const desk = await deskApi(server);
  await desk.answer('modme', id, { kind: 'reply', text: 'Снимите фильтр.' });
  const { send } = sender();
  await send();
  const [acknowledged, replied] = ['auto-replied', undefined].map((mark) =>
    mailbox.mails.find((mail) => mail.header('Auto-Submitted') === mark),
  );

  expect(mailbox.mails.length).toBe(2);
  expect(replied?.header('References')).toBe(acknowledged?.header('References'));
  expect(replied?.header('Message-ID')).not.toBe(acknowledged?.header('Message-ID'));
});

test('a server that dies after sending leaves the letter to another, which sends the very same mail', async () => {
  await openTicket();
  const { clock, deps, send } = sender();
  const dying = { ...deps, db: dyingAfterSend() };
  await expect(sendLetters(dying)).rejects.toThrow('killed');
  const meanwhile = await send();
  clock.set('2026-11-23T06:01:00.000Z');
  const later = await send();

  expect([meanwhile, later]).toEqual([0, 1]);
  expect(mailbox.mails.length).toBe(2);
  expect(mailbox.mails[1]?.raw).toBe(mailbox.mails[0]?.raw);
  expect(await letters()).toMatchObject([{ state: 'sent', attempts: 2 }]);
});

test('a recipient that does not exist is told at the desk and tried no more', async () => {
  await openTicket();
  mailbox.refuse(550);
  const { clock, send } = sender();
  await send();
  clock.set('2026-11-25T06:00:00.000Z');

  expect(await send()).toBe(0);
  expect(await letters()).toMatchObject([
    { state: 'failed', attempts: 1, lastError: 'EENVELOPE 550' },
  ]);
});

test('a mail server that is busy or away is asked again later and later, and given up at last', async () => {
  await openTicket();
  mailbox.refuse(451);
  const { clock, send } = sender();
  await send();
  const first = (await letters())[0];
  for (let attempt = 2; attempt <= 16; attempt += 1) {
    clock.set((await letters())[0]!.tryAt!.toISOString());
    await send();
  }

  expect(first).toMatchObject({
    state: 'waiting',
    lastError: 'EENVELOPE 451',
    tryAt: new Date('2026-11-23T06:01:00.000Z'),
  });
  expect(await letters()).toMatchObject([{ state: 'failed', attempts: 16 }]);
  expect(clock.now() - Date.parse(start)).toBeGreaterThan(40 * 3_600_000);
});

test('what was refused for a while goes out when the server takes mail again', async () => {
  await openTicket();
  mailbox.refuse(451);
  const { clock, send } = sender();
  await send();
  mailbox.refuse(undefined);
  clock.set('2026-11-23T06:01:00.000Z');
  await send();

  expect(mailbox.mails.length).toBe(1);
  expect(await letters()).toMatchObject([{ state: 'sent', attempts: 2, lastError: null }]);
});

test('several servers send each letter once', async () => {
  for (let ticket = 0; ticket < 20; ticket += 1) await openTicket(`p${ticket}@namuna.example`);
  const drain = async () => {
    const { send } = sender();
    while ((await send()) > 0);
  };
  await Promise.all([drain(), drain(), drain()]);

  expect(mailbox.mails.length).toBe(20);
  expect(new Set(mailbox.mails.map((mail) => mail.header('Message-ID'))).size).toBe(20);
});

test.each([
  'victim@corp.test, other@b.test',
  '"victim@corp.test,"@b.test',
  'group: victim@corp.test;',
  'other@b.test <victim@corp.test>',
  'victim@corp.test\r\nBcc: other@b.test',
])('an address that mail programs read as another reaches nobody: %j', async (recipient) => {
  await openTicket();
  await database.db.update(outbox).set({ recipient });
  await sender().send();

  expect(mailbox.mails).toEqual([]);
  expect(await letters()).toMatchObject([{ state: 'failed', lastError: 'address.unclear' }]);
});

test('a demo holds its letters for good', async () => {
  await openTicket();
  await holdLetters(database.db);

  expect(await sender().send()).toBe(0);
  expect(await letters()).toMatchObject([{ state: 'held' }]);
  expect(mailbox.mails).toEqual([]);
});

test('the oldest letter is claimed first', async () => {
  await openTicket('first@namuna.example');
  await openTicket('second@namuna.example');
  const [first] = await letters();
  const claim = { now: new Date(start), leaseMs: 1000, limit: 1, via: 'mail' } as const;

  expect(await claimLetters(database.db, claim)).toMatchObject([{ id: first?.id }]);
});

/** The database as a server sees it whose power goes between the mail and its mark. */
function dyingAfterSend(): SendDeps['db'] {
  return new Proxy(database.db, {
    get: (db, name) => {
      if (name === 'transaction') throw new Error('killed');
      return Reflect.get(db, name) as unknown;
    },
  });
}

test.each([
  ['public', ''],
  ['contract', String.raw`\?key=\S{40,}`],
])(
  'S0.10.3 MAIL: the letter of an answer carries titles and addresses of its articles: %s',
  async (visibility, key) => {
    const desk = await deskApi(server);
    const slug = `guide-${visibility}`;
    const texts = { ru: { title: 'Как закрыть долг', summary: '', body: 'Текст' } };
    const made = await desk.post('modme', '/articles', { slug, visibility, texts });
    const { id } = (await made.json()) as { id: string };
    await desk.post('modme', `/articles/${id}/acts`, { act: 'publish' });
    const ticket = await openTicket();
    await desk.answer('modme', ticket.id, { kind: 'reply', text: 'Смотрите.', articles: [id] });
    const { send } = sender(handClock(new Date(server.deps.now()).toISOString()));
    while ((await send()) > 0);
    const letter = mailbox.mails.map(({ text }) => text).find((text) => text.includes('Смотрите.'));
    const address = `${server.url}/articles/modme/${slug}`;

    expect(letter).toMatch(new RegExp(`Смотрите\\.\\s+Как закрыть долг\\s+${address}${key}\\s`));
    const link = /http\S+/.exec(letter ?? '')?.[0] ?? '';
    expect((await fetch(link)).status).toBe(200);
  },
);
