import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AttachmentView } from '#shared/wire/ticket.ts';
import { codeOf, deskApi, device, errorRequest, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;
const picture = new Uint8Array(PNG.sync.write(new PNG({ width: 40, height: 30 })));

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const storedFiles = async () =>
  readdir(join(server.deps.config.DATA_DIR, 'files/modme')).catch(() => []);

test('a picture is stored, sent with the request, and comes back to its requester byte for byte', async () => {
  const api = requesterApi(server);
  const view = (await (
    await api.upload(picture, 'image/png', 'Снимок.png')
  ).json()) as AttachmentView;
  const { id } = await api.open({ ...errorRequest, attachments: [view.id] });
  const thread = await api.thread(id);
  const bytes = await api.get(`/v1/attachments/${view.id}`);

  expect(view).toMatchObject({ name: 'Снимок.png', mediaType: 'image/png', width: 40, height: 30 });
  expect(thread.messages[0]?.attachments).toEqual([view]);
  expect(Buffer.from(await bytes.arrayBuffer()).equals(Buffer.from(picture))).toBe(true);
  expect(bytes.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(bytes.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
});

test.each<[string, Uint8Array<ArrayBuffer>, string, number, string]>([
  [
    'SVG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    'image/svg+xml',
    415,
    'attachment.type_refused',
  ],
  [
    'SVG that says it is a picture',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'image/png',
    415,
    'attachment.type_refused',
  ],
  [
    'HTML that says it is text',
    Buffer.from('<!doctype html><script>1</script>'),
    'text/plain',
    415,
    'attachment.type_refused',
  ],
  [
    'a program',
    Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4]),
    'image/png',
    415,
    'attachment.type_refused',
  ],
  [
    'an archive',
    Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0]),
    'application/pdf',
    415,
    'attachment.type_refused',
  ],
  ['nothing', new Uint8Array(), 'image/png', 400, 'attachment.empty'],
  ['more than the limit', Buffer.alloc(5_000_001, 1), 'image/png', 413, 'request.too_large'],
])('%s is refused and nothing is kept', async (_case, bytes, type, status, code) => {
  const before = await storedFiles();

  expect(await codeOf(await requesterApi(server).upload(bytes, type))).toEqual([status, code]);
  expect(await storedFiles()).toEqual(before);
});

test.each([
  ['a path', '../../etc/passwd.png', 'passwd.png'],
  ['a path of Windows', 'C:\\Temp\\a.png', 'a.png'],
  ['an invisible character first', '\u200B.htaccess', '.htaccess'],
  ['control characters', 'a\r\nb.png', 'ab.png'],
  ['markup', '<img src=x onerror=1>.png', '<img src=x onerror=1>.png'],
  ['nothing', ' ', 'image.png'],
])('a name with %s is only shown, never used', async (_case, name, shown) => {
  const view = (await (
    await requesterApi(server).upload(picture, 'image/png', name)
  ).json()) as AttachmentView;

  expect(view.name).toBe(shown);
  expect(await storedFiles()).toContain(view.id);
});

test("somebody else's file cannot be read, nor sent", async () => {
  const view = (await (
    await requesterApi(server).upload(picture, 'image/png')
  ).json()) as AttachmentView;
  const stranger = requesterApi(server, { bearer: device('S') });

  expect(await codeOf(await stranger.get(`/v1/attachments/${view.id}`))).toEqual([
    404,
    'attachment.not_found',
  ]);
  const sent = await stranger.post('/v1/tickets', { ...errorRequest, attachments: [view.id] });
  expect(await codeOf(sent)).toEqual([404, 'attachment.not_found']);
});

test('S0.10.3 DSK: a file of an answer reaches the requester, a file of a note does not', async () => {
  const api = requesterApi(server);
  const { id } = await api.open();
  const desk = await deskApi(server);
  const upload = async () =>
    (await (
      await fetch(`${server.url}/v1/desk/vendors/modme/attachments`, {
        method: 'POST',
        headers: { cookie: desk.cookie, 'content-type': 'image/png', 'x-file-name': 'a.png' },
        body: picture,
      })
    ).json()) as AttachmentView;
  const [forRequester, forDesk] = [await upload(), await upload()];
  await desk.answer('modme', id, {
    kind: 'reply',
    text: 'Вот снимок',
    attachments: [forRequester.id],
  });
  await desk.answer('modme', id, { kind: 'note', text: 'Для своих', attachments: [forDesk.id] });

  expect((await api.get(`/v1/attachments/${forRequester.id}`)).status).toBe(200);
  expect((await api.get(`/v1/attachments/${forDesk.id}`)).status).toBe(404);
  expect((await desk.get('modme', `/attachments/${forDesk.id}`)).status).toBe(200);
});
