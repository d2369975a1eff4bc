import { describe, expect, test } from 'vitest';
import { keyAct } from '#desk/keys.ts';
import {
  clampQueueWidth,
  homeVendor,
  readPreferences,
  writePreferences,
} from '#desk/preferences.ts';
import {
  outboxHref,
  parseRoute,
  queueHref,
  sectionHref,
  signInToken,
  ticketHref,
} from '#desk/routes.ts';
import { browserName } from '#desk/text/browser-name.ts';
import { bytesText } from '#desk/text/bytes.ts';

describe('routes', () => {
  test.each([
    ['', { page: 'home' }],
    ['#/', { page: 'home' }],
    [queueHref('modme'), { page: 'queue', vendor: 'modme' }],
    [ticketHref('modme', 'tck_1'), { page: 'queue', vendor: 'modme', ticketId: 'tck_1' }],
    [outboxHref('modme'), { page: 'outbox', vendor: 'modme' }],
    [sectionHref('modme', 'api-keys'), { page: 'section', vendor: 'modme', section: 'api-keys' }],
    [
      sectionHref('modme', 'api-keys', 'key_1'),
      { page: 'section', vendor: 'modme', section: 'api-keys', item: 'key_1' },
    ],
    ['#/modme/api-keys/a/b', { page: 'home' }],
    ['#/modme/tck_1/att_1', { page: 'queue', vendor: 'modme', ticketId: 'tck_1', file: 'att_1' }],
    ['#/modme/outbox/a', { page: 'home' }],
    ['#/modme/a/<x>', { page: 'home' }],
    ['#/modme/a/b/c', { page: 'home' }],
    ['#/mod%2Fme', { page: 'home' }],
    ['#/modme/<x>', { page: 'queue', vendor: 'modme' }],
  ])('%s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  test('only a sign-in link carries a token', () => {
    expect(signInToken('#token=abc_-9')).toBe('abc_-9');
    expect(signInToken('#/modme/tck_1')).toBeUndefined();
  });
});

describe('keys', () => {
  const press = (code: string, key: string, held: Partial<KeyboardEvent> = {}) => ({
    code,
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  });

  test.each([
    ['J on a Russian layout', press('KeyJ', 'о'), 'next'],
    ['K', press('KeyK', 'k'), 'previous'],
    ['R on a Russian layout', press('KeyR', 'к'), 'reply'],
    ['I', press('KeyI', 'i'), 'question'],
    ['N', press('KeyN', 'n'), 'note'],
    ['? on a Latin layout', press('Slash', '?', { shiftKey: true }), 'help'],
    ['? on a Russian layout', press('Digit7', '?', { shiftKey: true }), 'help'],
    ['? by its place', press('Slash', ',', { shiftKey: true }), 'help'],
    ['Ctrl+R reloads', press('KeyR', 'r', { ctrlKey: true }), undefined],
    ['Shift+N', press('KeyN', 'N', { shiftKey: true }), undefined],
    ['any other', press('KeyQ', 'q'), undefined],
  ])('%s', (_case, pressed, act) => {
    expect(keyAct(pressed, false)).toBe(act);
  });

  test('belong to the field while somebody writes', () => {
    expect(keyAct(press('KeyR', 'r'), true)).toBeUndefined();
    expect(keyAct(press('Slash', '?', { shiftKey: true }), true)).toBeUndefined();
  });
});

describe('preferences', () => {
  const storage = (stored: string | null) => ({ getItem: () => stored });

  test('come back as they were kept', () => {
    const kept: string[] = [];
    const preferences = { locale: 'uz', theme: 'dark', queueWidth: 400 } as const;
    writePreferences({ setItem: (_key, value) => void kept.push(value) }, preferences);

    expect(readPreferences(storage(kept[0] ?? ''), ['ru'])).toEqual(preferences);
  });

  test.each([
    ['the browser’s language', null, ['uz-UZ', 'ru'], 'uz'],
    ['the first that we speak', null, ['kk', 'en-GB'], 'en'],
    ['Russian where we speak none', null, ['kk'], 'ru'],
    ['and nothing of a broken record', '{"locale":"xx"', ['en'], 'en'],
  ])('start with %s', (_case, stored, languages, locale) => {
    expect(readPreferences(storage(stored), languages)).toMatchObject({ locale, theme: 'system' });
  });

  test('hold the queue between 320 and 460 pixels', () => {
    expect([100, 372.4, 900, NaN].map(clampQueueWidth)).toEqual([320, 372, 460, 372]);
  });
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36',
    'Chrome 141, Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) Chrome/141.0 YaBrowser/25.10 Safari/537.36',
    'Yandex 25, Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1',
    'Safari 18, iOS 18.1',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140, Linux'],
  ['curl/8.0', 'curl/8.0'],
])('%s is said as %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});

test('sizes of files are said in the reader’s units', () => {
  expect(bytesText('ru', 512)).toBe('512 Б');
  expect(bytesText('ru', 186_400)).toBe('186 КБ');
  expect(bytesText('uz', 1_240_000)).toBe('1,2 MB');
  expect(bytesText('en', 1_240_000)).toBe('1.2 MB');
});

test('the desk opens where the agent was, else where somebody waits, else at the first', () => {
  const desks = [
    { key: 'didox24', open: 0 },
    { key: 'modme', open: 2 },
  ];
  const [quiet, busy] = desks;

  expect(homeVendor(desks, 'didox24')).toBe(quiet);
  expect(homeVendor(desks, 'gone')).toBe(busy);
  expect(homeVendor([{ key: 'didox24', open: 0 }], undefined)).toMatchObject({ key: 'didox24' });
  expect(homeVendor([], undefined)).toBeUndefined();
});
