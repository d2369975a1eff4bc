import { expect, test } from 'vitest';
import { excerptOf } from '#server/policy/search/excerpt.ts';
import { askedWords } from '#server/policy/search/words.ts';

const marked = (text: string, question: string) => {
  const excerpt = excerptOf(text, askedWords(question));
  return {
    ...excerpt,
    words: excerpt.marks.map(([from, until]) => excerpt.text.slice(from, until)),
  };
};

test('a short text is shown whole, with the words marked in it', () => {
  const { text, words } = marked('Счёт не открылся, счет пуст', 'счёт');

  expect(text).toBe('Счёт не открылся, счет пуст');
  expect(words).toEqual(['Счёт', 'счет']);
});

test('a long text is shown around the first word that was found', () => {
  const long = `${'вступление '.repeat(30)}оплата долга ${'конец '.repeat(60)}`;
  const { text, words } = marked(long, 'долга');

  expect(words).toEqual(['долга']);
  expect(text.length).toBeLessThan(220);
  expect(text).toMatch(/^…вступление .*…$/);
});

test('Uzbek words are marked with their apostrophes and endings', () => {
  expect(marked('Bu toʻlovlarni koʻrmayapman', "to'lov").words).toEqual(['toʻlovlarni']);
});

test.each([
  ['Оплаты нет, оплатили вчера', 'оплатами', ['Оплаты', 'оплатили']],
  ['Отчёты сломались', 'сломанный отчет', ['Отчёты', 'сломались']],
  ['Долг ученика и должник', 'долг', ['Долг']],
])(
  'forms of a word that stands nowhere itself are marked: «%s» by «%s»',
  (text, question, found) => {
    expect(marked(text, question).words).toEqual(found);
  },
);

test('where nothing like the words is found, the beginning is shown', () => {
  expect(marked('Оплаты нет', 'договор')).toMatchObject({ text: 'Оплаты нет', marks: [] });
});
