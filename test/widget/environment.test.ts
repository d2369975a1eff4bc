import { expect, test } from 'vitest';
import { readPage, withdraw } from '#widget/capture/environment.ts';
import { fitContext } from '#widget/capture/fit-context.ts';
import { scrubUrl } from '#widget/capture/scrub-url.ts';
import { captureContext } from '#shared/wire/capture.ts';

const browser = {
  location: { href: 'https://crm.example/pay/42?token=s3cret#access=1' },
  document: { title: 'Оплаты', referrer: 'https://crm.example/login?next=/pay&code=123456' },
  navigator: { userAgent: 'Browser/1', language: 'ru' },
  innerWidth: 1280.4,
  innerHeight: 800,
  devicePixelRatio: 1.5,
} as unknown as Window;
const page = { ...readPage(browser), timezone: 'Asia/Tashkent' };

test.each([
  ['query and hash go', 'https://crm.example/pay?token=1#t=2', 'https://crm.example/pay'],
  ['credentials go', 'https://anna:pass@crm.example/pay', 'https://crm.example/pay'],
  ['a port stays', 'http://localhost:3000/demo', 'http://localhost:3000/demo'],
  ['a file is not named', 'file:///home/anna/contract.html', ''],
  ['a data address is not kept', 'data:text/html,secret', ''],
  ['nonsense is nothing', 'not an address', ''],
])('an address: %s', (_case, address, kept) => {
  expect(scrubUrl(address)).toBe(kept);
});

test('the context carries no secret of an address and fits the wire', () => {
  const context = fitContext({ ...page, appVersion: '4.2.1', extra: { branch: 'Центр' } });

  expect(context).toEqual({
    page: 'https://crm.example/pay/42',
    title: 'Оплаты',
    referrer: 'https://crm.example/login',
    userAgent: 'Browser/1',
    viewport: { width: 1280, height: 800, pixelRatio: 1.5 },
    language: 'ru',
    timezone: 'Asia/Tashkent',
    appVersion: '4.2.1',
    extra: { branch: 'Центр' },
  });
  expect(captureContext.safeParse(context).success).toBe(true);
});

test('long values of a host are cut to what the wire takes', () => {
  const long = 'x'.repeat(5000);
  const context = fitContext({
    ...page,
    title: long,
    userAgent: long,
    appVersion: long,
    extra: { [long]: long },
  });

  expect(captureContext.safeParse(context).success).toBe(true);
});

test('a person withdraws items one by one', () => {
  const context = { ...page, appVersion: '4.2.1', extra: { branch: 'Центр', till: '2' } };
  const kept = withdraw(context, ['page', 'viewport', 'extra.branch']);

  expect(Object.keys(kept).toSorted()).toEqual([
    'appVersion',
    'extra',
    'language',
    'referrer',
    'timezone',
    'title',
    'userAgent',
  ]);
  expect(kept.extra).toEqual({ till: '2' });
  expect(withdraw(context, ['extra.branch', 'extra.till']).extra).toBeUndefined();
});

test('what is empty does not go along, nor a recorded line that a person took out', () => {
  const line = (second: number, text: string) =>
    ({ at: `2026-11-22T13:20:0${second}.000Z`, level: 'log', text }) as const;
  const context = { title: '', console: [line(1, 'a'), line(2, 'b')], extra: {} };

  expect(withdraw(context, ['console.2026-11-22T13:20:01.000Z'])).toEqual({
    console: [line(2, 'b')],
  });
  expect(withdraw(context, ['console'])).toEqual({});
});

test('a name that the cut goes through in the middle of a character loses its half', () => {
  const { extra } = fitContext({ extra: { ['я'.repeat(59) + '\u{1F600}']: 'x', 'a\u0000b': 'y' } });

  expect(extra).toEqual({ ['я'.repeat(59)]: 'x', ab: 'y' });
});
