import type { Coverage, PlaceCoverage } from './coverage.ts';

/** The rows and their tests as a Markdown table, a line a place. @param place shows this one alone */
export function coverageTable({ at }: Coverage, place?: string): string {
  const lines = at
    .filter((one) => place === undefined || one.place === place)
    .map(
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
