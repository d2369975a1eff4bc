import { expect, test } from 'vitest';
import { projectFiles, readSource } from '#test/support/sources.ts';

/** Where everything that is exported says what it is for. */
const documented = /^server\/(features|policy\/life|jobs|commands)\/.*\.ts$/;
const exported = /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/;
/** A type that is read off what stands before it, which says it. */
const derived = /^export type \w+ =\s*(?:\(?typeof |z\.infer<)/;

const lines = projectFiles()
  .filter((path) => documented.test(path))
  .flatMap((path) => {
    const all = readSource(path).split('\n');
    return all.map((line, at) => ({
      path,
      before: all[at - 1] ?? '',
      line: `${line} ${all[at + 1]?.trim() ?? ''}`,
    }));
  });

test('there is something to look at', () => {
  expect(lines.filter(({ line }) => exported.test(line)).length).toBeGreaterThan(600);
});

test('whatever a file gives to others says what it is for', () => {
  const silent = lines.flatMap(({ path, before, line }) => {
    const [, name] = exported.exec(line) ?? [];
    const says = before.trimEnd().endsWith('*/') || derived.test(line);
    return name === undefined || says ? [] : [`${path}: ${name}`];
  });

  expect(silent).toEqual([]);
});
