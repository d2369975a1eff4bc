import type { ClauseRow } from '#test/support/clauses/row.ts';
import type { RowRule } from '#test/support/clauses/rule.ts';
import type { Coverage, PlaceCoverage } from './coverage.ts';
import type { BreakEnd } from './mutate.ts';

/** The rows and their tests as a Markdown table, a line a place. */
export function coverageTable({ at }: Coverage): string {
  const lines = at.map(
    (one) =>
      `| ${[one.row.id, one.row.says, one.place, testsOf(one), resultOf(one)].join(' | ')} |`,
  );
  return [
    '| row | says | place | tests | result |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

/** The last two lines of the report. */
export const coverageSums = ({ rows, claimed, passing, whole }: Coverage): string =>
  [
    `${whole} of ${rows} rows pass at all their places`,
    `rows ${rows}, claimed ${claimed}, passing ${passing}`,
  ].join('\n');

function testsOf({ tests }: PlaceCoverage): string {
  const counts = new Map<string, number>();
  for (const { file } of tests) counts.set(file, (counts.get(file) ?? 0) + 1);
  return [...counts].map(([file, count]) => `${count} in ${file}`).join(', ');
}

const resultOf = ({ state, claimed }: PlaceCoverage): string =>
  state === 'untested' && !claimed ? 'not claimed' : state;

/** One break in a line. */
export const sayBreak = ({ row, state, change, detail }: BreakEnd): string =>
  `${state.padEnd(10)} ${row}: ${change} (${detail})`;

/** What was not caught, what no pack holds, and the counts in the last line. */
export function breakSums(
  rows: readonly (readonly [ClauseRow, RowRule])[],
  ends: readonly BreakEnd[],
): string {
  const inState = (state: BreakEnd['state']) => ends.filter((end) => end.state === state);
  const [survived, unreadable, untested] = [
    inState('survived'),
    inState('unreadable'),
    inState('untested'),
  ];
  const code = rows.flatMap(([{ id }, rule]) =>
    rule.heldBy === 'code' ? [`- ${id}: ${rule.because}`] : [],
  );
  return [
    `\nheld by code, not broken: ${code.length}`,
    ...code,
    `unreadable: ${unreadable.length}`,
    ...unreadable.map((end) => `- ${sayBreak(end)}`),
    `untested: ${untested.length}`,
    ...untested.map((end) => `- ${sayBreak(end)}`),
    `survivors: ${survived.length}`,
    ...survived.map((end) => `- ${sayBreak(end)}`),
    [
      `rows ${rows.length}`,
      `breaks ${ends.length}`,
      `caught ${inState('caught').length}`,
      `survived ${survived.length}`,
      `unreadable ${unreadable.length}`,
      `untested ${untested.length}`,
      `held by code ${code.length}`,
    ].join(', '),
  ].join('\n');
}
