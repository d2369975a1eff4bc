import { expect, test } from 'vitest';
import { resembles, sharedWords } from '#server/policy/search/resemblance.ts';
import { askedWords } from '#server/policy/search/words.ts';

test.each([
  ['other forms of the words', 'Не могу закрыть долги у ученика', 'Как закрыть долг ученика', true],
  ['three words of four', 'Перенос лицензии на ноутбук', 'Перенос лицензии на компьютер', false],
  [
    'most words of a long title',
    'Межевой план, выгрузка не идёт, XML',
    'Межевой план: выгрузка XML для Росреестра',
    true,
  ],
  ['one word of many', 'Межевание участка', 'Межевой план: выгрузка XML', false],
  ['a title of one word names too little', 'Квитанция не открылась', 'Квитанции', false],
  ['words that say nothing do not count', 'Что это и как', 'Как это и что', false],
  ['Uzbek in its letters and in Cyrillic', 'Қарзни ёпиш керак', 'Qarzni yopish', true],
  ['short words are whole', 'ЭП не та', 'ЭЦП и ЭП', false],
  ['nothing written', '', 'Как закрыть долг', false],
])('a text is about what a title names: %s', (_case, text, title, expected) => {
  expect(resembles(text, title)).toBe(expected);
});

test('a word of a heading counts once, however often it is written', () => {
  expect(sharedWords('Долг и долги', askedWords('долг долга долгу'))).toBe(2);
  expect(sharedWords('Долг, долг', askedWords('долг'))).toBe(1);
});
