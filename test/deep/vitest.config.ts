import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run test:deep`: what takes minutes and is worth it now and then. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: ['test/deep/**/*.test.ts'], testTimeout: 1_800_000 },
});
