import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyDeclarations } from '#server/build/declarations.ts';
import { readSource, root } from '#test/support/sources.ts';

const manifest = JSON.parse(readSource('package.json')) as {
  readonly bin: { readonly reglament: string };
  readonly exports: { readonly '.': { readonly types: string; readonly import: string } };
  readonly files: readonly string[];
};
const entry = manifest.exports['.'];

/** A wrong use has to be refused: types that lead nowhere are `any`, and refuse nothing. */
const consumer = `
import 'reglament';
import { ReglamentWidget, type Identity, type WidgetEvents } from 'reglament';
export const widget = new ReglamentWidget();
widget.widgetKey = 'modme';
widget.identify('token');
export const identity: Identity = 'token';
export const sent: keyof WidgetEvents = 'sent';
// @ts-expect-error a key is text
widget.widgetKey = 5;
// @ts-expect-error an identity is text or a function
export const wrongIdentity: Identity = 5;
// @ts-expect-error there is no such event
export const wrongEvent: keyof WidgetEvents = 'exploded';
`;

test('the types of the npm entry hold in a project of its own', async () => {
  execFileSync('npx', ['tsc', '-b', 'widget'], { cwd: root, stdio: 'pipe' });
  const folder = mkdtempSync(join(tmpdir(), 'reglament-consumer-'));
  const installed = join(folder, 'node_modules/reglament');
  await copyDeclarations(
    join(root, 'dist/types'),
    'widget/index.d.ts',
    join(installed, 'dist/declarations'),
  );
  for (const name of ['lit', 'lit-html', 'lit-element', '@lit'])
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/page.ts'), consumer);
  writeFileSync(
    join(installed, 'package.json'),
    JSON.stringify({ name: 'reglament', type: 'module', exports: { '.': entry } }),
  );
  const options = ['--strict', '--noEmit', '--target', 'es2022', '--module', 'nodenext'];
  const page = join(folder, 'src/page.ts');

  const compiled = spawnSync('npx', ['tsc', ...options, '--ignoreConfig', page], {
    cwd: root,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });

  expect([compiled.status, compiled.stdout]).toEqual([0, '']);
});

test('a package holds what it points at', () => {
  const promised = [entry.types, entry.import, manifest.bin.reglament];
  const holds = (path: string) => manifest.files.some((kept) => path.startsWith(`./${kept}/`));

  expect(promised.filter((path) => !holds(path))).toEqual([]);
});
