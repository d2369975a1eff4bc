import { expect, test } from 'vitest';
import { comesFromPortal, readEntryForm } from '#server/features/portals/entry-form.ts';
import { bitrix24Fixture, type PostFixture } from '#test/support/bitrix24-fixture.ts';

const posts = [
  'iframe-post-default',
  'iframe-post-install',
  'iframe-post-crm-deal-tab',
  'iframe-post-user-profile-menu',
  'iframe-post-rest-app-uri',
  'iframe-post-im-sidebar',
  'iframe-post-slider',
  'iframe-post-onprem-legacy',
] as const;
const { request } = bitrix24Fixture<PostFixture>('iframe-post-default');
const query = new URL(request.url).search;

test.each(posts)('%s is read as the portal meant it', (name) => {
  const { request: post } = bitrix24Fixture<PostFixture>(name);
  const read = readEntryForm(new URL(post.url).search, post.rawBody);

  expect(read).toMatchObject({
    ok: true,
    value: {
      domain: post.query['DOMAIN'],
      language: post.query['LANG'],
      memberId: post.body['member_id'],
      accessToken: post.body['AUTH_ID'],
      serverEndpoint: post.body['SERVER_ENDPOINT'],
      applicationToken: post.body['APPLICATION_TOKEN'],
      placement: post.body['PLACEMENT'],
      placementOptions: JSON.parse(post.body['PLACEMENT_OPTIONS'] ?? '{}'),
    },
  });
});

const domains = {
  'a user before it': 'alpha-fixture.bitrix24.ru@attacker.example',
  'a path': 'alpha-fixture.bitrix24.ru/evil',
  'a line end': 'alpha-fixture.bitrix24.ru\r\nx: y',
  'letters of another script': 'альфа.bitrix24.ru',
  'a dot at its end': 'alpha-fixture.bitrix24.ru.',
  '300 characters': `${'a.'.repeat(145)}bitrix24.ru`,
  localhost: 'localhost',
  'an inner address': '192.168.1.5',
  'the address of machine facts': '169.254.169.254',
  'an address as one number': '2130706433',
  'an address of version 6': '[::1]',
  'port 0': 'alpha-fixture.bitrix24.ru:0',
  'port 65536': 'alpha-fixture.bitrix24.ru:65536',
  'a word for a port': 'alpha-fixture.bitrix24.ru:https',
  nothing: '',
};
test.each(Object.entries(domains))('a domain with %s is none', (_, domain) => {
  const asked = new URLSearchParams({ DOMAIN: domain, PROTOCOL: '1', LANG: 'ru' });

  expect(readEntryForm(asked.toString(), request.rawBody)).toEqual({
    ok: false,
    failure: 'domain',
  });
});

test('the same host is the same however it is written', () => {
  const domainOf = (domain: string) => {
    const read = readEntryForm(`DOMAIN=${encodeURIComponent(domain)}`, request.rawBody);
    return read.ok && read.value.domain;
  };

  expect(domainOf('Alpha-Fixture.Bitrix24.RU:443')).toBe('alpha-fixture.bitrix24.ru');
  expect(domainOf('portal.romashka.example:8443')).toBe('portal.romashka.example:8443');
  expect(domainOf('xn--80aswg.xn--p1ai')).toBe('xn--80aswg.xn--p1ai');
});

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const changed = (change: (form: URLSearchParams) => void) => {
  const form = new URLSearchParams(request.rawBody);
  change(form);
  return form.toString();
};
test.each([
  [
    'a key that comes twice',
    changed((form) => form.append('AUTH_ID', 'x'.repeat(70))),
    'malformed',
  ],
  ['a list', changed((form) => form.append('AUTH_ID[]', 'x'.repeat(70))), 'malformed'],
  ['a key of every object', changed((form) => form.append('__proto__', 'x')), 'malformed'],
  ['a JSON text', '{"AUTH_ID":"x"}', 'malformed'],
  [
    '101 fields',
    changed((form) => range(101).forEach((i) => form.append(`f${i}`, ''))),
    'malformed',
  ],
  ['no token', changed((form) => form.delete('AUTH_ID')), 'token'],
  ['an empty token', changed((form) => form.set('AUTH_ID', '')), 'token'],
  [
    'a token with a line end',
    changed((form) => form.set('AUTH_ID', `${'x'.repeat(32)}\n`)),
    'token',
  ],
  ['a token of 513 characters', changed((form) => form.set('AUTH_ID', 'x'.repeat(513))), 'token'],
  ['no portal', changed((form) => form.delete('member_id')), 'member'],
  ['a portal of another shape', changed((form) => form.set('member_id', '../../etc')), 'member'],
])('a form with %s is refused', (_, body, failure) => {
  expect(readEntryForm(query, body)).toEqual({ ok: false, failure });
});

test('options that are no object of texts count as none', () => {
  const { values } = bitrix24Fixture<{ values: string[] }>('iframe-post-odd-options');
  const read = values.map((options) => {
    const form = readEntryForm(
      query,
      changed((fields) => fields.set('PLACEMENT_OPTIONS', options)),
    );
    return form.ok ? form.value.placementOptions : form.failure;
  });

  expect(values.length).toBeGreaterThan(8);
  expect(read).toEqual(values.map(() => ({})));
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test('a token of events that is no short text is left out, not the person', () => {
  const read = readEntryForm(
    query,
    changed((form) => form.set('APPLICATION_TOKEN', 'x'.repeat(200))),
  );

  expect(read).toMatchObject({ ok: true, value: { applicationToken: undefined } });
});

test.each([
  [undefined, true],
  ['null', true],
  ['https://alpha-fixture.bitrix24.ru', true],
  ['https://alpha-fixture.bitrix24.ru:443', true],
  ['https://attacker.example', false],
  ['https://alpha-fixture.bitrix24.ru.attacker.example', false],
  ['https://attacker.example@alpha-fixture.bitrix24.ru', false],
  ['file://alpha-fixture.bitrix24.ru', false],
])('a form that comes from %s: %s', (origin, comes) => {
  expect(comesFromPortal(origin, 'alpha-fixture.bitrix24.ru')).toBe(comes);
});

test.each([
  ['a frame', 'iframe', true],
  ['a page of its own', 'document', false],
  ['what no browser says', undefined, true],
])('a form of a page that keeps its origin to itself, for %s: %s', (_, destination, comes) => {
  expect(comesFromPortal('null', 'alpha-fixture.bitrix24.ru', destination)).toBe(comes);
});
