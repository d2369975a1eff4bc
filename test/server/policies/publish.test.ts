import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runCommandLine } from '#server/cli.ts';
import { loadPolicies } from '#server/features/policies/load-policies.ts';
import { readPublications } from '#server/features/policies/publications.ts';
import { registerEditions } from '#server/features/policies/register-editions.ts';
import type { PolicyPackFile } from '#server/policy/pack.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { changed } from '#test/support/pack-variants.ts';
import { readPackFile } from '#test/support/policies.ts';
import { printedLines } from '#test/support/printed-lines.ts';

const shipped = readPackFile('technokad.undated-2026-11-22.json') as PolicyPackFile;
const second = {
  ...shipped,
  edition: '2026-12-01',
  editionDate: '2026-12-01',
  validFrom: '2026-12-01',
};
const name = 'technokad.2026-12-01.json';

describe('reglament policy publish', () => {
  let database: TestDatabase;
  let folder: string;
  const said = printedLines();
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reglament-publish-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (file: object, as = name) => {
    writeFileSync(join(folder, as), JSON.stringify(file));
    return join(folder, as);
  };
  const publish = (...files: readonly string[]) =>
    runCommandLine(['node', 'reglament', 'policy', 'publish', ...files], {
      DATABASE_URL: database.url,
      SECRET_KEY: 'A'.repeat(43),
      DATA_DIR: folder,
      POLICY_DIR: folder,
    });
  const register = async () => {
    const loaded = await loadPolicies(folder);
    if (!loaded.ok) throw new Error(loaded.failure.join('\n'));
    return registerEditions(database.db, loaded.value, 'published', new Date());
  };

  test('refuses what the linter would not let through, and says why', async () => {
    const broken = write(changed(second, '/clocks/firstResponse/clause', '99'));

    expect(await publish(broken)).toBe(1);
    expect(said[0]).toContain('rule.without_clause');
    expect(said.at(-1)).toBe(`${broken} is not publishable.`);
  });

  test('refuses a file under another name, one that is not there, and none', async () => {
    expect(await publish(write(second, 'technokad.next.json'))).toBe(1);
    expect(said.at(-1)).toContain(`holds ${name}, and must be named so.`);
    expect(await publish(join(folder, 'none.json'))).toBe(1);
    expect(said.at(-1)).toContain('it does not exist');
    expect(await publish()).toBe(2);
  });

  test('S3.1.4.1 PUB, JOB: an edition that needs its notice waits for it at each start, and holds afterwards', async () => {
    const file = write(second);
    const before = await register();
    const waiting = await readPublications(database.db);

    expect(before.awaitingPublication).toEqual(['technokad 2026-12-01']);
    expect(waiting.has('technokad 2026-12-01')).toBe(false);
    expect(waiting.has('technokad undated-2026-11-22')).toBe(true);

    expect(await publish(file)).toBe(0);
    const publication = (await readPublications(database.db)).get('technokad 2026-12-01');
    const after = await register();

    expect(publication?.sha256).toMatch(/^[\w-]{43}$/);
    const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(said.join('\n')).toContain(`SHA-256 ${digest}.`);
    expect(after.awaitingPublication).toEqual([]);
    expect((await readPublications(database.db)).get('technokad 2026-12-01')).toEqual(publication);

    said.length = 0;
    expect(await publish(file)).toBe(0);
    expect(said[0]).toContain(`was published, ${publication?.publishedAt.toISOString()}`);

    write(changed(second, '/clauses/1.4/text/ru', 'Другое предложение.'));
    expect(await publish(file)).toBe(1);
    expect(said.at(-1)).toContain('as another file');
    expect((await register()).changedPublished).toEqual(['technokad 2026-12-01']);
  });

  test('a file that no server reads is published with a word on where to put it', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'reglament-publish-'));
    const third = {
      ...second,
      edition: '2027-01-01',
      editionDate: '2027-01-01',
      validFrom: '2027-01-01',
    };
    writeFileSync(join(elsewhere, 'technokad.2027-01-01.json'), JSON.stringify(third));

    expect(await publish(join(elsewhere, 'technokad.2027-01-01.json'))).toBe(0);
    expect(said.at(-1)).toContain('POLICY_DIR');
    rmSync(elsewhere, { recursive: true });
  });
});
