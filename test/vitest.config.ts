import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { ChaosFirst } from './support/chaos-first.ts';
import { hasDebianPostgres } from './support/cluster.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const resultsFile = process.env['VITEST_JSON'];

/** Files in one process share what they import: most of a run was reading the same modules anew. */
const sharedModules = { isolate: false, restoreMocks: true };

/** How long is waited for what is to come, in milliseconds: one second is little where others work, too. */
const waits = { timeout: 30_000 };

/**
 * Tests of what leans on PostgreSQL itself – schema, locks, the log, the statement that opens tickets,
 * timers, ledgers, bulk writes – once more on PostgreSQL 15, where Debian's is installed. The embedded
 * one has its own tests.
 */
const onPostgres15 = {
  root,
  test: {
    ...sharedModules,
    name: 'postgres15',
    include: [
      'test/server/{articles,db,event-log,hours,jobs,life,orders,organisations,outbox,tickets}/**/*.test.ts',
      'test/server/calendars/moved-promises.test.ts',
      'test/server/policies/simulate.test.ts',
    ],
    exclude: [
      'test/server/db/{embedded,killed-run,migrate,schema,address,refusals,unavailable,outlive-lost-types}.test.ts',
      'test/server/tickets/{answers,year}.test.ts',
    ],
    globalSetup: ['test/support/postgres.setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: waits },
  },
};
if (!hasDebianPostgres) {
  console.warn('No PostgreSQL 15 here: the database tests run on the embedded version only.');
}

/**
 * `unit` needs nothing; `database` gets one PostgreSQL a run; `chaos` starts its own; `e2e` gets a built
 * widget and Chromium besides.
 */
export default defineConfig({
  root,
  test: {
    // two cores, and one worker for what mostly waits
    maxWorkers: 3,
    // what one project made of a module the others read, instead of making it anew
    experimental: { fsModuleCache: true },
    sequence: { sequencer: ChaosFirst },
    // a file of results beside the usual report, for those who count
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
    projects: [
      {
        root,
        oxc: { decorator: { legacy: true } },
        test: {
          ...sharedModules,
          name: 'unit',
          include: [
            'test/{shared,widget,desk,bitrix-app,contract}/**/*.test.ts',
            'test/server/{policy,http}/**/*.test.ts',
          ],
          // far more than any of them takes: a busy machine may be five times slower
          testTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          ...sharedModules,
          name: 'database',
          include: ['test/server/**/*.test.ts'],
          exclude: ['test/server/{policy,http}/**'],
          globalSetup: ['test/support/postgres.setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { poll: waits },
        },
      },
      ...(hasDebianPostgres ? [onPostgres15] : []),
      {
        root,
        test: {
          name: 'chaos',
          include: ['test/chaos/**/*.test.ts'],
          globalSetup: ['test/support/build.setup.ts'],
          testTimeout: 900_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          ...sharedModules,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: [
            'test/support/build.setup.ts',
            'test/support/browser.setup.ts',
            'test/support/postgres.setup.ts',
          ],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: waits },
        },
      },
    ],
  },
});
