import { expect, test } from 'vitest';
import { captureContext } from '#shared/wire/capture.ts';
import { environmentRows } from '#desk/text/environment-rows.ts';
import { wordsOf } from '#desk/text/words.ts';

/** Shown below in lists of their own. */
const isRecorded = (key: string) => ['console', 'failedRequests', 'trail'].includes(key);

const context = {
  page: '/reports',
  title: 'Отчёты',
  referrer: '/home',
  userAgent: 'Mozilla/5.0 Chrome/141.0',
  viewport: { width: 1280, height: 800, pixelRatio: 1 },
  language: 'ru',
  timezone: 'Asia/Tashkent',
  appVersion: '4.18.2',
  extra: {
    screen: 'Оплаты',
    branch: 'Центр',
    page: '/stream/',
    deal: '8061',
    dealTitle: 'Поставка кирпича',
    till: '3',
  },
};

test.each(['ru', 'uz', 'en'] as const)(
  'everything that came along has a name in words, but for what one host page named itself: %s',
  (locale) => {
    const names = environmentRows(wordsOf(locale), context).map(([name]) => name);
    const keys = Object.keys(captureContext.shape).filter((key) => !isRecorded(key)).length - 1;

    expect(names).toHaveLength(keys + Object.keys(context.extra).length);
    expect(names.filter((name) => /^[a-z]+([A-Z][a-z]+)*$/.test(name))).toEqual(['till']);
  },
);

test('what did not come along is left out', () => {
  expect(environmentRows(wordsOf('ru'), { extra: { screen: 'Оплаты' } })).toEqual([
    ['Экран', 'Оплаты'],
  ]);
});
