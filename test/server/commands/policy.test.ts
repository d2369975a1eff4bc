import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommandLine } from '#server/cli.ts';
import { whyUnread } from '#server/why-unread.ts';
import { printedLines } from '#test/support/printed-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'reglament-policy-'));
afterAll(() => rmSync(folder, { recursive: true }));

const said = printedLines();
const run = (...words: readonly string[]) =>
  runCommandLine(['node', 'reglament', 'policy', ...words], {});
const packs = 'server/policy/packs';

test('new writes a pack to begin with and its schema, and never over another', async () => {
  expect(await run('new', 'acme', '--to', folder, '--edition', '2026-12-01')).toBe(0);
  const file = join(folder, 'acme.2026-12-01.json');
  const pack = JSON.parse(readFileSync(file, 'utf8'));

  expect(said).toEqual([file]);
  expect(pack).toMatchObject({ vendor: 'acme', edition: '2026-12-01', validFrom: '2026-12-01' });
  expect(existsSync(join(folder, 'pack.schema.json'))).toBe(true);

  writeFileSync(file, 'mine');
  expect(await run('new', 'acme', '--to', folder, '--edition', '2026-12-01')).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test.each([
  [['new']],
  [['new', 'Acme GmbH', '--to', folder]],
  [['new', 'acme']],
  [['new', 'acme', '--to', folder, '--edition', 'tomorrow']],
  [['new', 'acme', '--to', folder, '--edition', '2026-02-30']],
  [['new', 'acme', 'more', '--to', folder]],
  [['new', 'acme', '--to', folder, '--calendar', 'mars']],
  [['lint']],
  [['bake', 'modme']],
])('policy %j is no command', async (words) => {
  expect(await run(...words)).toBe(2);
});

test('new takes the calendar and with it the zone', async () => {
  expect(await run('new', 'uzum', '--to', folder, '--calendar', 'uz-six-day')).toBe(0);
  const pack = JSON.parse(readFileSync(said[0] ?? '', 'utf8'));

  expect(pack.desk).toMatchObject({ timezone: 'Asia/Tashkent', calendar: 'uz-six-day' });
  expect(pack.timezoneLabel.en).toBe('Tashkent');
});

test('new says in a sentence why a folder cannot be had', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');

  expect(await run('new', 'acme', '--to', file)).toBe(1);
  expect(await run('new', 'acme', '--to', join(file, 'below'))).toBe(1);
  expect(said).toEqual([`${file}: it is no folder`, `${join(file, 'below')}: it is no folder`]);
});

test('a vendor may have a number for a name', async () => {
  const own = mkdtempSync(join(folder, 'own-'));
  expect(await run('new', '007', '--to', own, '--edition', '2026-01-01')).toBe(0);
  const file = join(own, '007.2026-01-01.json');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('[email protected]', 'a@b.example'));
  const env = { POLICY_DIR: own, DATA_DIR: join(own, 'data') };
  const asked = ['--vendor', '007', '--at', '2026-11-23T08:00:00Z'];

  expect(await runCommandLine(['node', 'reglament', 'policy', 'explain', ...asked], env)).toBe(0);
  expect(said).toHaveLength(2);
});

test('keys lists all 47 ambiguities with what decides each', async () => {
  expect(await run('keys')).toBe(0);

  expect(
    said.map((line) => line.split(' ')[0]).filter((id) => /^[A-E]\d+$/.test(id ?? '')),
  ).toHaveLength(47);
  expect(said.find((line) => line.startsWith('A1 '))).toContain('/clocks/firstResponse/reading');
});

test('lint says what is wrong, where and what to do, and exits by it', async () => {
  await run('new', 'later', '--to', folder);
  const [file = ''] = said;
  said.length = 0;

  expect(await run('lint', file)).toBe(1);
  expect(said.join('\n')).toContain(`contact.placeholder (B11) ${file}#/name/ru`);
  expect(said.join('\n')).toContain('→ Write them.');
  expect(said.at(-1)).toContain('not publishable');
});

test('lint lets a pack through whose open points are named, one JSON finding a line', async () => {
  const file = `${packs}/technokad.undated-2026-11-22.json`;

  expect(await run('lint', '--json', file)).toBe(0);
  const findings = said.map((line) => JSON.parse(line) as { code: string; level: string });
  expect(findings).toContainEqual(
    expect.objectContaining({ file, code: 'level.without_term', level: 'unsettled' }),
  );
});

test('a pack that an editor saved with a byte order mark is a pack', async () => {
  const own = mkdtempSync(join(folder, 'bom-'));
  const name = 'modme.2025-11-25.json';
  const pack = readFileSync(join(packs, name), 'utf8').replaceAll('modme', 'modme2');
  const file = join(own, 'modme2.2025-11-25.json');
  writeFileSync(file, `\uFEFF${pack}`);
  const env = { POLICY_DIR: own, DATA_DIR: join(own, 'data') };

  expect(await run('lint', file)).toBe(0);
  expect(await run('diff', file, file)).toBe(0);
  const explain = ['policy', 'explain', '--vendor', 'modme2'];
  expect(await runCommandLine(['node', 'reglament', ...explain], env)).toBe(0);
});

test('a file longer than a text can be is refused in a sentence', () => {
  const tooLong = Object.assign(new Error('long'), { code: 'ERR_STRING_TOO_LONG' });

  expect(whyUnread(tooLong)).toBe('it is too large');
});

test.each([
  ['a file that is not there', () => join(folder, 'nowhere.json'), 'it does not exist'],
  ['a folder', () => folder, 'it is a folder'],
  [
    'a file that is no JSON',
    () => {
      const file = join(folder, 'broken.json');
      writeFileSync(file, '{');
      return file;
    },
    'not JSON',
  ],
])('lint refuses %s in a sentence', async (_case, file, sentence) => {
  expect(await run('lint', file())).toBe(1);
  expect(said.join('\n')).toContain(sentence);
});
