import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AccessGrantView } from '#shared/wire/access.ts';
import type { ErasedReceipt, RequesterExport } from '#shared/wire/personal-data.ts';
import type { TicketPage } from '#shared/wire/ticket-list.ts';
import type { AttachmentView } from '#shared/wire/ticket.ts';
import { eraseOutdated } from '#server/features/erasure/erase-outdated.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { codeOf, completeRequest, deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { allTables, filesHolding } from '#test/support/planted.ts';
import { policyOf } from '#test/support/policies.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'moidokumenty';
const start = '2026-11-23T08:00:00Z';
const { pack } = policyOf(vendor);
const clock = handClock(start);
let logged = '';
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let marks: string[];

beforeAll(async () => {
  database = await testDatabase();
  const lines = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged += chunk.toString();
      done();
    },
  });
  server = await testServer(database, { now: clock.now, log: pino({ level: 'debug' }, lines) });
});
beforeEach(async () => {
  clock.set(start);
  desk = await deskApi(server);
  marks = [];
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

let planted = 0;
const mark = () => {
  marks.push(`Zq${(planted += 1)}Kx`);
  return marks.at(-1)!;
};
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const picture = () => new Uint8Array(Buffer.concat([png, Buffer.from(mark())]));
const idOf = async (response: Response) => ((await response.json()) as AttachmentView).id;

/** A ticket of one person with another mark in every place that takes words. */
async function plant(sub: string, ended = true) {
  const claims = { sub, email: `${sub.toLowerCase()}@namuna.example`, email_verified: true };
  const api = requesterApi(server, { vendor, bearer: await server.signAsHost(vendor, claims) });
  const request = completeRequest(pack);
  const answers = Object.entries(request.answers).map(([id, answer]) => {
    const kind = pack.intake.fields.find((field) => field.id === id)?.kind;
    if (kind === 'text' || kind === 'longtext') return [id, `${id} ${mark()}`];
    return [id, kind === 'steps' ? [`раз ${mark()}`, `два ${mark()}`] : answer];
  });
  const file = await idOf(await api.upload(picture(), 'image/png', `${mark()}.png`));
  const { id } = await api.open({
    ...request,
    answers: Object.fromEntries(answers) as object,
    attachments: [file],
    context: {
      page: `https://portal.example/${mark()}`,
      title: mark(),
      appVersion: mark(),
      extra: { branch: mark() },
    },
  });
  await desk.post(vendor, `/tickets/${id}/acts`, { act: 'confirm_arrival' });
  await api.post(`/v1/tickets/${id}/messages`, { text: `ещё ${mark()}`, attachments: [] });
  const uploaded = await fetch(`${server.url}/v1/desk/vendors/${vendor}/attachments`, {
    method: 'POST',
    headers: {
      cookie: desk.cookie,
      'content-type': 'image/png',
      'x-file-name': `note-${mark()}.png`,
    },
    body: picture(),
  });
  await desk.answer(vendor, id, {
    kind: 'note',
    text: `для нас ${mark()}`,
    attachments: [await idOf(uploaded)],
  });
  await desk.answer(vendor, id, { kind: 'question', text: `вопрос ${mark()}` });
  const asked = await desk.post(vendor, `/tickets/${id}/access-requests`, { scope: 'portal' });
  const { id: grant } = (await asked.json()) as AccessGrantView;
  await api.post(`/v1/tickets/${id}/access-grants`, { grant, secret: `доступ ${mark()}` });
  await desk.post(vendor, `/tickets/${id}/guests`, {
    name: `Эксперт ${mark()}`,
    email: `${mark().toLowerCase()}@bank.example`,
    help: `помочь ${mark()}`,
  });
  const { requester } = ((await (await desk.get(vendor, '/tickets')).json()) as TicketPage)
    .rows[0]!;
  await desk.post(vendor, '/interactions', {
    kind: 'phone',
    channel: 'phone',
    text: `звонил ${mark()}`,
    name: `Имя ${mark()}`,
    organisation: `Завод ${mark()}`,
    requester,
  });
  await desk.answer(vendor, id, {
    kind: 'reply',
    text: `ответ ${mark()}`,
    resolve: ended,
  });
  return { id, requester, api };
}

/** Everything that is stored or was said to the log, as one text. */
const stored = async () => `${await allTables(database.client)}\n${logged}`;
const heldIn = (whole: string) =>
  marks.filter(
    (one) =>
      whole.includes(one) ||
      whole.includes(one.toLowerCase()) ||
      whole.includes(Buffer.from(one).toString('hex')),
  );
const inFiles = () =>
  marks.filter((one) => filesHolding(server.deps.config.DATA_DIR, one).length > 0);
const keptFor = (months?: number) => ({
  ...server.deps,
  config: { ...server.deps.config, CONTENT_KEPT_MONTHS: months },
});
const dataOf = async (requester: string) =>
  (await (await desk.get(vendor, `/requesters/${requester}/export`)).json()) as RequesterExport;

test('none of fifty marks is in a table, a file or the log once the months of a setting are over', async () => {
  const first = await plant('Anna');
  await plant('Anna');
  await plant('Boris');
  const before = [...heldIn(await stored()), ...inFiles()];
  expect((await desk.ticket(vendor, first.id)).status).toBe('resolved');
  clock.set('2027-05-23T07:59:59Z');
  expect(await eraseOutdated(keptFor(6))).toBe(0);
  clock.set('2027-05-23T08:00:01Z');
  const erased = await eraseOutdated(keptFor(6));

  expect(marks.length).toBeGreaterThanOrEqual(50);
  expect(new Set(before).size).toBeGreaterThanOrEqual(50);
  expect(erased).toBe(3);
  expect(heldIn(await stored())).toEqual([]);
  expect(inFiles()).toEqual([]);
  expect(await verifyChain(database.db, vendor)).toMatchObject({ brokenAt: null });
  expect(await eraseOutdated(keptFor(6))).toBe(0);
});

test('without the setting nothing is erased, and with it nothing that has not ended', async () => {
  const { id } = await plant('Vera', false);
  clock.set('2036-11-23T08:00:00Z');

  expect(await eraseOutdated(keptFor())).toBe(0);
  expect(await eraseOutdated(keptFor(1))).toBe(0);
  desk = await deskApi(server);
  expect((await desk.ticket(vendor, id)).messages.some(({ text }) => text !== '')).toBe(true);
});

describe('the data of one person', () => {
  test('are exported whole, with addresses that give the files, and without what the desk notes', async () => {
    const { id, requester } = await plant('Galina');
    const notes = (await desk.ticket(vendor, id)).messages.filter(({ kind }) => kind === 'note');
    const data = await dataOf(requester);
    const whole = JSON.stringify(data);
    const [ticket] = data.tickets;
    const file = ticket?.messages[0]?.files[0];
    const bytes = await fetch(file!.url, { headers: { cookie: desk.cookie } });

    expect(data.requester).toMatchObject({ id: requester, email: 'galina@namuna.example' });
    expect(ticket?.messages.map(({ kind, author }) => [kind, author])).toEqual([
      ['request', 'requester'],
      ['reply', 'requester'],
      ['question', 'agent'],
      ['reply', 'agent'],
    ]);
    expect(ticket?.messages[0]?.context).toMatchObject({ title: expect.stringMatching(/^Zq/) });
    expect(data.contacts).toMatchObject([
      { kind: 'phone', text: expect.stringMatching(/^звонил/) },
    ]);
    expect([bytes.status, (await bytes.arrayBuffer()).byteLength]).toEqual([200, file?.sizeBytes]);
    expect(notes.length).toBeGreaterThan(0);
    for (const { text } of notes) expect(whole).not.toContain(text);
    const [event] = await database.client.unsafe(
      `select body from ticket_events where tenant_id = '${vendor}' order by seq desc limit 1`,
    );
    expect(JSON.parse(event?.['body'] as string)).toMatchObject({
      kind: 'data_exported',
      params: { requester, tickets: 1 },
    });
  });

  test('are taken away at their wish, theirs alone, and again is harmless', async () => {
    const { requester } = await plant('Dina');
    await plant('Dina', false);
    const hers = marks;
    marks = [];
    await plant('Egor');
    const his = marks;
    const erase = async () =>
      (await (
        await desk.post(vendor, `/requesters/${requester}/erase`, {})
      ).json()) as ErasedReceipt;
    marks = his;
    const before = heldIn(await stored());
    const [first, again] = [await erase(), await erase()];
    const whole = await stored();

    expect(first).toMatchObject({ tickets: 2, files: 4 });
    expect(again).toMatchObject({ tickets: 2, messages: 0, files: 0 });
    expect(heldIn(whole)).toEqual(before);
    marks = hers;
    expect(heldIn(whole)).toEqual([]);
    expect(inFiles()).toEqual([]);
    expect(await dataOf(requester)).toMatchObject({
      requester: { name: null, email: null, phone: null },
      contacts: [
        { text: null, name: null },
        { text: null, name: null },
      ],
    });
    expect(await verifyChain(database.db, vendor)).toMatchObject({ brokenAt: null });
  });

  test('of somebody unknown are none', async () => {
    expect(await codeOf(await desk.get(vendor, '/requesters/x/export'))).toEqual([
      404,
      'requester.not_found',
    ]);
    expect(await codeOf(await desk.post(vendor, '/requesters/x/erase', {}))).toEqual([
      404,
      'requester.not_found',
    ]);
  });
});
