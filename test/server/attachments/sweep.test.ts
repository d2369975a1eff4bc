import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepAttachments } from '#server/features/attachments/sweep-attachments.ts';
import type { AttachmentView } from '#shared/wire/ticket.ts';
import { errorRequest, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-20T08:00:00Z');
let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

test('an upload that no message took goes after a week, with what an interrupted one left; a sent one stays', async () => {
  const api = requesterApi(server);
  const picture = new Uint8Array(PNG.sync.write(new PNG({ width: 4, height: 4 })));
  const upload = async () =>
    (await (await api.upload(picture, 'image/png')).json()) as AttachmentView;
  const [sent, unsent] = [await upload(), await upload()];
  await api.open({ ...errorRequest, attachments: [sent.id] });
  const folder = join(server.deps.config.DATA_DIR, 'files/modme');
  await writeFile(join(folder, 'att_cut.part'), 'half');
  await utimes(join(folder, 'att_cut.part'), new Date(clock.now()), new Date(clock.now()));

  clock.set('2026-11-27T07:59:00Z');
  await sweepAttachments(server.deps);
  expect((await readdir(folder)).toSorted()).toEqual(
    [sent.id, unsent.id, 'att_cut.part'].toSorted(),
  );

  clock.set('2026-11-27T08:01:00Z');
  await sweepAttachments(server.deps);
  expect(await readdir(folder)).toEqual([sent.id]);
  expect((await api.get(`/v1/attachments/${unsent.id}`)).status).toBe(404);
});
