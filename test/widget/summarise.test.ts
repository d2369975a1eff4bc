import { expect, test } from 'vitest';
import { scrubText } from '#shared/scrub/scrub-text.ts';
import { consoleText, summarise } from '#widget/record/summarise.ts';

test.each([
  ['a text', 'a', 'a'],
  ['nothing', undefined, 'undefined'],
  ['null', null, 'null'],
  ['a large number', 12n, '12'],
  ['a function by its name', function save() {}, 'ƒ save'],
  ['an error by name and words', new TypeError('no total'), 'TypeError: no total'],
  [
    'an object one level deep',
    { id: 7, name: 'a', rows: [1, 2], more: {} },
    '{ id: 7, name: "a", rows: [2], more: {…} }',
  ],
  ['a list', [1, 'b', { c: 1 }], '[1, "b", {…}]'],
  [
    'a long list',
    Array.from({ length: 12 }, (_, index) => index),
    '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …]',
  ],
  ['a list with holes', Array.from({ length: 3 }), '[undefined, undefined, undefined]'],
  ['bytes by their number alone', new Uint8Array(5_000_000), 'Uint8Array(5000000)'],
  ['a secret by its name', { apiKey: 'abc', password: 'x' }, '{ apiKey: •••, password: ••• }'],
])('a value of a line: %s', (_case, value, text) => {
  expect(summarise(value)).toBe(text);
});

test('of a list only the first names are asked for, so that one of millions stops no page', () => {
  const asked: PropertyKey[] = [];
  const list = new Proxy(
    Array.from({ length: 1_000 }, () => 1),
    {
      ownKeys: (target) => {
        asked.push('all of them');
        return Reflect.ownKeys(target);
      },
    },
  );

  expect(summarise(list)).toBe('[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, …]');
  expect(asked).toEqual([]);
});

test('a getter is not run', () => {
  let runs = 0;
  const value = {
    get total() {
      runs += 1;
      return 1;
    },
  };

  expect(summarise(value)).toBe('{ total: … }');
  expect(runs).toBe(0);
});

test.each([
  ['places are filled', ['%s has %d', 'Anna', 3], 'Anna has 3'],
  ['colours are left out', ['%cSaved', 'color: red', 'twice'], 'Saved twice'],
  ['a place without a value stays', ['100 %s'], '100 %s'],
  ['values without a text', [1, 'b'], '1 b'],
])('a line of the console: %s', (_case, args, text) => {
  expect(consoleText(args)).toBe(text);
});

test('a line is cut', () => {
  expect(consoleText(['x'.repeat(5000)]).length).toBeLessThanOrEqual(600);
});

test.each([
  ['a card', '8600 1234 5678 9012', '8600 12'],
  ['a telephone', '+998901234567', '+99890'],
  ['a mail', 'ali.valiyev@example.uz', 'ali.va'],
  ['a passport', 'AA1234567', 'AA1234'],
  ['a password', 'password=Hunter2secret', 'Hunter'],
])('wherever a line is cut, no part of %s is left', (_case, secret, part) => {
  const told: string[] = [];
  for (let at = 0; at < 640; at += 1) {
    const before = '. '.repeat(at / 2) + ' '.repeat(at % 2);
    for (const said of [`${before}${secret}`, { note: `${before}${secret}` }, [before, secret]])
      told.push(scrubText(consoleText([said])), scrubText(consoleText(['%s', said])));
  }

  expect(told.filter((text) => text.includes(part))).toEqual([]);
});
