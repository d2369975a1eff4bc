import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessGrantView } from '#shared/wire/access.ts';
import type { AttachmentView } from '#shared/wire/ticket.ts';
import { runCommandLine } from '#server/cli.ts';
import { eraseContent } from '#server/features/erasure/erase-content.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { codeOf, completeRequest, deskApi, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { filesHolding, tablesHolding } from '#test/support/planted.ts';
import { policyOf } from '#test/support/policies.ts';
import { printedLines } from '#test/support/printed-lines.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'didox24';
const { pack } = policyOf(vendor);
const said = printedLines();
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  desk = await deskApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const picture = (mark: string) => new Uint8Array(Buffer.concat([png, Buffer.from(mark)]));
const uploaded = async (response: Response) => ((await response.json()) as AttachmentView).id;

/** A ticket with a mark in every place that takes words, and the one who asks. */
async function planted(mark: string, sub = mark) {
  const claims = { sub, email: `${mark.toLowerCase()}@namuna.example`, email_verified: true };
  const bearer = await server.signAsHost(vendor, claims);
  const api = requesterApi(server, { vendor, bearer });
  const request = completeRequest(pack, 'error');
  const marked = Object.entries(request.answers).map(([id, answer]) => {
    const kind = pack.intake.fields.find((field) => field.id === id)?.kind;
    if (kind === 'text' || kind === 'longtext') return [id, `${id} ${mark}`];
    return [id, kind === 'steps' ? [`раз ${mark}`, `два ${mark}`] : answer];
  });
  const file = await uploaded(await api.upload(picture(mark), 'image/png', `${mark}.png`));
  const sent = {
    ...request,
    answers: Object.fromEntries(marked) as object,
    attachments: [file],
    context: {
      page: `https://portal.example/${mark}`,
      title: mark,
      appVersion: mark,
      extra: { branch: mark },
    },
  };
  const key = randomUUID();
  const receipt = (await (await api.post('/v1/tickets', sent, { key })).json()) as {
    id: string;
    number: string;
  };
  const { id } = receipt;
  await api.post(`/v1/tickets/${id}/messages`, { text: `дополнение ${mark}`, attachments: [] });
  const note = await fetch(`${server.url}/v1/desk/vendors/${vendor}/attachments`, {
    method: 'POST',
    headers: {
      cookie: desk.cookie,
      'content-type': 'image/png',
      'x-file-name': `note-${mark}.png`,
    },
    body: picture(mark),
  });
  const words = { text: `слова ${mark}`, attachments: [] };
  await desk.answer(vendor, id, { ...words, kind: 'note', attachments: [await uploaded(note)] });
  await desk.answer(vendor, id, { ...words, kind: 'question' });
  await desk.answer(vendor, id, { ...words, kind: 'reply' });
  const asked = await desk.post(vendor, `/tickets/${id}/access-requests`, { scope: 'portal' });
  const { id: grant } = (await asked.json()) as AccessGrantView;
  await api.post(`/v1/tickets/${id}/access-grants`, { grant, secret: `доступ ${mark}` });
  return { ...receipt, api, sent, key, file, grant };
}

const erase = (ticketId: string) => eraseContent(server.deps, { tenantId: vendor, ticketId });
const everywhere = async (mark: string) => [
  ...(await tablesHolding(database.client, mark)),
  ...filesHolding(server.deps.config.DATA_DIR, mark),
];

test('a mark in answers, context, files, messages and letters is in no table and no file after the erasure', async () => {
  const mark = 'Zz4711Aa';
  const { id } = await planted(mark);
  const before = await everywhere(mark);
  expect(before.filter((path) => path.includes('/'))).toHaveLength(2);
  expect(before).toEqual(
    expect.arrayContaining(['attachments', 'messages', 'tickets', 'requesters']),
  );

  expect(await erase(id)).toEqual({ ok: true, value: { messages: 5, files: 2 } });
  expect(await everywhere(mark)).toEqual([]);
  expect(await tablesHolding(database.client, mark.toLowerCase())).toEqual([]);
});

test('the ticket and its log stay: number, decision, events, and a chain that verifies', async () => {
  const { id, number } = await planted('Zz4712Aa');
  const before = await desk.ticket(vendor, id);
  await erase(id);
  const after = await desk.ticket(vendor, id);

  expect(after).toMatchObject({ number, decision: before.decision, status: before.status });
  expect(after.events.slice(0, -1)).toEqual(before.events);
  expect(after.events.at(-1)).toMatchObject({
    kind: 'content_erased',
    actor: null,
    params: { messages: '5', files: '2' },
  });
  expect(await verifyChain(database.db, vendor)).toMatchObject({ brokenAt: null });
});

test('the log keeps digests of the words, and nothing is left by which a guess could be tried', async () => {
  const { id } = await planted('Zz4721Aa');
  const salts = () =>
    database.client.unsafe<{ salt: string | null }[]>(
      'select salt from messages where ticket_id = $1',
      [id],
    );
  const before = await salts();
  await erase(id);
  const { events } = await desk.ticket(vendor, id);

  expect(before.every(({ salt }) => (salt?.length ?? 0) >= 43)).toBe(true);
  expect((await salts()).every(({ salt }) => salt === null)).toBe(true);
  expect(events.find(({ kind }) => kind === 'opened')?.params?.['digest']).toMatch(
    /^[0-9a-f]{64}$/,
  );
});

test('both sides see that it was erased, and no file, letter or access opens', async () => {
  const { id, api, file, grant } = await planted('Zz4713Aa');
  await erase(id);
  const thread = await api.thread(id);

  expect(thread.subject).toBe('Ошибка в приложении');
  expect(thread.answers).toEqual([]);
  expect(
    thread.messages.map(({ text, erasedAt, attachments }) => [text, !erasedAt, attachments]),
  ).toEqual(thread.messages.map(() => ['', false, []]));
  expect(await codeOf(await api.get(`/v1/attachments/${file}`))).toEqual([
    404,
    'attachment.not_found',
  ]);
  expect(await codeOf(await desk.get(vendor, `/attachments/${file}`))).toEqual([
    404,
    'attachment.not_found',
  ]);
  expect(
    await codeOf(await desk.post(vendor, `/tickets/${id}/access-grants/${grant}/reveal`, {})),
  ).toEqual([410, 'access.ended']);
  const letters = await database.client.unsafe(
    'select recipient, state from outbox where ticket_id = $1',
    [id],
  );
  expect(letters.length).toBeGreaterThan(2);
  expect(letters.filter(({ recipient, state }) => recipient !== '' || state === 'waiting')).toEqual(
    [],
  );
});

test('what was decided on is still known by its fields, so that a simulation decides alike', async () => {
  const { id } = await planted('Zz4714Aa');
  const keys = () =>
    database.client.unsafe(
      `select json_object_keys(answers) as field from messages where ticket_id = $1 and kind = 'request'`,
      [id],
    );
  const before = await keys();
  await erase(id);

  expect(await keys()).toEqual(before);
});

test('the same submission sent again brings nothing back', async () => {
  const { id, api, sent, key } = await planted('Zz4715Aa');
  await erase(id);

  expect(await codeOf(await api.post('/v1/tickets', sent, { key }))).toEqual([
    422,
    'idempotency_key.reused',
  ]);
  expect(await everywhere('Zz4715Aa')).toEqual([]);
});

test('another ticket of the same person keeps its words, and the person their name', async () => {
  const kept = await planted('Zz4716Aa', 'one-person');
  const gone = await planted('Zz4717Aa', 'one-person');
  const before = await desk.ticket(vendor, kept.id);
  await erase(gone.id);
  const after = await desk.ticket(vendor, kept.id);

  expect(after.messages).toEqual(before.messages);
  expect({ ...after.requester, newestOthers: [] }).toEqual({
    ...before.requester,
    newestOthers: [],
  });
});

test('from then on it takes no words, and again takes nothing and says nothing', async () => {
  const { id, api } = await planted('Zz4718Aa');
  await erase(id);
  expect(await erase(id)).toEqual({ ok: true, value: { messages: 0, files: 0 } });
  const more = { text: 'ещё Zz4718Aa', attachments: [] };
  const refused = [
    await api.post(`/v1/tickets/${id}/messages`, more),
    await desk.post(vendor, `/tickets/${id}/messages`, { ...more, kind: 'note' }),
    await desk.post(vendor, `/tickets/${id}/guests`, { name: 'Zz4718Aa', help: 'Zz4718Aa' }),
    await desk.post(vendor, `/tickets/${id}/access-requests`, { scope: 'portal' }),
  ];

  for (const one of refused) expect(await codeOf(one)).toEqual([410, 'ticket.erased']);
  expect(await everywhere('Zz4718Aa')).toEqual([]);
  const { events } = await desk.ticket(vendor, id);
  expect(events.filter(({ kind }) => kind === 'content_erased')).toHaveLength(1);
});

test("another vendor's ticket is not found", async () => {
  const { id } = await planted('Zz4719Aa');

  expect(await eraseContent(server.deps, { tenantId: 'modme', ticketId: id })).toMatchObject({
    failure: { code: 'ticket.not_found' },
  });
});

const run = (line: string) =>
  runCommandLine(['node', 'reglament', 'erase', ...line.split(' ')], {
    DATABASE_URL: database.url,
    SECRET_KEY: 'A'.repeat(43),
    DATA_DIR: server.deps.config.DATA_DIR,
  });

test('the command counts first and erases only with --apply', async () => {
  const { number } = await planted('Zz4720Aa');
  const before = await everywhere('Zz4720Aa');

  expect(await run(`${number} --vendor ${vendor}`)).toBe(0);
  expect(said[0]).toBe(`${number} holds 5 messages and 2 files.`);
  expect(await everywhere('Zz4720Aa')).toEqual(before);

  expect(await run(`${number} --vendor ${vendor} --apply`)).toBe(0);
  expect(said.at(-1)).toBe(`Erased of ${number}: 5 messages, 2 files.`);
  expect(await everywhere('Zz4720Aa')).toEqual([]);
});

test.each([
  ['DID-999999 --vendor didox24 --apply', 1, 'didox24 has no ticket DID-999999.'],
  ['DID-1', 2, 'Say `erase NUMBER --vendor VENDOR`, with a number such as MOD-1042.'],
  [
    'everything --vendor didox24',
    2,
    'Say `erase NUMBER --vendor VENDOR`, with a number such as MOD-1042.',
  ],
])('erase %s is refused in a sentence', async (line, code, sentence) => {
  expect([await run(line), ...said]).toEqual([code, sentence]);
});
