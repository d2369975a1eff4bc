import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '#server/csv.ts';

const cellsOf = (text: string) => {
  const read = readCsv(text);
  return read.ok ? read.value.map(({ cells }) => cells) : read.failure;
};

test.each([
  [
    'commas',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'semicolons, with commas in the cells',
    'a;b\n1,5;2\n',
    [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  ],
  ['a byte order mark', '\uFEFFa,b\n', [['a', 'b']]],
  [
    'no line end at the end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'line ends of Windows and of old Macs',
    'a,b\r\n1,2\r3,4',
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    'a mark, a line end and a quotation in quotes',
    'a,b\n"1,\n""x""",2',
    [
      ['a', 'b'],
      ['1,\n"x"', '2'],
    ],
  ],
  [
    'empty cells, the last one too',
    'a,b,c\n,2,\n1,,',
    [
      ['a', 'b', 'c'],
      ['', '2', ''],
      ['1', '', ''],
    ],
  ],
  [
    'lines with nothing on them',
    'a,b\n\n,\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['one column', 'a\n1', [['a'], ['1']]],
  ['nothing', '', []],
])('reads %s', (_case, text, rows) => {
  expect(cellsOf(text)).toEqual(rows);
});

test('tells the line that each row begins on', () => {
  const read = readCsv('a,b\n"1\n1",2\r\n\r\n3,4');

  expect(read.ok && read.value.map(({ line }) => line)).toEqual([1, 2, 5]);
});

test.each([
  ['a quotation that no mark closes', 'a,b\n1,"2\n3,4', 2],
  ['a mark in the middle of a cell', 'a,b\n1,2\n3,4"5"', 3],
  ['words behind a closing mark', 'a,b\n"1"x,2', 2],
])('names the line of %s', (_case, text, line) => {
  expect(readCsv(text)).toEqual({ ok: false, failure: { line } });
});

describe('whatever is written by the rules', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'я', '"', ',', ';', '\n', '\r', ' ') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  const write = (rows: readonly (readonly string[])[]) =>
    rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n');

  test('is read as it was', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const header = ['h', 'h'];
        const expected = [header, ...rows.filter((row) => row.some((one) => one.trim() !== ''))];

        expect(cellsOf(write([header, ...rows]))).toEqual(expected);
      }),
    );
  });

  test('and anything else is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r') }), (text) => {
        expect(typeof readCsv(text).ok).toBe('boolean');
      }),
    );
  });
});
