import { build } from 'vite';
import { buildParts, markBuilt } from './parts.ts';

// a test runner that builds must not get Lit's development build
process.env['NODE_ENV'] = 'production';

/** Builds every part, one after another: two cores are all there may be. */
for (const { config } of buildParts) {
  await build({ configFile: config, logLevel: 'warn' });
}
await markBuilt();
