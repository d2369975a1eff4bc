import { expect, test } from 'vitest';
import { importsOf, projectFiles, readSource } from '#test/support/sources.ts';

const sources = projectFiles().filter((path) => path.endsWith('.ts') && !path.startsWith('test/'));

/** Parts of the house, the narrowest first; a file belongs to the first one that fits. */
const parts: readonly { readonly name: string; readonly has: (path: string) => boolean }[] = [
  { name: 'settings', has: (path) => path.endsWith('.config.ts') },
  { name: 'shared', has: (path) => path.startsWith('shared/') },
  { name: 'framework types', has: (path) => path.startsWith('widget/frameworks/') },
  { name: 'widget', has: (path) => path.startsWith('widget/') },
  { name: 'bitrix-app', has: (path) => path.startsWith('bitrix-app/') },
  { name: 'desk', has: (path) => path.startsWith('server/desk/') },
  { name: 'demo pages', has: (path) => path.startsWith('server/demo/pages/') },
  { name: 'policy', has: (path) => path.startsWith('server/policy/') },
  { name: 'server', has: (path) => path.startsWith('server/') },
];
const partOf = (path: string) => parts.find(({ has }) => has(path))?.name ?? 'package';

/** What each part may import of ours besides itself. */
const directions: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  'framework types': ['widget'],
  widget: ['shared'],
  'bitrix-app': ['widget', 'shared'],
  desk: ['widget', 'shared'],
  'demo pages': ['shared'],
  policy: ['shared'],
  server: ['shared', 'policy'],
};

/** Packages each part may use; the server may use all. */
const packages: Readonly<Record<string, readonly RegExp[]>> = {
  shared: [/^zod$/],
  'framework types': [/^react$/, /^vue$/, /^reglament$/],
  widget: [/^lit(\/|$)/, /^@zumer\/snapdom$/],
  desk: [/^lit(\/|$)/],
  'demo pages': [],
  policy: [/^zod$/],
};

const edges = sources
  .filter((path) => partOf(path) !== 'settings')
  .flatMap((path) => importsOf(path).map((edge) => ({ path, part: partOf(path), ...edge })));

test('there is something to look at', () => {
  expect(edges.length).toBeGreaterThan(200);
});

test('imports of our own files go one way', () => {
  const wrong = edges.filter(({ part, target }) => {
    const to = partOf(target);
    return to !== 'package' && to !== part && !directions[part]?.includes(to);
  });

  expect(wrong.map(({ path, target }) => `${path} → ${target}`)).toEqual([]);
});

test('each part keeps to its packages', () => {
  const wrong = edges.filter(
    ({ part, target }) =>
      partOf(target) === 'package' &&
      part in packages &&
      !packages[part]?.some((allowed) => allowed.test(target)),
  );

  expect(wrong.map(({ path, target }) => `${path} → ${target}`)).toEqual([]);
});

test('nothing that ships imports a test', () => {
  expect(edges.filter(({ target }) => target.startsWith('test/'))).toEqual([]);
});

test('the browser imports shapes of messages as types only, so that no validator ships', () => {
  const wrong = edges.filter(
    ({ part, target, typeOnly }) =>
      ['widget', 'desk'].includes(part) && target.startsWith('shared/wire/') && !typeOnly,
  );

  expect(wrong.map(({ path, target }) => `${path} → ${target}`)).toEqual([]);
});

test('no slice reaches into the routes of another, but routes that answer the same way', () => {
  const slice = (path: string) => /^server\/features\/([^/]+)\//.exec(path)?.[1];
  const wrong = edges.filter(({ path, target }) => {
    const [from, to] = [slice(path), slice(target)];
    return (
      from && to && from !== to && target.endsWith('.routes.ts') && !path.endsWith('.routes.ts')
    );
  });

  expect(wrong.map(({ path, target }) => `${path} → ${target}`)).toEqual([]);
});

test('what decides reads no clock, no chance and no machine: they are passed in', () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\)|\bDate\(\)|\b(performance|process|globalThis|crypto)\.|\bMath\.random\b|\b(fetch|setTimeout|setInterval|queueMicrotask)\(/;
  const pure = sources.filter((path) => ['shared', 'policy'].includes(partOf(path)));
  const reading = (path: string) =>
    readSource(path)
      .split('\n')
      .filter((line) => !/^\s*(\/?\*|\/\/)/.test(line) && impure.test(line))
      .map((line) => `${path}: ${line.trim()}`);

  expect(pure.length).toBeGreaterThan(40);
  expect(pure.flatMap(reading)).toEqual([]);
});
