import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#test/support/sources.ts';
import { chooseLocale } from '#widget/launcher/settings.ts';
import { loadCatalog, wordsOf } from '#widget/words.ts';

const source = (path: string) => readFileSync(join(root, path), 'utf8');

test('the launcher says the same word as the catalogs', async () => {
  const loader = source('widget/loader.ts');
  for (const locale of ['ru', 'uz', 'en'] as const) {
    const { t } = wordsOf(locale, await loadCatalog(locale));
    expect(loader).toContain(`${locale}: '${t('launcher.label')}'`);
  }
});

test('the launcher wears the colours of the tokens', () => {
  const tokens = source('widget/tokens.styles.ts').toLowerCase();
  const colours = source('widget/launcher/launcher.styles.ts').match(/#[0-9A-F]{6}\b(?![0-9A-F])/g);

  expect(colours?.length).toBeGreaterThan(6);
  expect(colours?.filter((colour) => !tokens.includes(colour.toLowerCase()))).toEqual([]);
});

test.each([
  ['the wish of the host', ['uz', 'en', 'ru'], 'uz'],
  ['the language of the page', [undefined, 'en-US', 'ru'], 'en'],
  ['the language of the browser', ['', 'tr', 'ru-RU'], 'ru'],
  ['Russian where nothing fits', ['kk', null], 'ru'],
] as const)('language: %s', (_case, wishes, locale) => {
  expect(chooseLocale(...wishes)).toBe(locale);
});
