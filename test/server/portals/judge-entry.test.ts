import { expect, test } from 'vitest';
import { readEntryForm } from '#server/features/portals/entry-form.ts';
import { judgeEntry, type Judgement } from '#server/features/portals/judge-entry.ts';
import { readTokenAnswer, type TokenFacts } from '#server/features/portals/oauth-app-info.ts';
import { bitrixOAuthHosts, likelySide } from '#server/features/portals/oauth-hosts.ts';
import { bitrix24Fixture, type PostFixture } from '#test/support/bitrix24-fixture.ts';

type Answers = Readonly<Record<string, { readonly body?: unknown }>>;
const answers = bitrix24Fixture<Answers>('oauth-app-info');
const portals = bitrix24Fixture<{ app: { client_id: string }; now: number }>('portals');

const formOf = (name: string) => {
  const { request } = bitrix24Fixture<PostFixture>(name);
  const read = readEntryForm(new URL(request.url).search, request.rawBody);
  if (!read.ok) throw new Error(read.failure);
  return read.value;
};
const alpha = formOf('iframe-post-default');
const factsOf = (name: string): TokenFacts => {
  const read = readTokenAnswer(answers[name]?.body);
  if (read.kind !== 'known') throw new Error(`${name}: ${read.kind}`);
  return read.facts;
};
const judgement: Judgement = {
  clientId: portals.app.client_id,
  formerDomains: [],
  now: portals.now * 1000,
  page: 'app',
  withoutTls: false,
};

test('a portal that its OAuth server knows is proven with the person who speaks', () => {
  expect(judgeEntry(alpha, factsOf('ok'), judgement)).toEqual({
    ok: true,
    value: {
      memberId: '035cb78ff4ca2653aa35b82538ba6ea5',
      userId: 7,
      domain: 'alpha-fixture.bitrix24.ru',
      origin: 'https://alpha-fixture.bitrix24.ru',
      restUrl: 'https://alpha-fixture.bitrix24.ru/rest/',
      installed: true,
      version: '3',
      status: 'F',
      scopes: ['placement', 'user_brief'],
      expiresAt: new Date('2026-01-01T01:00:00Z'),
    },
  });
});

test('a portal at a port keeps it, whoever of both leaves it out', () => {
  const form = { ...formOf('iframe-post-onprem-legacy'), domain: 'portal.romashka.example:8443' };
  const domains = [
    judgeEntry(form, factsOf('okOnPremisePort'), judgement),
    judgeEntry(form, factsOf('okOnPremise'), judgement),
  ].map((judged) => judged.ok && judged.value.domain);

  expect(domains).toEqual(['portal.romashka.example:8443', 'portal.romashka.example:8443']);
});

test('of the port of a portal the server’s word counts, then what it was before, then what is posted', () => {
  const posted = { ...formOf('iframe-post-onprem-legacy'), domain: 'portal.romashka.example:1337' };
  const judged = (answer: string, more: Partial<TokenFacts> = {}, formerDomains: string[] = []) => {
    const facts = { ...factsOf(answer), ...more };
    const found = judgeEntry(posted, facts, { ...judgement, formerDomains });
    return found.ok && [found.value.domain, found.value.restUrl, found.value.origin];
  };
  const host = 'portal.romashka.example';
  const clientEndpoint = `https://${host}:8443/rest/`;

  expect(judged('okOnPremise')).toEqual([
    `${host}:1337`,
    `https://${host}:1337/rest/`,
    `https://${host}:1337`,
  ]);
  expect(judged('okOnPremise', { clientEndpoint })).toEqual([
    `${host}:8443`,
    `https://${host}:8443/rest/`,
    `https://${host}:1337`,
  ]);
  expect(judged('okOnPremise', {}, [`${host}:8443`])).toEqual([
    `${host}:8443`,
    `https://${host}:8443/rest/`,
    `https://${host}:1337`,
  ]);
  expect(judged('okOnPremise', {}, [host])).toEqual([
    host,
    `https://${host}/rest/`,
    `https://${host}:1337`,
  ]);
  expect(judged('okOnPremisePort')).toBe(false);
});

test.each([
  ['a token of another app', 'otherApp', 'other_app'],
  ['a token of another portal', 'otherPortal', 'other_portal'],
  ['an app that is not installed', 'notInstalled', 'not_installed'],
  ['a name that the portal never had', 'domainMismatch', 'other_domain'],
])('%s proves nothing', (_, answer, failure) => {
  expect(judgeEntry(alpha, factsOf(answer), judgement)).toEqual({ ok: false, failure });
});

test('a valid token and another name is refused before anything is asked of that name', () => {
  const form = { ...alpha, domain: 'attacker.example' };

  expect(judgeEntry(form, factsOf('ok'), judgement)).toEqual({
    ok: false,
    failure: 'other_domain',
  });
});

test('a token at its end proves nothing', () => {
  const now = Date.parse('2026-01-01T01:00:00Z');

  expect(judgeEntry(alpha, factsOf('ok'), { ...judgement, now })).toEqual({
    ok: false,
    failure: 'expired',
  });
});

test('the page of the installer opens before the app counts as installed', () => {
  expect(judgeEntry(alpha, factsOf('notInstalled'), { ...judgement, page: 'install' }).ok).toBe(
    true,
  );
});

test('a portal that was renamed is the same under the name that it had', () => {
  const formerDomains = ['alpha-fixture.bitrix24.ru'];

  expect(
    judgeEntry(alpha, factsOf('domainMismatch'), { ...judgement, formerDomains }),
  ).toMatchObject({
    ok: true,
    value: {
      domain: 'alpha-renamed.bitrix24.ru',
      restUrl: 'https://alpha-renamed.bitrix24.ru/rest/',
    },
  });
});

test.each([
  'http://alpha-fixture.bitrix24.ru/rest/',
  'https://attacker.example/rest/',
  'https://user:secret@alpha-fixture.bitrix24.ru/rest/',
  'https://alpha-fixture.bitrix24.ru/rest',
  'https://alpha-fixture.bitrix24.ru/rest/?x=/rest/',
  'https://alpha-fixture.bitrix24.ru.attacker.example/rest/',
])('nothing is called at %s, and the person is proven all the same', (clientEndpoint) => {
  expect(judgeEntry(alpha, { ...factsOf('ok'), clientEndpoint }, judgement)).toMatchObject({
    ok: true,
    value: { userId: 7, restUrl: undefined },
  });
});

test('what a server leaves out or refuses is no proof', () => {
  const kinds = ['userIdMissing', 'expired', 'invalid', 'noAuth', 'payment', 'uninstalled', 'html'];
  const read = kinds.map((name) => readTokenAnswer(answers[name]?.body));

  expect(read.map((answer) => (answer.kind === 'refused' ? answer.code : answer.kind))).toEqual([
    'unreadable',
    'expired_token',
    'invalid_token',
    'NO_AUTH_FOUND',
    'PAYMENT_REQUIRED',
    'NOT_INSTALLED',
    'unreadable',
  ]);
});

const hosts = bitrixOAuthHosts;
test.each([
  ['what is kept', { kept: 'west', domain: 'a.bitrix24.ru' } as const, 'west'],
  [
    'what the portal names',
    { serverEndpoint: `${hosts.west}/rest/`, domain: 'a.bitrix24.ru' },
    'west',
  ],
  ['its zone', { domain: 'a.bitrix24.uz' }, 'east'],
  ['its zone, whatever port it has', { domain: 'a.example.kz:8443' }, 'east'],
  ['another zone', { domain: 'a.bitrix24.com' }, 'west'],
  [
    'its zone: another server is none',
    { serverEndpoint: 'https://attacker.example/rest/', domain: 'a.bitrix24.ru' },
    'east',
  ],
  [
    'its zone: a look-alike is none',
    { serverEndpoint: 'https://oauth.bitrix.info.attacker.example/', domain: 'a.bitrix24.ru' },
    'east',
  ],
  [
    'its zone: http is none',
    { serverEndpoint: 'http://oauth.bitrix.info/rest/', domain: 'a.bitrix24.ru' },
    'east',
  ],
  ['its zone: no address is none', { serverEndpoint: 'oauth', domain: 'a.bitrix24.ru' }, 'east'],
] as const)('the server is chosen by %s', (_, portal, side) => {
  expect(likelySide(hosts, portal)).toBe(side);
});
