import { expect, test } from 'vitest';
import { wordsOf } from '#desk/text/words.ts';
import { refusedFields } from '#desk/sections/field-errors.ts';
import type { FieldSpec } from '#desk/sections/form-spec.ts';
import type { Problem } from '#shared/wire/problem.ts';

const fields: readonly FieldSpec[] = [
  { kind: 'text', name: 'name', label: 'Name' },
  { kind: 'moment', name: 'from', label: 'From', paths: ['works', 'works.from'] },
  { kind: 'moment', name: 'until', label: 'Until', paths: ['works.until'] },
  { kind: 'picks', name: 'scopes', label: 'Scopes', options: [] },
];

test.each<[string, Problem, readonly string[], boolean]>([
  ['a field by its name', { code: 'request.invalid', fields: ['name'] }, ['name'], false],
  [
    'a part of what a field holds',
    { code: 'request.invalid', fields: ['scopes.0'] },
    ['scopes'],
    false,
  ],
  [
    'the exact place before the whole',
    { code: 'request.invalid', fields: ['works.until'] },
    ['until'],
    false,
  ],
  ['the whole of several', { code: 'request.invalid', fields: ['works'] }, ['from'], false],
  [
    'something that no field holds',
    { code: 'request.invalid', fields: ['name', 'id'] },
    ['name'],
    true,
  ],
  ['no field at all', { code: 'service.unavailable' }, [], true],
])('a refusal lands under its field: %s', (_case, problem, names, whole) => {
  const refused = refusedFields(wordsOf('ru'), problem, fields);

  expect([Object.keys(refused.errors), refused.whole]).toEqual([names, whole]);
});

test('under a field stands why the server refused it, not that something is wrong somewhere', () => {
  const words = wordsOf('ru');
  const under = (problem: Problem) => refusedFields(words, problem, fields).errors['name'];

  expect(under({ code: 'request.invalid', fields: ['name'] })).toBe(
    'Так не принимается. Напишите иначе.',
  );
  expect(under({ code: 'release.exists', fields: ['name'] })).toBe(
    words.problem({ code: 'release.exists' }),
  );
});
