import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { codeOf, device, errorRequest, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { offsetOf, resumableApi } from '#test/support/resumable.ts';
import { testServer, type TestServer } from '#test/support/server.ts';
import { continueUpload } from '#server/features/uploads/continue-upload.ts';
import { sweepUploads } from '#server/features/uploads/sweep-uploads.ts';

let database: TestDatabase;
let server: TestServer;
let now = Date.parse('2026-11-23T05:00:00Z');
let api: ReturnType<typeof resumableApi>;
let letters = 0;

/** A picture that no packing makes small. */
const noisy = new PNG({ width: 120, height: 90 });
randomBytes(noisy.data.length).copy(noisy.data);
const picture = new Uint8Array(PNG.sync.write(noisy));
const sha256 = createHash('sha256').update(picture).digest('hex');

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: () => now });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});
/** Each test is another person, so that no test uses up another's quota. */
let person: { bearer: string };
beforeEach(() => {
  person = { bearer: device('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop'[letters++]) };
  api = resumableApi(server, person);
});

const begun = async (length: number = picture.length, name?: string, type?: string) =>
  api.placeOf(await api.begin(length, name, type));
const placeInDatabase = async (place: string) => {
  const id = place.split('/').at(-1) ?? '';
  const [row] = await database.client.unsafe('select uploader_id from uploads where id = $1', [id]);
  return { tenantId: 'modme', uploaderId: String(row?.['uploader_id']), id };
};
const storedPieces = async () => {
  const names = await readdir(join(server.deps.config.DATA_DIR, 'files/modme')).catch(() => []);
  return names.filter((name) => name.startsWith('upl_'));
};

test('a file that comes in three pieces is an attachment in the end, whole, and goes with the request', async () => {
  const place = await begun(picture.length, 'Снимок.png');
  const [one, two] = [1000, 20_000];
  expect(offsetOf(await api.go(place, 0, picture.slice(0, one)))).toBe(one);
  expect(offsetOf(await api.go(place, one, picture.slice(one, two)))).toBe(two);
  const last = await api.go(place, two, picture.slice(two));
  const id = last.headers.get('attachment-id') ?? '';
  expect([last.status, offsetOf(last), last.headers.get('attachment-sha256')]).toEqual([
    204,
    picture.length,
    sha256,
  ]);

  const requester = requesterApi(server, person);
  const { id: ticket } = await requester.open({ ...errorRequest, attachments: [id] });
  const thread = await requester.thread(ticket);
  expect(thread.messages[0]?.attachments).toMatchObject([
    { id, name: 'Снимок.png', mediaType: 'image/png', width: 120, bytes: picture.length },
  ]);
  const stored = await (await requester.get(`/v1/attachments/${id}`)).arrayBuffer();
  expect(createHash('sha256').update(new Uint8Array(stored)).digest('hex')).toBe(sha256);
  expect(await storedPieces()).toEqual([]);
});

test('the first piece may come with the beginning, and the place is found from any address of the server', async () => {
  const first = await fetch(`${server.url}/v1/uploads`, {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'x-widget-key': 'modme',
      authorization: `Bearer ${person.bearer}`,
      'upload-length': String(picture.length),
      'content-type': 'application/offset+octet-stream',
    },
    body: picture.slice(0, 500),
  });

  expect(first.status).toBe(201);
  expect(offsetOf(first)).toBe(500);
  expect(first.headers.get('location')).toMatch(/^uploads\/upl_\w+$/);
  expect(first.headers.get('upload-expires')).toBe('Tue, 24 Nov 2026 05:00:00 GMT');
  expect(offsetOf(await api.look(api.placeOf(first)))).toBe(500);
});

test('another server goes on where the first one stopped', async () => {
  const place = await begun();
  await api.go(place, 0, picture.slice(0, 700));
  const other = await placeInDatabase(place);
  const rest = new Blob([picture.slice(700)]).stream();
  const state = await continueUpload({ ...server.deps }, other, 700, rest);

  expect(state.ok && state.value.attachment?.sha256).toBe(sha256);
  expect((await api.look(place)).headers.get('attachment-sha256')).toBe(sha256);
});

test('a way that breaks in the middle of a piece keeps what came', async () => {
  const place = await begun();
  const { port, pathname } = new URL(place);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(
    `PATCH ${pathname} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nX-Widget-Key: modme\r\n` +
      `Authorization: Bearer ${person.bearer}\r\nUpload-Offset: 0\r\n` +
      `Content-Type: application/offset+octet-stream\r\nContent-Length: ${picture.length}\r\n\r\n`,
  );
  socket.write(picture.slice(0, 4096));
  await new Promise((resolve) => setTimeout(resolve, 150));
  socket.destroy();
  await expect.poll(async () => offsetOf(await api.look(place))).toBe(4096);
  const last = await api.go(place, 4096, picture.slice(4096));

  expect(last.headers.get('attachment-sha256')).toBe(sha256);
});

test('a sender who is silent or endless is let go, and what came is kept', async () => {
  const place = await begun();
  const mine = await placeInDatabase(place);
  const silent = () =>
    new ReadableStream<Uint8Array>({ start: (to) => to.enqueue(picture.slice(0, 10)) });
  let at = 10;
  const endless = new ReadableStream<Uint8Array>({
    async pull(to) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      to.enqueue(picture.slice(at, (at += 1)));
    },
  });
  const first = await continueUpload(server.deps, mine, 0, silent(), {
    silenceMs: 20,
    pieceMs: 60_000,
  });
  const second = await continueUpload(server.deps, mine, 10, endless, {
    silenceMs: 60_000,
    pieceMs: 60,
  });

  expect(first.ok && first.value.upload.receivedBytes).toBe(10);
  expect(second.ok && second.value.upload.receivedBytes).toBeGreaterThan(10);
  expect(second.ok && second.value.upload.receivedBytes).toBeLessThan(picture.length);
});

test('of two pieces sent at once for one place one counts, and the file is whole', async () => {
  const place = await begun();
  const half = picture.length >> 1;
  const both = await Promise.all([
    api.go(place, 0, picture.slice(0, half)),
    api.go(place, 0, picture.slice(0, half)),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  const last = await api.go(place, half, picture.slice(half));

  expect(last.headers.get('attachment-sha256')).toBe(sha256);
});

test('a piece for another place than the end is refused, whatever it holds', async () => {
  const place = await begun();
  await api.go(place, 0, picture.slice(0, 100));
  const answers = await Promise.all(
    [0, 99, 101, picture.length, 999_999_999_999].map((offset) =>
      api.go(place, offset, picture.slice(100)),
    ),
  );

  expect(await Promise.all(answers.map(codeOf))).toEqual(
    answers.map(() => [409, 'upload.moved_on']),
  );
  expect(offsetOf(await api.look(place))).toBe(100);
});

test('more bytes than were stated are refused and nothing of them is kept', async () => {
  const place = await begun(1000);
  const answer = await api.go(place, 0, picture.slice(0, 1001));

  expect(await codeOf(answer)).toEqual([413, 'request.too_large']);
  expect(offsetOf(await api.look(place))).toBe(0);
});

test.each([
  ['nothing', '0', 400, 'attachment.empty'],
  ['less than nothing', '-1', 400, 'request.invalid'],
  ['no number', '12abc', 400, 'request.invalid'],
  ['a fraction', '1.5', 400, 'request.invalid'],
  ['more than the limit', '5000001', 413, 'request.too_large'],
  ['more than any number', '9'.repeat(400), 400, 'request.invalid'],
  ['as much as twelve digits say', '999999999999', 413, 'request.too_large'],
])('a length of %s is refused', async (_case, length, status, code) => {
  const answer = await api.begin(length);

  expect(await codeOf(answer)).toEqual([status, code]);
});

test.each([
  ['a program that says it is a picture', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4])],
  ['SVG that says it is a picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
])('%s is refused at the end, and nothing is left of it', async (_case, bytes) => {
  const place = await begun(bytes.length);
  const answer = await api.go(place, 0, bytes);

  expect(await codeOf(answer)).toEqual([415, 'attachment.type_refused']);
  expect((await api.look(place)).status).toBe(404);
});

test.each([
  ['with control characters', '\u0007a\u202Eb.png', 'ab.png'],
  ['with a path', '../../etc/passwd.png', 'passwd.png'],
  ['without a name', '', 'image.png'],
])('a file name %s is shown without them', async (_case, name, shown) => {
  const place = await begun(picture.length, name, 'text/html');
  const id = (await api.go(place, 0, picture)).headers.get('attachment-id') ?? '';
  const requester = requesterApi(server, person);
  const { id: ticket } = await requester.open({ ...errorRequest, attachments: [id] });
  const { messages } = await requester.thread(ticket);

  expect(messages[0]?.attachments[0]).toMatchObject({ name: shown, mediaType: 'image/png' });
});

test('metadata that cannot be read is as good as none', async () => {
  const headers = { 'upload-metadata': ',,filename,filename %%%,filetype \u00e9'.normalize('NFC') };
  const answer = await api.begin(picture.length, '', '', { headers });
  expect(answer.status).toBe(201);
  const last = await api.go(api.placeOf(answer), 0, picture);

  expect(last.headers.get('attachment-sha256')).toBe(sha256);
});

test("another person's upload, another vendor's and one that never was look the same", async () => {
  const place = await begun();
  const strangers = [{ bearer: device('z') }, { ...person, vendor: 'didox24' }];
  for (const stranger of strangers) {
    const answers = [
      await api.look(place, stranger),
      await api.go(place, 0, picture, stranger),
      await api.end(place, stranger),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await codeOf(answers[1]!)).toEqual([404, 'attachment.not_found']);
  }
  for (const id of ['..%2f..%2fetc%2fpasswd', '%00', 'upl_x', `a${'b'.repeat(63)}`])
    expect([400, 404]).toContain((await api.look(`${server.url}/v1/uploads/${id}`)).status);
  expect(offsetOf(await api.look(place))).toBe(0);
});

test('one who is nobody yet begins nothing', async () => {
  const answer = await fetch(`${server.url}/v1/uploads`, {
    method: 'POST',
    headers: { 'tus-resumable': '1.0.0', 'x-widget-key': 'modme', 'upload-length': '10' },
  });

  expect(await codeOf(answer)).toEqual([401, 'identity.required']);
});

test('an upload that is given up leaves nothing, and is not given up twice', async () => {
  const before = await storedPieces();
  const place = await begun();
  await api.go(place, 0, picture.slice(0, 100));
  expect((await api.end(place)).status).toBe(204);

  expect((await api.end(place)).status).toBe(404);
  expect((await api.look(place)).status).toBe(404);
  expect(await storedPieces()).toEqual(before);
});

test('giving up what is an attachment already leaves the attachment', async () => {
  const place = await begun();
  const id = (await api.go(place, 0, picture)).headers.get('attachment-id') ?? '';
  await api.end(place);

  expect((await requesterApi(server, person).get(`/v1/attachments/${id}`)).status).toBe(200);
});

test('nobody begins more than twenty files at once; an end makes room', async () => {
  const places: string[] = [];
  while (places.length < 20) places.push(await begun());
  const refused = await api.begin(10);
  expect(await codeOf(refused)).toEqual([429, 'upload.too_many']);
  await api.end(places[0] ?? '');

  expect((await api.begin(10)).status).toBe(201);
});

test('after a day nobody goes on, and the sweep leaves nothing of it', async () => {
  const place = await begun();
  await api.go(place, 0, picture.slice(0, 100));
  now += 24 * 3_600_000 - 1;
  expect(offsetOf(await api.look(place))).toBe(100);
  now += 1;
  expect((await api.look(place)).status).toBe(404);
  expect((await api.go(place, 100, picture.slice(100))).status).toBe(404);
  await sweepUploads(server.deps);

  expect(await storedPieces()).toEqual([]);
});

test('it says what it speaks, and refuses another version before reading', async () => {
  const { headers } = await api.discover();
  expect(headers.get('tus-version')).toBe('1.0.0');
  expect(headers.get('tus-extension')).toBe('creation,creation-with-upload,expiration,termination');
  expect(headers.get('tus-max-size')).toBe('5000000');
  const old = await api.begin(10, 'a', 'b', { headers: { 'tus-resumable': '0.2.2' } });

  expect(old.headers.get('tus-version')).toBe('1.0.0');
  expect(await codeOf(old)).toEqual([412, 'upload.version']);
});

test('a piece in another form is refused', async () => {
  const place = await begun();
  const headers = { 'content-type': 'image/png' };

  expect(await codeOf(await api.go(place, 0, picture, { headers }))).toEqual([
    415,
    'request.wrong_content_type',
  ]);
});

test('a page of a listed origin may go on with it and read where it stands', async () => {
  const headers = { origin: server.url };
  const answer = await api.begin(10, 'a', 'b', { headers });
  const exposed = answer.headers.get('access-control-expose-headers') ?? '';

  for (const name of ['location', 'upload-offset', 'attachment-id', 'attachment-sha256'])
    expect(exposed).toContain(name);
  expect(answer.headers.get('access-control-allow-methods')).toContain('PATCH');
  const foreign = { headers: { origin: 'https://evil.example' } };
  expect(await codeOf(await api.begin(10, 'a', 'b', foreign))).toEqual([403, 'origin.not_allowed']);
});
