import { isStale } from './parts.ts';

/** Builds only when a source is newer than the build. */
if (await isStale()) {
  console.log('Building…');
  await import('./build.ts');
}
