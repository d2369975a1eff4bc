import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimedPlacesOf } from '#test/support/clauses.ts';
import type { ClauseRow } from '#test/support/clauses/row.ts';
import type { RowRule } from '#test/support/clauses/rule.ts';
import { packFiles, readPackFile } from '#test/support/policies.ts';
import { brokenPack } from './broken-pack.ts';
import { sayChange } from './change.ts';
import { type TestEnd, type TestRunner, testRunner } from './run-tests.ts';
import { rowsInTitle } from './titles.ts';

/** How one break of a row's rule ended. */
export interface BreakEnd {
  readonly row: string;
  readonly change: string;
  /**
   * `caught`: a test of the row failed. `survived`: all of them pass. `unreadable`: the break is
   * no pack or no change, which is a fault of the break. `untested`: the row has no passing test.
   */
  readonly state: 'caught' | 'survived' | 'unreadable' | 'untested';
  /** The test that failed, how many passed, or why it is unreadable. */
  readonly detail: string;
}

/**
 * Breaks the rules one after another and runs the tests of their rows against the broken pack.
 *
 * @param files test files that may name rows
 * @param tell hears each end as it comes
 */
export async function breakRules(
  rows: readonly (readonly [ClauseRow, RowRule])[],
  files: readonly string[],
  tell: (end: BreakEnd) => void,
): Promise<BreakEnd[]> {
  const folder = await mkdtemp(join(tmpdir(), 'reglament-broken-packs-'));
  const shipped = [...packFiles, 'pack.schema.json'];
  const restore = (name: string) =>
    writeFile(join(folder, name), JSON.stringify(readPackFile(name)));
  for (const name of shipped) await restore(name);
  process.env['REGLAMENT_TEST_PACKS'] = folder;
  const runner = await testRunner(['unit', 'database']);
  try {
    const { tests } = await runner.run(files, titleOf(...rows.map(([{ id }]) => id)));
    const ends: BreakEnd[] = [];
    for (const [row, rule] of rows) {
      for (const changes of rule.heldBy === 'pack' ? rule.breaks : []) {
        const change = changes.map(sayChange).join(', ');
        const broken = brokenPack(row.id, changes);
        if (broken.ok) await writeFile(join(folder, broken.value.file), broken.value.text);
        const end = broken.ok
          ? await judge(runner, row, tests.filter(showing(row)))
          : ({ state: 'unreadable', detail: broken.failure } as const);
        if (broken.ok) await restore(broken.value.file);
        ends.push({ row: row.id, change, ...end });
        tell({ row: row.id, change, ...end });
      }
    }
    return ends;
  } finally {
    await runner.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Only tests that pass with the shipped pack can tell; the first file that does is enough. */
async function judge(
  runner: TestRunner,
  row: ClauseRow,
  known: readonly TestEnd[],
): Promise<Pick<BreakEnd, 'state' | 'detail'>> {
  const sound = known.filter(({ passed }) => passed);
  if (sound.length === 0) return { state: 'untested', detail: 'no test of the row passes' };
  const testsIn = (file: string) => sound.filter((test) => test.file === file).length;
  const files = [...new Set(sound.map(({ file }) => file))];
  const unrun: string[] = [];
  for (const file of files.toSorted((a, b) => testsIn(b) - testsIn(a))) {
    const { tests, broken } = await runner.run([file], titleOf(row.id));
    const failed = tests.find((test) => noticed(test) && showing(row)(test));
    if (failed) return { state: 'caught', detail: `by «${failed.title}» in ${file}` };
    unrun.push(...broken.map(({ why }) => `; ${file} could not be run: ${why}`));
  }
  return { state: 'survived', detail: `${sound.length} tests pass${unrun.join('')}` };
}

/** A busy machine is no broken rule. */
const noticed = ({ passed, why }: TestEnd): boolean => !passed && !/timed out/i.test(why ?? '');

/** Titles that name one of these rows. */
const titleOf = (...ids: readonly string[]): RegExp =>
  new RegExp(`(?:${ids.map((id) => id.replaceAll('.', '\\.')).join('|')})(?![\\d.]*\\d)`);

/** Whether a test shows the row at a place that is claimed. */
const showing =
  (row: ClauseRow) =>
  ({ title }: TestEnd): boolean =>
    rowsInTitle(title).some(
      (named) =>
        named.row === row.id && claimedPlacesOf(row).some((place) => named.places.includes(place)),
    );
