import { expect, test } from 'vitest';
import { linkedArticles } from '#widget/form/linked-articles.ts';

const given = ['debt', 'refund'].map((slug) => ({
  slug,
  title: `О ${slug}`,
  locale: 'ru' as const,
  href: `https://desk.example/articles/modme/${slug}`,
}));
const behind = (slug: string) => `Старое имя\nhttps://desk.example/articles/modme/${slug}`;

test.each([
  ['one article behind the words', `Смотрите.\n\n${behind('debt')}`, 'Смотрите.', ['debt']],
  [
    'two behind two paragraphs',
    `Раз.\n\nДва.\n\n${behind('debt')}\n\n${behind('refund')}`,
    'Раз.\n\nДва.',
    ['debt', 'refund'],
  ],
  ['none', 'Смотрите.\n\nИ ещё.', 'Смотрите.\n\nИ ещё.', []],
  [
    'one that was not given',
    `Смотрите.\n\n${behind('other')}`,
    `Смотрите.\n\n${behind('other')}`,
    [],
  ],
  [
    'an address among words of an agent stays',
    'Вот: https://desk.example/articles/modme/debt',
    'Вот: https://desk.example/articles/modme/debt',
    [],
  ],
])('%s', (_case, text, said, slugs) => {
  const found = linkedArticles(text, given);

  expect(found.text).toBe(said);
  expect(found.articles.map(({ slug }) => slug)).toEqual(slugs);
});
