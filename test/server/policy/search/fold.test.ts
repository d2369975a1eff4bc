import { describe, expect, test } from 'vitest';
import { fold } from '#server/policy/search/fold.ts';
import { uzbekStem } from '#server/policy/search/uzbek-stem.ts';
import { askedWords, wordsOf } from '#server/policy/search/words.ts';

describe('one form for what is written differently', () => {
  test.each([
    ['Uzbek Latin with its own sign', 'Toʻlov', 'tolov'],
    ['with an apostrophe', "to'lov", 'tolov'],
    ['with a typographic one', 'to‘lov', 'tolov'],
    ['with a grave accent', 'to`lov', 'tolov'],
    ['Uzbek Cyrillic', 'ТЎЛОВ', 'tolov'],
    ['ў put together of two characters', 'тў'.normalize('NFD'), 'to'],
    ['gʻ', 'Bogʻlanish', 'boglanish'],
    ['ғ', 'боғланиш', 'boglanish'],
    ['sh and ch', 'Shartnoma, ochish', 'shartnoma, ochish'],
    ['ш and ч', 'шартнома, очиш', 'shartnoma, ochish'],
    ['q and k', 'qarz', 'karz'],
    ['қ', 'қарз', 'karz'],
    ['к typed for қ', 'карз', 'karz'],
    ['h, x, ҳ and х are one', 'hisob xato ҳисоб хато', 'hisob hato hisob hato'],
    ['tutuq', 'maʼlumot', 'malumot'],
    ['ъ', 'маълумот', 'malumot'],
    ['ng', 'yangi', 'yangi'],
    ['нг', 'янги', 'yangi'],
    ['yo', 'yozuv', 'ezuv'],
    ['Uzbek ё', 'ёзув', 'ezuv'],
    ['ye', 'yechim', 'echim'],
    ['Uzbek е', 'ечим', 'echim'],
    ['Russian ё with dots', 'счёт', 'schet'],
    ['and without', 'СЧЕТ', 'schet'],
    ['a name in either alphabet', '1С', '1s'],
    ['the same in Latin', '1C', '1s'],
    ['letters with accents', 'café', 'safe'],
  ])('%s', (_case, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('folding again changes nothing', () => {
    for (const text of ['Toʻlov oʻtmayapti', 'Счёт-фактура 1С', 'Қарздорлик', 'exchange'])
      expect(fold(fold(text))).toBe(fold(text));
  });
});

test.each([
  ['murojaatlarni', 'murojaat'],
  ['murojaatga', 'murojaat'],
  ['tolovlarning', 'tolov'],
  ['hisobdan', 'hisob'],
  ['dars', 'dars'],
])('the stem of %s is %s', (word, stem) => {
  expect(uzbekStem(word)).toBe(stem);
});

test('words keep their own letters for the dictionary, with е for ё and without apostrophes', () => {
  expect(wordsOf('Счёт №2: toʻlovlar')).toEqual([
    { plain: 'счет', folded: 'schet', stem: 'schet' },
    { plain: '2', folded: '2', stem: '2' },
    { plain: 'tolovlar', folded: 'tolovlar', stem: 'tolov' },
  ]);
});

test('a question is searched by its telling words, each once', () => {
  const asked = (question: string) => askedWords(question).map(({ folded }) => folded);

  expect(asked('Как мне закрыть долг, закрыть?')).toEqual(['zakrit', 'dolg']);
  expect(asked('Qanday qilib qarzni yopish mumkin')).toEqual(['karzni', 'epish']);
  expect(asked('как это')).toEqual(['kak', 'eto']);
  expect(asked('?!')).toEqual([]);
  expect(asked('1 2 3 4 5 6 7 8 9')).toHaveLength(8);
});

test('what is longer than a word is none', () => {
  expect(wordsOf('a'.repeat(61))).toEqual([]);
  expect(wordsOf('a'.repeat(60))).toHaveLength(1);
});
