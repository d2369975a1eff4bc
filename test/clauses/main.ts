import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { clauseRows, rulesByRow } from '#test/support/clauses.ts';
import { places } from '#test/support/clauses/row.ts';
import { projectFiles, readSource } from '#test/support/sources.ts';
import { coverageOf } from './coverage.ts';
import { breakRules } from './mutate.ts';
import { testRunner } from './run-tests.ts';
import { breakSums, coverageSums, coverageTable, sayBreak } from './table.ts';
import { mayNameRows, namesRow, namesRowAt } from './titles.ts';

const { values } = parseArgs({
  options: {
    place: { type: 'string' },
    out: { type: 'string' },
    mutate: { type: 'boolean', default: false },
    row: { type: 'string', multiple: true },
  },
});
const files = projectFiles().filter(
  (path) => path.startsWith('test/') && path.endsWith('.test.ts') && mayNameRows(readSource(path)),
);
const failed = await (values.mutate ? mutate(values.row) : cover(values.place, values.out));
process.exitCode = failed ? 1 : 0;

/** Writes which tests show which row. True where something claimed is not shown. */
async function cover(named: string | undefined, out: string | undefined): Promise<boolean> {
  const place = places.find((one) => one === named);
  if (place !== named) {
    throw new Error(`--place is one of ${places.join(', ')}`);
  }
  const runner = await testRunner(['unit', 'database', 'e2e']);
  const run = await runner.run(files, place ? namesRowAt(place) : namesRow);
  const coverage = coverageOf(clauseRows, run, place);
  await runner.close();

  const table = coverageTable(coverage);
  if (out === undefined) console.log(`${table}\n`);
  else await writeFile(out, `${table}\n`);
  for (const problem of coverage.problems) console.log(`- ${problem}`);
  console.log(coverageSums(coverage));
  return coverage.problems.length > 0;
}

/** Writes which broken rules no test sees. True where there is one. */
async function mutate(only: readonly string[] | undefined): Promise<boolean> {
  const rows = clauseRows.flatMap((row) => {
    const rule = rulesByRow[row.id];
    return rule && (only === undefined || only.includes(row.id)) ? [[row, rule] as const] : [];
  });
  const ends = await breakRules(rows, files, (end) => console.log(sayBreak(end)));
  console.log(breakSums(rows, ends));
  return ends.some(({ state }) => state !== 'caught');
}
