import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { locales } from '#shared/vocabulary.ts';
import { root } from '#test/support/sources.ts';
import { chooseLocale, readSettings } from '#widget/launcher/settings.ts';
import { loadCatalog, wordsOf } from '#widget/words.ts';

const source = (path: string) => readFileSync(join(root, path), 'utf8');

test('the launcher says the same word as the catalogs', async () => {
  const loader = source('widget/loader.ts');
  for (const locale of locales) {
    const { t } = wordsOf(locale, await loadCatalog(locale));
    expect(loader).toMatch(new RegExp(`\\b${locale}'?: '${t('launcher.label')}'`));
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
  ['Uzbek in Cyrillic letters', ['uz-Cyrl'], 'uz-Cyrl'],
  ['the same of a country, in small letters', ['uz-cyrl-UZ', 'ru'], 'uz-Cyrl'],
  ['Uzbek in Latin letters by name', ['uz-Latn-UZ'], 'uz'],
  ['Russian where too large', ['kk', null], 'ru'],
] as const)('language: %s', (_case, wishes, locale) => {
  expect(chooseLocale(...wishes.map((wish) => () => wish))).toBe(locale);
});

/** What a script tag with these attributes says on a page in Uzbek. */
function settingsOf(dataset: Record<string, string>, src = 'https://support.example/widget.js') {
  const querySelector = (selector: string) => {
    if (selector.includes('[[')) throw new SyntaxError(selector);
    return null;
  };
  return readSettings({ dataset, src }, {
    documentElement: { lang: 'uz' },
    querySelector,
  } as never);
}

test('settings: a key is enough', () => {
  vi.stubGlobal('navigator', { language: 'en' });
  expect(settingsOf({ key: 'modme' })).toEqual({
    ok: true,
    value: {
      key: 'modme',
      api: 'https://support.example/',
      locale: 'uz',
      theme: 'auto',
      launcher: true,
      trigger: '[data-reglament-open]',
      position: 'right',
    },
  });
  expect(
    settingsOf({
      key: 'modme',
      launcher: 'off',
      trigger: '.help',
      position: 'left',
      offset: '8 96',
    }),
  ).toMatchObject({
    value: {
      launcher: false,
      trigger: '[data-reglament-open],.help',
      position: 'left',
      offset: ['8', '96'],
    },
  });
  expect(
    settingsOf({ key: 'modme' }, 'https://support.example/help/widget/0.1.0-21c38c3df1/widget.js'),
  ).toMatchObject({ value: { api: 'https://support.example/help/' } });
  vi.unstubAllGlobals();
});

test.each([
  [{}, 'data-key is missing'],
  [{ key: 'modme', theme: 'blue' }, 'data-theme="blue" is not light|dark|auto'],
  [{ key: 'modme', launcher: 'no' }, 'data-launcher="no" is not on|off'],
  [{ key: 'modme', position: 'top' }, 'data-position="top" is not left|right'],
  [{ key: 'modme', offset: '2em' }, 'data-offset="2em" is not \\d+( \\d+)?'],
  [{ key: 'modme', trigger: 'a[[' }, 'data-trigger="a[[" is not a selector'],
])('settings: %j are refused in one sentence', (dataset, failure) => {
  expect(settingsOf(dataset)).toEqual({ ok: false, failure });
});
