import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { clauseRows } from '#test/support/clauses.ts';
import { places } from '#test/support/clauses/row.ts';
import { projectFiles, readSource } from '#test/support/sources.ts';
import { coverageOf } from './coverage.ts';
import { testRunner } from './run-tests.ts';
import { coverageSums, coverageTable } from './table.ts';
import { mayNameRows } from './titles.ts';

const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    place: { type: 'string' },
    out: { type: 'string' },
  },
});
const { all, place, out } = values;
if (place !== undefined && !(places as readonly string[]).includes(place)) {
  throw new Error(`--place is one of ${places.join(', ')}`);
}

const runner = await testRunner(['unit', 'database', ...(all ? ['e2e'] : [])]);
const files = projectFiles().filter(
  (path) => path.startsWith('test/') && path.endsWith('.test.ts') && mayNameRows(readSource(path)),
);
const coverage = coverageOf(clauseRows, await runner.run(files));
await runner.close();

const table = coverageTable(coverage, place);
if (out === undefined) console.log(`${table}\n`);
else await writeFile(out, `${table}\n`);
for (const problem of coverage.problems) console.log(`- ${problem}`);
console.log(coverageSums(coverage));
process.exitCode = coverage.problems.length > 0 ? 1 : 0;
