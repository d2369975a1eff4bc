import { locales } from '#shared/vocabulary.ts';
import { expect, test } from 'vitest';
import { packOf } from '#test/support/policies.ts';
import { policyWith } from '#test/support/pack-variants.ts';
import { attributes, policyPages, pageOf, publicUrl, vendors } from '#test/support/policy-page.ts';

const app = policyPages();

test.each(vendors)('S0.2.1 PUB: anybody reads the page of %s, without a cookie', async (vendor) => {
  const answer = await app.request(`/policy/${vendor}`);

  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  expect(answer.headers.get('set-cookie')).toBeNull();
});

test('all five vendors have a page', () => {
  expect(vendors).toEqual(['didox24', 'jokercrm', 'modme', 'moidokumenty', 'technokad']);
});

test.each(vendors)(
  'S0.2.1 PUB: the page of %s works without scripts and inline styles',
  async (vendor) => {
    const html = await pageOf(app, `/policy/${vendor}?lang=ru`);

    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:|<iframe|<form/i);
    expect(attributes(html, 'link', 'href').filter((href) => href.endsWith('.css'))).toEqual([
      '/policy/policy.css',
    ]);
  },
);

test('nothing may run in the page or frame it', async () => {
  const answer = await app.request('/policy/modme');
  const policy = answer.headers.get('content-security-policy') ?? '';

  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/script-src|unsafe-inline/);
});

test('the stylesheet comes from the server, for light, dark and paper', async () => {
  const answer = await app.request('/policy/policy.css');
  const css = await answer.text();

  expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(css).toContain('prefers-color-scheme: dark');
  expect(css).toContain('@media print');
  expect(css).not.toMatch(/@import|url\((?!#hatch\))/);
});

test('a page that has not changed is not sent twice, and changes with its language', async () => {
  const first = await app.request('/policy/modme?lang=ru');
  const tag = first.headers.get('etag') ?? '';
  const second = await app.request('/policy/modme?lang=ru', { headers: { 'if-none-match': tag } });
  const other = await app.request('/policy/modme?lang=uz', { headers: { 'if-none-match': tag } });

  expect(tag).toMatch(/^"[^"]+"$/);
  expect(first.headers.get('cache-control')).toBe('public, max-age=60');
  expect(second.status).toBe(304);
  expect(await second.text()).toBe('');
  expect(second.headers.get('cache-control')).toBe('public, max-age=60');
  expect(other.status).toBe(200);
});

test('within a minute the tag stays, after it the page is another', async () => {
  const tagAt = async (at: string) =>
    (await policyPages(undefined, at).request('/policy/modme?lang=ru')).headers.get('etag');

  const tag = await tagAt('2026-11-22T13:20:00Z');

  expect(await tagAt('2026-11-22T13:20:59Z')).toBe(tag);
  expect(await tagAt('2026-11-22T13:21:00Z')).not.toBe(tag);
});

test.each([
  ['ru', '/policy/modme?lang=ru', undefined],
  ['uz', '/policy/modme?lang=uz', 'ru'],
  ['en', '/policy/modme?lang=en', undefined],
  ['uz', '/policy/modme', 'uz-Latn-UZ,uz;q=0.9,ru;q=0.8'],
  ['en', '/policy/modme', 'de, fr;q=0.9, en;q=0.5'],
  ['ru', '/policy/modme', 'de'],
  ['ru', '/policy/modme', 'en;q=0'],
  ['ru', '/policy/modme', undefined],
  ['ru', '/policy/modme?lang=xx', undefined],
])('the page is in %s: %s, reader %s', async (locale, path, reader) => {
  const answer = await app.request(path, {
    headers: reader ? { 'accept-language': reader } : {},
  });

  expect(answer.headers.get('content-language')).toBe(locale);
  expect(answer.headers.get('vary')).toBe('accept-language');
  expect(await answer.text()).toContain(`<html lang="${locale}">`);
});

test.each(locales)('every sentence of the page in %s has its slots filled', async (lang) => {
  for (const vendor of vendors) {
    expect(await pageOf(app, `/policy/${vendor}?lang=${lang}`)).not.toMatch(
      /\{\w+\}|undefined|\[object/,
    );
  }
});

test.each(['/policy/nobody', '/policy/__proto__', '/policy/modme.json', '/policy/MODME'])(
  'a vendor nobody knows has no page: %s',
  async (path) => {
    const answer = await app.request(path);

    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'request.not_found', status: 404 });
  },
);

test('S2.3.5.3 PUB: the address of the page always leads to the current edition', async () => {
  const later = policyWith({
    edition: '2026-12-01',
    editionDate: '2026-12-01',
    validFrom: '2026-12-01',
    title: { ru: 'Новая политика', uz: 'Yangi siyosat', en: 'New policy' },
    cases: packOf('modme.2025-11-25.json').cases.slice(0, 1),
  });
  const both = [later, policyWith({})];
  const titleAt = async (at: string) => {
    const html = await pageOf(policyPages(both, at), '/policy/modme?lang=en');
    return /<h1>([^<]*)<\/h1>/.exec(html)?.[1];
  };

  expect(await titleAt('2026-11-30T18:59:00Z')).toBe('Technical support policy');
  // midnight in Tashkent
  expect(await titleAt('2026-11-30T19:00:00Z')).toBe('New policy');
});

test('search engines learn one address a language', async () => {
  const html = await pageOf(app, '/policy/technokad?lang=uz');

  expect(html).toContain(`<link rel="canonical" href="${publicUrl}/policy/technokad?lang=uz" />`);
  expect(attributes(html, 'link', 'hreflang')).toEqual([...locales]);
});
