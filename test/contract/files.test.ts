import { expect, test } from 'vitest';
import { projectFiles, readSource } from '#test/support/sources.ts';

const files = projectFiles();
const code = files.filter((path) => path.endsWith('.ts'));
const shipped = code.filter(
  (path) => !path.startsWith('test/') && !path.startsWith('shared/i18n/'),
);
const lines = (path: string) => readSource(path).split('\n').length;

test('the root holds the house and nothing else', () => {
  const allowed = [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'README.md',
    'LICENSE',
    'Dockerfile',
    '.gitignore',
    '.npmrc',
    '.dockerignore',
    '.ci',
    'widget',
    'bitrix-app',
    'server',
    'shared',
    'test',
  ];
  const strangers = [...new Set(files.map((path) => path.split('/')[0] ?? ''))].filter(
    (name) => !allowed.includes(name),
  );

  expect(strangers).toEqual([]);
});

test('files are small: half of them under 80 lines, none above 250', () => {
  const sizes = shipped.map(lines).toSorted((a, b) => a - b);

  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(80);
  expect(shipped.filter((path) => lines(path) > 250)).toEqual([]);
});

test('what the README points to is there, and every npm script it names', () => {
  const readme = readSource('README.md');
  const { scripts } = JSON.parse(readSource('package.json')) as { scripts: object };
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, to = '']) => to);
  const run = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);

  expect(links.filter((to) => !files.some((path) => `${path}/`.startsWith(`${to}/`)))).toEqual([]);
  expect(run.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test('no barrels: an index only where it is the entry of a package', () => {
  const barrels = code.filter(
    (path) => /(^|\/)index\.ts$/.test(path) && path !== 'widget/index.ts',
  );

  expect(barrels).toEqual([]);
});

test('no test is skipped, focused or left to do', () => {
  const left = code.filter((path) =>
    /\b(it|test|describe)\.(skip|only|todo|fails)\b/.test(readSource(path)),
  );

  expect(left).toEqual([]);
});

test('nothing unfinished is admitted in code that ships', () => {
  expect(shipped.filter((file) => /\b(TODO|FIXME|HACK|XXX)\b/.test(readSource(file)))).toEqual([]);
});

test('the word «mock» stands in nothing a person can reach', () => {
  const reachable = files.filter(
    (file) =>
      !file.startsWith('test/') &&
      !file.startsWith('package') &&
      /\.(ts|html|css|json|md)$/.test(file),
  );

  expect(reachable.filter((file) => /mock/i.test(file) || /mock/i.test(readSource(file)))).toEqual(
    [],
  );
});
