import { expect, test } from 'vitest';
import { guestApi, invitationOf } from '#desk/guest/guest-api.ts';
import { guestWords } from '#desk/guest/guest-words.ts';
import { zoneName } from '#desk/text/zone-name.ts';

test.each([
  ['#vendor=jokercrm&token=gst_1', { vendor: 'jokercrm', token: 'gst_1' }],
  ['#vendor=jokercrm', undefined],
  ['', undefined],
])('the address %s holds an invitation or none', (hash, invitation) => {
  expect(invitationOf(hash)).toEqual(invitation);
});

test('S3.3.8.1 DSK: the token of a guest travels in a header and never in an address', async () => {
  const asked: [string, RequestInit][] = [];
  const api = guestApi(
    (path, init) => {
      asked.push([path, init]);
      return Promise.resolve(Response.json({}));
    },
    { vendor: 'jokercrm', token: 'gst_secret' },
  );
  await api.thread();
  await api.write('Настроил', 'k');

  expect(asked.map(([path]) => path)).toEqual(['/v1/guest/thread', '/v1/guest/messages']);
  expect(asked.map(([, init]) => new Headers(init.headers).get('authorization'))).toEqual([
    'Bearer gst_secret',
    'Bearer gst_secret',
  ]);
});

test('a guest is spoken to in the first language of their browser that we speak', () => {
  expect(guestWords(['kk', 'uz-UZ', 'ru']).locale).toBe('uz');
  expect(guestWords(['kk']).say('send')).toBe('Отправить сообщение');
});

test.each([
  ['Asia/Tashkent', 'UTC+5, Asia/Tashkent'],
  ['Asia/Kolkata', 'UTC+5:30, Asia/Kolkata'],
])('the zone of all times on the guest’s page is said by name and offset: %s', (zone, said) => {
  expect(zoneName(zone, Date.parse('2026-11-22T08:00:00Z'))).toBe(said);
});
