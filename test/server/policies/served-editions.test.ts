import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EditionEntry } from '#shared/wire/edition.ts';
import type { Explanation } from '#shared/wire/explanation.ts';
import { sha256 } from '#server/digest.ts';
import { followPublications } from '#server/features/policies/follow-publications.ts';
import { loadPolicies } from '#server/features/policies/load-policies.ts';
import { publishEdition } from '#server/features/policies/publish-edition.ts';
import { registerEditions } from '#server/features/policies/register-editions.ts';
import type { PolicyPackFile } from '#server/policy/pack.ts';
import { deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { changed, samplePack } from '#test/support/pack-variants.ts';
import { readPackFile } from '#test/support/policies.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-20T08:00:00Z');
let database: TestDatabase;
let server: TestServer;
let folder: string;

beforeEach(async () => {
  clock.set('2026-11-20T08:00:00Z');
  folder = mkdtempSync(join(tmpdir(), 'reglament-editions-'));
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
});
afterEach(async () => {
  await server.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** Serves a pack from a folder beside the shipped ones, as a restart with POLICY_DIR does. */
async function serve(pack: PolicyPackFile): Promise<void> {
  writeFileSync(join(folder, `${pack.vendor}.${pack.edition}.json`), JSON.stringify(pack));
  const loaded = await loadPolicies(folder);
  if (!loaded.ok) throw new Error(loaded.failure.join('\n'));
  await registerEditions(database.db, loaded.value, 'published', new Date(clock.now()));
  server.live.replace(loaded.value.map(({ policy }) => policy));
  await followPublications(server.deps, server.live);
}

const dated = (file: PolicyPackFile, date: string): PolicyPackFile => ({
  ...file,
  edition: date,
  editionDate: date,
  validFrom: date,
  cases: file.cases.slice(0, 1),
});

const editionsOf = async (vendor: string) => {
  const response = await fetch(`${server.url}/v1/policies/${vendor}/editions`);
  return ((await response.json()) as { editions: EditionEntry[] }).editions;
};
const statesOf = async (vendor: string) =>
  (await editionsOf(vendor)).map(({ edition, state }) => [edition, state]);

test('S0.0.1 POL, REG: a ticket received before another edition keeps its terms, one received after gets the new ones', async () => {
  const fourHours = { kind: 'fixed', target: { value: 4, unit: 'businessHour' }, clause: '9' };
  await serve(dated(changed(samplePack(), '/clocks/firstResponse', fourHours), '2026-12-01'));
  const api = requesterApi(server);
  clock.set('2026-11-30T08:00:00Z'); // Monday 13:00 in Tashkent
  const before = await api.open();
  clock.set('2026-12-01T08:00:00Z');
  const after = await api.open();

  expect(before.decision).toMatchObject({
    edition: '2025-11-25',
    firstResponse: { dueAt: '2026-12-01T08:00:00.000Z' },
  });
  expect(after.decision).toMatchObject({
    edition: '2026-12-01',
    firstResponse: { dueAt: '2026-12-01T12:00:00.000Z' },
  });
  const again = await api.thread(before.id);
  const desk = await deskApi(server);

  expect(again).toMatchObject({ decision: before.decision });
  expect((await desk.ticket('modme', before.id)).decision.edition).toBe('2025-11-25');
  expect(await statesOf('modme')).toEqual([
    ['2026-12-01', 'in_force'],
    ['2025-11-25', 'past'],
  ]);
});

test('S3.1.4.1 PUB, JOB: a running server takes an edition up once its publication is on record', async () => {
  const shipped = readPackFile('technokad.undated-2026-11-22.json') as PolicyPackFile;
  const next = dated(shipped, '2026-12-01');
  await serve(next);
  clock.set('2026-12-02T08:00:00Z');

  expect(await statesOf('technokad')).toEqual([
    ['2026-12-01', 'not_published'],
    ['undated-2026-11-22', 'in_force'],
  ]);

  const file = { vendor: 'technokad', edition: '2026-12-01', sha256: sha256('a file') };
  await publishEdition(database.db, file, new Date(clock.now()));
  await followPublications(server.deps, server.live);

  expect(await statesOf('technokad')).toEqual([
    ['2026-12-01', 'in_force'],
    ['undated-2026-11-22', 'past'],
  ]);
  expect((await editionsOf('technokad'))[0]).toMatchObject({
    from: '2026-12-02',
    publishedAt: '2026-12-02T08:00:00.000Z',
    // as `sha256sum` prints it
    sha256: createHash('sha256').update('a file').digest('hex'),
    href: `${server.url}/policy/technokad/2026-12-01`,
  });
});

test('an edition that is still to come says from when', async () => {
  await serve(dated(samplePack(), '2026-12-01'));

  expect(await editionsOf('modme')).toMatchObject([
    { edition: '2026-12-01', state: 'later', from: '2026-12-01' },
    { edition: '2025-11-25', state: 'in_force', from: '2025-11-25' },
  ]);
  expect((await fetch(`${server.url}/v1/policies/nobody/editions`)).status).toBe(404);
});

test('a sixth vendor is one file: asked, decided, explained and shown', async () => {
  const sixth = { ...samplePack(), vendor: 'sunrise', numberPrefix: 'SUN' };
  await serve(sixth);
  const api = requesterApi(server, { vendor: 'sunrise' });
  const config = await api.get('/v1/widgets/sunrise');
  const ticket = await api.open();
  const explained = await api.get(`/v1/tickets/${ticket.id}/explanation?lang=en`);
  const page = await fetch(`${server.url}/policy/sunrise`);

  expect(config.status).toBe(200);
  expect(ticket).toMatchObject({
    number: expect.stringMatching(/^SUN-\d+$/),
    decision: { vendor: 'sunrise', firstResponse: { clause: '9', dueAt: expect.any(String) } },
  });
  expect(((await explained.json()) as Explanation).paragraph).toContain('First reply by');
  expect(page.status).toBe(200);
  expect(await statesOf('sunrise')).toEqual([['2025-11-25', 'in_force']]);
});
