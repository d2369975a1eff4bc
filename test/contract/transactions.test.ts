import { expect, test } from 'vitest';
import { projectFiles, readSource } from '#test/support/sources.ts';

const begins = projectFiles().filter(
  (path) => /^server\/.*\.ts$/.test(path) && /\.transaction\(/.test(readSource(path)),
);

test('a transaction that is undone for another one is done again: features begin none by themselves', () => {
  expect(begins).toContain('server/db/transact.ts');
  expect(begins.filter((path) => !/^server\/(db|jobs)\//.test(path))).toEqual([]);
});
