import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPolicies, type LoadedPolicy } from '#server/features/policies/load-policies.ts';
import { policyEditions } from '#server/features/policies/policy-editions.table.ts';
import { registerEditions } from '#server/features/policies/register-editions.ts';
import { requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { samplePack } from '#test/support/pack-variants.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

describe('a folder of further packs', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reglament-packs-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const sixth = { ...samplePack(), vendor: 'sunrise', numberPrefix: 'SUN' };
  const edition = `${sixth.vendor}.${sixth.edition}.json`;

  test('is one file more and no code', async () => {
    await writeFile(join(folder, edition), JSON.stringify(sixth));
    const loaded = await loadPolicies(folder);

    expect(loaded.ok && loaded.value.map(({ policy }) => policy.pack.vendor)).toContain('sunrise');
  });

  test.each<[string, string, string, RegExp]>([
    ['a file that is no JSON', edition, '{"vendor":', /is not JSON: /],
    ['a file named otherwise', 'other.json', JSON.stringify(sixth), /must be named so/],
    [
      'an edition that is shipped',
      'modme.2025-11-25.json',
      JSON.stringify({ ...samplePack(), numberPrefix: 'DUP' }),
      /another folder holds modme\.2025-11-25\.json already/,
    ],
  ])('with %s is refused, naming the file', async (_case, name, text, sentence) => {
    await writeFile(join(folder, name), text);
    const loaded = await loadPolicies(folder);

    expect(loaded.ok ? [] : loaded.failure).toEqual([expect.stringMatching(sentence)]);
    expect(loaded.ok ? '' : loaded.failure[0]).toContain(join(folder, name));
  });
});

describe('editions that a database has seen', () => {
  let database: TestDatabase;
  let server: TestServer;
  let loaded: LoadedPolicy[];
  beforeAll(async () => {
    database = await testDatabase();
    server = await testServer(database);
    const read = await loadPolicies();
    loaded = read.ok ? read.value : [];
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const at = new Date('2026-11-20T08:00:00Z');
  const named = (edition: string): LoadedPolicy[] =>
    loaded.map((one) =>
      one.policy.pack.vendor === 'modme'
        ? { ...one, policy: { ...one.policy, pack: { ...one.policy.pack, edition } } }
        : one,
    );

  test('one that decided a ticket is not lost without a word', async () => {
    const without = named('2026-12-01');
    const before = await registerEditions(database.db, without, 'draft', at);
    await requesterApi(server).open();
    const after = await registerEditions(database.db, without, 'draft', at);

    expect(before.lost).toEqual([]);
    expect(after.lost).toEqual(['modme 2025-11-25']);
    expect((await registerEditions(database.db, loaded, 'draft', at)).lost).toEqual([]);
  });

  test('a draft that is served as published becomes so, and is not changed any more', async () => {
    await registerEditions(database.db, loaded, 'published', at);
    const states = await database.db
      .select({ state: policyEditions.state })
      .from(policyEditions)
      .where(eq(policyEditions.tenantId, 'didox24'));
    const changed = loaded.map((one) => ({ ...one, sha256: 'another' }));
    const again = await registerEditions(database.db, changed, 'published', at);

    expect(states).toEqual([{ state: 'published' }]);
    expect(again.replacedDrafts).toEqual([]);
    expect(again.changedPublished).toHaveLength(5);
  });
});
