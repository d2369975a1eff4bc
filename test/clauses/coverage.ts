import { claimedPlacesOf } from '#test/support/clauses.ts';
import type { ClauseRow, Place } from '#test/support/clauses/row.ts';
import type { TestEnd, TestRun } from './run-tests.ts';
import { rowsInTitle } from './titles.ts';

/** A row at one of its places. */
export interface PlaceCoverage {
  readonly row: ClauseRow;
  readonly place: Place;
  readonly claimed: boolean;
  readonly tests: readonly TestEnd[];
  readonly state: 'passing' | 'failing' | 'untested';
}

export interface Coverage {
  readonly at: readonly PlaceCoverage[];
  /** Why the command fails, a sentence each. */
  readonly problems: readonly string[];
  readonly rows: number;
  readonly claimed: number;
  /** Claimed rows that pass at each claimed place. */
  readonly passing: number;
  /** Rows that pass at all their places, claimed or not. */
  readonly whole: number;
}

/** What a run of tests shows of the rows. Pure. @param only looks at this place alone, and at its rows */
export function coverageOf(all: readonly ClauseRow[], run: TestRun, only?: Place): Coverage {
  const placesOf = ({ places }: Pick<ClauseRow, 'places'>) =>
    places.filter((place) => only === undefined || place === only);
  const rows = all.filter((row) => placesOf(row).length > 0);
  const byRow = new Map(all.map((row) => [row.id, row]));
  const found = new Map<string, TestEnd[]>();
  const problems = run.broken.map(({ file, why }) => `${file} could not be run: ${why}`);
  for (const test of run.tests) {
    for (const named of rowsInTitle(test.title)) {
      const row = byRow.get(named.row);
      if (!row) {
        problems.push(`${named.row} is no row: ${whereIs(test)}`);
        continue;
      }
      for (const place of named.places) {
        const key = `${row.id} ${place}`;
        if (!(row.places as readonly string[]).includes(place)) {
          problems.push(`${key} is no place of the row: ${whereIs(test)}`);
        } else if (!found.get(key)?.includes(test)) {
          found.set(key, [...(found.get(key) ?? []), test]);
        }
      }
    }
  }

  const at = rows.flatMap((row) =>
    placesOf(row).map((place): PlaceCoverage => {
      const tests = found.get(`${row.id} ${place}`) ?? [];
      const claimed = claimedPlacesOf(row).includes(place);
      return { row, place, claimed, tests, state: stateOf(tests) };
    }),
  );
  for (const { row, place, claimed, tests, state } of at) {
    if (claimed && state === 'untested') problems.push(`${row.id} ${place} has no test`);
    const failed = tests.filter(({ passed }) => !passed);
    if (!failed[0]) continue;
    const first = `${whereIs(failed[0])}: ${failed[0].why ?? ''}`;
    problems.push(
      `${row.id} ${place} fails in ${failed.length} of ${tests.length} tests: ${first}`,
    );
  }

  const claimedOf = (row: ClauseRow) => placesOf({ places: claimedPlacesOf(row) });
  const claimedRows = rows.filter((row) => claimedOf(row).length > 0);
  const passes = (row: ClauseRow, where: readonly Place[]) =>
    at.every((one) => one.row !== row || !where.includes(one.place) || one.state === 'passing');
  return {
    at,
    problems: [...new Set(problems)],
    rows: rows.length,
    claimed: claimedRows.length,
    passing: claimedRows.filter((row) => passes(row, claimedOf(row))).length,
    whole: rows.filter((row) => passes(row, placesOf(row))).length,
  };
}

const stateOf = (tests: readonly TestEnd[]): PlaceCoverage['state'] => {
  if (tests.length === 0) return 'untested';
  return tests.every(({ passed }) => passed) ? 'passing' : 'failing';
};

const whereIs = ({ file, title }: TestEnd): string => `${file}, «${title}»`;
