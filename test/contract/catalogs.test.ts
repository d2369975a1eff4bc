import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Message } from '#shared/i18n/catalog.ts';
import { cyrillicCatalog } from '#shared/i18n/cyrillic.ts';
import { locales } from '#shared/vocabulary.ts';
import { problemCodes } from '#shared/wire/problem.ts';
import { projectFiles, readSource, root } from '#test/support/sources.ts';

type Catalog = Readonly<Record<string, Message>>;

const folder = join(root, 'shared/i18n');
const surfaces = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

const load = async (surface: string, locale: string): Promise<Catalog> => {
  if (locale === 'uz-Cyrl') return cyrillicCatalog(await load(surface, 'uz'));
  // a pattern in its place is kept as the list of files that there were when this file was last read
  const path = join(folder, surface, `${locale}.ts`);
  const module = (await import(path)) as Record<string, Catalog>;
  return module[locale] ?? {};
};
const textsOf = (message: Message): string[] =>
  typeof message === 'string'
    ? [message]
    : Object.values(message).filter((text) => text !== undefined);
const slotsOf = (message: Message): string[] =>
  [...new Set(textsOf(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].toSorted();

describe.each(surfaces.map(({ name }) => name))('catalog of the %s', (surface) => {
  test.each(locales.filter((locale) => locale !== 'en'))(
    '%s has the keys and slots of English',
    async (locale) => {
      const [source, other] = [await load(surface, 'en'), await load(surface, locale)];

      expect(Object.keys(other).toSorted()).toEqual(Object.keys(source).toSorted());
      const differing = Object.keys(source).filter(
        (key) => slotsOf(source[key]!).join() !== slotsOf(other[key]!).join(),
      );
      expect(differing).toEqual([]);
    },
  );

  test('every plural has the forms its language asks for', async () => {
    const wrong: string[] = [];
    for (const locale of locales) {
      const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      for (const [key, message] of Object.entries(await load(surface, locale))) {
        if (typeof message === 'string') continue;
        if (needed.some((form) => message[form] === undefined)) wrong.push(`${locale} ${key}`);
      }
    }

    expect(wrong).toEqual([]);
  });

  test('Uzbek is written with its own letters: oʻ gʻ with U+02BB, tutuq with U+02BC', async () => {
    const wrong = Object.entries(await load(surface, 'uz')).filter(([, message]) =>
      textsOf(message).some((text) => /[a-zʻʼ]['’‘`][a-z]|[og]['’‘`ʼ]/i.test(text)),
    );

    expect(wrong).toEqual([]);
  });

  test('no sentence is empty, shouts or apologises', async () => {
    const wrong: string[] = [];
    for (const locale of locales) {
      for (const [key, message] of Object.entries(await load(surface, locale))) {
        if (textsOf(message).some((text) => text.trim() === '' || text.includes('!')))
          wrong.push(`${locale} ${key}`);
      }
    }

    expect(wrong).toEqual([]);
  });
});

test('every problem has a sentence, and every sentence a problem', async () => {
  const told = await load('problems', 'en');
  const toldAtDesk = await load('desk-problems', 'en');
  const keys = [...Object.keys(told), ...Object.keys(toldAtDesk)];

  expect(keys.toSorted()).toEqual([...problemCodes].toSorted());
});

test('every problem is given by some part of the server', () => {
  const giving = projectFiles()
    .filter(
      (path) =>
        path !== 'server/http/problem-reply.ts' &&
        /^server\/(app|features\/.*|http\/.*|policy\/.*)\.ts$/.test(path),
    )
    .map(readSource)
    .join('\n');

  expect(problemCodes.filter((code) => !giving.includes(`'${code}'`))).toEqual([]);
});
