import { expect, test } from 'vitest';
import { describeEnvironment, withdraw, type PageFacts } from '#widget/capture/environment.ts';
import { scrubUrl } from '#widget/capture/scrub-url.ts';
import { captureContext } from '#shared/wire/ticket.ts';

const page: PageFacts = {
  href: 'https://crm.example/pay/42?token=s3cret#access=1',
  title: 'Оплаты',
  referrer: 'https://crm.example/login?next=/pay&code=123456',
  userAgent: 'Browser/1',
  width: 1280.4,
  height: 800,
  pixelRatio: 1.5,
  language: 'ru',
  timezone: 'Asia/Tashkent',
};

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
  const context = describeEnvironment(page, '4.2.1', { branch: 'Центр' });

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
  const context = describeEnvironment({ ...page, title: long, userAgent: long }, long, {
    [long]: long,
  });

  expect(captureContext.safeParse(context).success).toBe(true);
});

test('a person withdraws items one by one', () => {
  const context = describeEnvironment(page, '4.2.1', { branch: 'Центр', till: '2' });
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
