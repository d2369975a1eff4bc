import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommandLine } from '#server/cli.ts';
import { changed, samplePack } from '#test/support/pack-variants.ts';
import { printedLines } from '#test/support/printed-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'reglament-diff-'));
afterAll(() => rmSync(folder, { recursive: true }));

const newer = join(folder, 'modme.2026-12-01.json');
const pack = { ...samplePack(), edition: '2026-12-01', editionDate: '2026-12-01' };
writeFileSync(newer, JSON.stringify(changed(pack, '/clocks/firstResponse/target/value', 2)));
writeFileSync(join(folder, 'broken.json'), '{"vendor":');
writeFileSync(join(folder, 'no-pack.json'), '{"vendor":"modme"}');

const said = printedLines();
const run = (...words: readonly string[]) =>
  runCommandLine(['node', 'reglament', 'policy', 'diff', ...words], {});

test('says what the newer edition states and decides otherwise, section by section', async () => {
  expect(await run('modme@2025-11-25', newer, '--lang', 'en')).toBe(0);
  const text = said.join('\n');

  expect(said.slice(0, 4)).toEqual([
    'modme 2025-11-25 → modme 2026-12-01, changes: 1.',
    '',
    'Terms',
    '  Terms, first reply, term: 1 working day → 2 working days (clause 9).',
  ]);
  expect(text).toMatch(/\d+ of \d+ typical questions are answered otherwise; here are \d+:/);
  expect(text).toMatch(/^ {2}A request on .+: due .+ → .+\.$/m);
});

test('speaks Russian unless asked otherwise, and says when nothing differs', async () => {
  expect(await run('modme', 'modme@2025-11-25')).toBe(0);

  expect(said[0]).toBe('modme 2025-11-25 → modme 2025-11-25: изменений нет.');
  expect(said.at(-1)).toMatch(/^Все типичные вопросы \(\d+\) решаются как раньше\.$/);
});

test('gives programs every change and every question, in data and in words', async () => {
  expect(await run('modme', newer, '--json', '--lang', 'uz')).toBe(0);
  const json = JSON.parse(said.join(''));

  expect(json).toMatchObject({
    from: { vendor: 'modme', edition: '2025-11-25' },
    to: { vendor: 'modme', edition: '2026-12-01' },
    changes: [
      {
        at: '/clocks/firstResponse/target',
        section: 'clocks',
        clause: '9',
        kind: 'changed',
        from: { value: 1, unit: 'businessDay' },
        to: { value: 2, unit: 'businessDay' },
        sentence: 'Muddatlar, birinchi javob, muddat: 1 ish kuni → 2 ish kuni (9-band).',
      },
    ],
  });
  expect(json.effects.length).toBeGreaterThan(50);
  expect(json.effects[0]).toMatchObject({
    receivedAt: expect.stringMatching(/Z$/),
    category: 'error',
    changes: [{ aspect: 'term', from: { dueAt: expect.stringMatching(/Z$/) } }],
    sentence: expect.stringContaining(' → '),
  });
});

test.each<[readonly string[], number, RegExp]>([
  [['modme'], 2, /policy diff A B/],
  [['modme', newer, 'modme'], 2, /policy diff A B/],
  [['modme', newer, '--lang', 'de'], 2, /--lang/],
  [['modme', 'didox24'], 1, /modme and didox24 are two vendors/],
  [['modme', 'modme@1999-01-01'], 1, /no edition of this name/],
  [['modme', join(folder, 'broken.json')], 1, /is not JSON/],
  [['modme', join(folder, 'no-pack.json')], 1, /no-pack\.json: \/format/],
])('policy diff %j is refused in a sentence', async (words, code, sentence) => {
  expect(await run(...words)).toBe(code);
  expect(said.join('\n')).toMatch(sentence);
});
