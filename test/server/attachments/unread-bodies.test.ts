import { readdir, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AttachmentView } from '#shared/wire/ticket.ts';
import { codeOf, device, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;
const large = Buffer.concat([
  PNG.sync.write(new PNG({ width: 4, height: 4 })),
  Buffer.alloc(1_000_000),
]);

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const uploaded = async (): Promise<AttachmentView> =>
  (await (await requesterApi(server).upload(large, 'image/png')).json()) as AttachmentView;
const pathOf = (id: string) => join(server.deps.config.DATA_DIR, 'files/modme', id);

/** How often this process holds a file open; undefined where the system does not tell. */
async function timesOpen(path: string): Promise<number | undefined> {
  const descriptors = await readdir('/proc/self/fd').catch(() => undefined);
  const targets = await Promise.all(
    (descriptors ?? []).map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')),
  );
  return descriptors && targets.filter((target) => target === path).length;
}

const headers = () => ({ 'x-widget-key': 'modme', authorization: `Bearer ${device()}` });

test('asking for the headers of a file, or for its start alone, leaves no file open', async () => {
  const { id } = await uploaded();
  const url = `${server.url}/v1/attachments/${id}`;
  const head = await fetch(url, { method: 'HEAD', headers: headers() });
  const stop = new AbortController();
  const started = await fetch(url, { headers: headers(), signal: stop.signal });
  await started.body?.getReader().read();
  stop.abort();

  expect(head.headers.get('content-length')).toBe(String(large.length));
  await expect.poll(() => timesOpen(pathOf(id))).toBeOneOf([0, undefined]);
});

test('a file that is gone from the disk is a fault that is told, not a broken answer', async () => {
  const { id } = await uploaded();
  await rm(pathOf(id));
  const response = await requesterApi(server).get(`/v1/attachments/${id}`);

  expect(await codeOf(response)).toEqual([500, 'service.fault']);
});

test.each([
  ['/v1/attachments', 'image/png'],
  ['/v1/tickets', 'application/json'],
])('a sender of 20 MB to %s always reads that it is too large', async (path, type) => {
  for (let round = 0; round < 10; round++) {
    const refused = await fetch(server.url + path, {
      method: 'POST',
      headers: { ...headers(), 'content-type': type, 'idempotency-key': 'large' },
      body: Buffer.alloc(20_000_000, 32),
    });

    expect(refused.headers.get('connection')).toBe('close');
    expect(await codeOf(refused)).toEqual([413, 'request.too_large']);
  }
});
