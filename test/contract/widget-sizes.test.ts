import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { root } from '#test/support/sources.ts';

const folder = join(root, 'dist/widget');
const read = (file: string) => readFileSync(join(folder, file));
const gzip = (file: string) => gzipSync(read(file), { level: 9 }).length;
const chunks = () => readdirSync(join(folder, 'c')).map((name) => `c/${name}`);
const textOf = (file: string) => read(file).toString();

/** What a chunk pulls in at once, itself included. */
function withStaticImports(file: string): string[] {
  const imports = [...textOf(file).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)];
  return [...new Set([file, ...imports.flatMap(([, name]) => withStaticImports(`c/${name}`))])];
}

/** The form's catalog of a language; those of receipts and of problems are read when they are needed. */
const catalog = (locale: string) =>
  chunks().find(
    (file) => file.startsWith(`c/${locale}-`) && textOf(file).includes('launcher.label'),
  ) ?? '';

beforeAll(() => {
  if (!existsSync(join(folder, 'widget.js'))) {
    // as it ships: the test run's own NODE_ENV would build Lit for development
    const env = { ...process.env, NODE_ENV: 'production' };
    execFileSync('npx', ['vite', 'build', '-c', 'widget/vite.config.ts'], { cwd: root, env });
  }
}, 300_000);

/** The same build at the address that pages pin; its parts hold digests of those that they fetch. */
const version = () => readdirSync(folder).find((name) => /^\d/.test(name)) ?? '';
const pinnedChunks = () =>
  readdirSync(join(folder, version(), 'c')).map((name) => `${version()}/c/${name}`);

test('a host page pays at most 3.0 kB brotli for the launcher', () => {
  for (const file of ['widget.js', `${version()}/widget.js`])
    expect(brotliCompressSync(read(file)).length).toBeLessThanOrEqual(3000);
});

test.each(['ru', 'uz', 'uz-cyrl', 'en'])(
  'the first open in %s costs at most 32 kB gzip in all',
  (locale) => {
    const first = chunks().find((file) => file.startsWith('c/define')) ?? '';
    const files = ['widget.js', ...withStaticImports(first), catalog(locale)];

    expect(files.length).toBeGreaterThanOrEqual(3);
    expect(files.map(gzip).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(32_000);
  },
);

test('who pins the widget pays at most 1.7 kB gzip more for the digests of its parts', () => {
  const named = /c\/define[\w-]*\.js$/;
  const sum = (files: readonly string[]) =>
    files.filter((file) => named.test(file)).reduce((bytes, file) => bytes + gzip(file), 0);
  const more = sum(pinnedChunks()) - sum(chunks());

  expect(more).toBeGreaterThan(0);
  expect(more + gzip(`${version()}/widget.js`) - gzip('widget.js')).toBeLessThanOrEqual(1700);
});

test('every catalog is a chunk of at most 4 kB gzip', () => {
  const catalogs = chunks().filter((file) => /^c\/(ru|uz|uz-cyrl|en)-/.test(file));

  expect(catalogs.length).toBeGreaterThanOrEqual(6);
  expect(catalogs.filter((file) => gzip(file) > 4000)).toEqual([]);
});

test('the editor of pictures costs at most 8.0 kB gzip more, in a chunk of its own', () => {
  const editor = chunks().filter((file) => textOf(file).includes('rg-editor'));

  expect(editor.map((file) => file.replace(/-.*/, ''))).toEqual(['c/edit']);
  expect(gzip(editor[0] ?? '')).toBeLessThanOrEqual(8000);
});

test('the renderer of pictures is in no chunk but its own', () => {
  const drawing = chunks().filter((file) => textOf(file).includes('snapdom'));

  expect(drawing.map((file) => file.replace(/-.*/, ''))).toEqual(['c/take']);
});

test('no byte of the validation library reaches a browser', () => {
  const files = ['widget.js', 'index.js', ...chunks()];

  expect(files.filter((file) => /ZodError|\$ZodType|_zod\b/.test(textOf(file)))).toEqual([]);
});

test('the script tag stays a classic script and serves no source map', () => {
  const code = textOf('widget.js');

  expect(code.startsWith('//# allFunctionsCalledOnLoad\n(()=>{')).toBe(true);
  expect(code).not.toMatch(/import\.meta|sourceMappingURL|^import /m);
  expect(readdirSync(join(folder, 'c')).filter((name) => name.endsWith('.map'))).toEqual([]);
});
