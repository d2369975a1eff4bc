import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { hasDebianPostgres } from './support/cluster.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const resultsFile = process.env['VITEST_JSON'];

/** The same tests on PostgreSQL 15 where Debian's is installed; the embedded one has its own tests. */
const onPostgres15 = {
  root,
  test: {
    name: 'postgres15',
    include: ['test/server/**/*.test.ts'],
    exclude: [
      'test/server/{policy,http}/**',
      'test/server/db/{embedded,killed-run,migrate,schema,address,refusals,unavailable}.test.ts',
    ],
    globalSetup: ['test/support/postgres.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
};
if (!hasDebianPostgres) {
  console.warn('No PostgreSQL 15 here: the database tests run on the embedded version only.');
}

/** `unit` needs nothing; `database` gets one PostgreSQL a run; `e2e` a built widget and Chromium besides. */
export default defineConfig({
  root,
  test: {
    // a file of results beside the usual report, for those who count
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
    projects: [
      {
        root,
        oxc: { decorator: { legacy: true } },
        test: {
          name: 'unit',
          include: [
            'test/{shared,widget,desk,contract}/**/*.test.ts',
            'test/server/{policy,http}/**/*.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        root,
        test: {
          name: 'database',
          include: ['test/server/**/*.test.ts'],
          exclude: ['test/server/{policy,http}/**'],
          globalSetup: ['test/support/postgres.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      ...(hasDebianPostgres ? [onPostgres15] : []),
      {
        root,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/browser.setup.ts', 'test/support/postgres.setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
