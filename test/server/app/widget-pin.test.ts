import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { widgetTagCommand } from '#server/commands/widget-tag.ts';
import { keepWidgetVersion, widgetPin, widgetVersions } from '#server/widget-versions.ts';
import setup from '#test/support/build.setup.ts';
import { testDatabase } from '#test/support/database.ts';
import { root } from '#test/support/sources.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let server: TestServer;
beforeAll(async () => {
  setup();
  database = await testDatabase();
  server = await testServer(database);
}, 300_000);
afterAll(async () => {
  await server?.close();
  await database?.drop();
});

const fresh = 'no-cache';
const forEver = 'public, max-age=31536000, immutable';

test('a pinned widget is served for ever and to every origin, the small script is asked for again', async () => {
  const { src, integrity } = await widgetPin();
  const pinned = await fetch(`${server.url}/${src}`);
  const plain = await fetch(`${server.url}/widget.js`);
  const published = await fetch(`${server.url}/widget/integrity.json`);

  for (const { headers } of [pinned, plain, published])
    expect(headers.get('access-control-allow-origin')).toBe('*');
  expect([pinned, plain, published].map(({ headers }) => headers.get('cache-control'))).toEqual([
    forEver,
    fresh,
    fresh,
  ]);
  const bytes = Buffer.from(await pinned.arrayBuffer());
  expect(`sha384-${createHash('sha384').update(bytes).digest('base64')}`).toBe(integrity);
  expect(await published.json()).toMatchObject({ src, integrity });
});

test('a part that is named by its digest is kept for ever, whatever its name is else', async () => {
  const parts = await readdir(join(root, 'dist/widget/c'));
  const kept = async (part: string) =>
    (await fetch(`${server.url}/widget/c/${part}`)).headers.get('cache-control');

  expect(parts.length).toBeGreaterThan(20);
  expect([...new Set(await Promise.all(parts.map(kept)))]).toEqual([forEver]);
});

test('a version that an earlier build gave out is still there after an upgrade', async () => {
  const folder = widgetVersions(server.deps.config.DATA_DIR);
  await mkdir(join(folder, '0.0.9-0123456789/c'), { recursive: true });
  await writeFile(join(folder, '0.0.9-0123456789/widget.js'), 'earlier');
  await keepWidgetVersion(folder);
  await keepWidgetVersion(folder);
  const { version } = await widgetPin();
  const of = (path: string) => fetch(`${server.url}/widget/${path}`);

  const earlier = await of('0.0.9-0123456789/widget.js');
  expect([await earlier.text(), earlier.headers.get('cache-control')]).toEqual([
    'earlier',
    forEver,
  ]);
  expect((await of(`${version}/widget.js`)).status).toBe(200);
  expect((await of('0.0.8-0123456789/widget.js')).status).toBe(404);
  expect((await of('..%2fhost-keys%2fmodme.json')).status).toBe(404);
});

test('a command prints the tag that pins this build', async () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  const { src, integrity } = await widgetPin();

  expect(await widgetTagCommand({ PUBLIC_URL: 'https://support.example' }, 'modme')).toBe(0);
  expect(print.mock.calls).toEqual([
    [
      `<script async src="https://support.example/${src}" integrity="${integrity}" crossorigin data-key="modme"></script>`,
    ],
  ]);
});
