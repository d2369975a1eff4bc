import { describe, expect, test } from 'vitest';
import type { DeskArticle } from '#shared/wire/articles.ts';
import { itemOfNew, newOf } from '#desk/sections/articles/article-views.ts';
import { slugOf } from '#desk/sections/articles/slug-of.ts';
import {
  begunIn,
  blankArticle,
  draftOf,
  isStored,
  lackingIn,
  withValue,
  writtenUpon,
} from '#desk/sections/articles/written-article.ts';
import { linkedArticles } from '#desk/text/article-links.ts';

test.each([
  ['Как закрыть долг ученика?', 'kak-zakryt-dolg-uchenika'],
  ['Oʻquvchining qarzi — 2', 'oquvchining-qarzi-2'],
  ['Ўқувчи ғояси', 'oquvchi-goyasi'],
  ['«…»', ''],
  ['Щ'.repeat(40), 'sch'.repeat(27).slice(0, 80)],
])('the name in addresses of %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

describe('an article that is written', () => {
  const typed = (values: Readonly<Record<string, string>>) =>
    Object.entries(values).reduce(
      (article, [name, value]) => withValue(article, name, value, name),
      blankArticle('first'),
    );

  test('takes its address from its title until somebody writes another', () => {
    expect(typed({ 'ru.title': 'Долг' }).values['slug']).toBe('dolg');
    expect(typed({ 'ru.title': 'Долг', 'uz.title': 'Qarz' }).values['slug']).toBe('dolg');
    const own = withValue(typed({ slug: 'debt' }), 'ru.title', 'Долг', 'k');
    expect([own.values['slug'], own.key]).toEqual(['debt', 'k']);
  });

  test('lacks what was begun and not finished, in no language else', () => {
    const half = typed({ 'ru.title': 'Долг', 'ru.body': ' ', 'en.title': 'Debt', 'en.body': 'x' });

    expect([begunIn(half), lackingIn(half)]).toEqual([['ru', 'en'], ['ru']]);
  });

  test('is stored where the server holds the same words, however they were spaced', () => {
    const mine = typed({ 'ru.title': ' Долг ', 'ru.body': 'Текст\n' });
    const theirs = { ...draftOf(mine), version: 4 } as unknown as DeskArticle;

    expect(isStored(mine, theirs)).toBe(true);
    expect(isStored(withValue(mine, 'visibility', 'users', 'k'), theirs)).toBe(false);
    expect(writtenUpon(theirs, 'k').seen).toBe(4);
  });
});

test('the address of a new article says for which wish it is written', () => {
  const wish = { task: 'atk_1', ticket: 'tck_2' };

  expect(newOf(itemOfNew(wish))).toEqual(wish);
  expect([newOf(itemOfNew()), newOf('art_1'), newOf('new-x')]).toEqual([
    null,
    undefined,
    undefined,
  ]);
});

describe('articles at the end of a reply', () => {
  const block = (slug: string, vendor = 'modme') =>
    `Статья ${slug}\nhttps://help.example/articles/${vendor}/${slug}`;

  test('are taken from its words, in their order', () => {
    expect(
      linkedArticles(['Вот.\n\nИ ещё.', block('a'), block('b')].join('\n\n'), 'modme'),
    ).toEqual({
      text: 'Вот.\n\nИ ещё.',
      links: [
        { title: 'Статья a', href: 'https://help.example/articles/modme/a' },
        { title: 'Статья b', href: 'https://help.example/articles/modme/b' },
      ],
    });
  });

  test.each([
    ['of another vendor', block('a', 'didox24')],
    ['of another scheme', 'Статья\njavascript://help.example/articles/modme/a'],
    ['with words behind them', `${block('a')}\n\nСпасибо`],
    ['without a title', 'https://help.example/articles/modme/a'],
  ])('but none %s', (_case, text) => {
    expect(linkedArticles(text, 'modme')).toEqual({ text, links: [] });
  });
});
