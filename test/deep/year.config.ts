import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run test:year`: ten times the year of the normal run, and what it came to is printed. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/server/policy/life/year.test.ts', 'test/server/tickets/year.test.ts'],
    globalSetup: ['test/support/postgres.setup.ts'],
    env: { YEAR_TICKETS: '10000', YEAR_STORED: '500' },
    testTimeout: 1_800_000,
    fileParallelism: false,
  },
});
