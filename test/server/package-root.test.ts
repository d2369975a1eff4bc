import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '#server/package-root.ts';

const here = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

test.each(['server/db/migrate.ts', 'dist/server/main.js', 'dist/server/assets/deep/chunk.js'])(
  'from %s',
  (path) => {
    expect(packageRoot(pathToFileURL(join(here, path)).href)).toBe(here);
  },
);

test('a package.json of another name on the way is passed over', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reglament-root-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'package.json'), '{"name":"reglament"}');
  writeFileSync(join(folder, 'inner/package.json'), '{"name":"other"}');

  expect(packageRoot(pathToFileURL(join(folder, 'inner/main.js')).href)).toBe(folder);
});

test('nowhere to be found is a fault', () => {
  expect(() => packageRoot('file:///nowhere/main.js')).toThrow('no package.json');
});
