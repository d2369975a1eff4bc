import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedArticleHref } from '#server/features/articles/article-link.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let desk: Awaited<ReturnType<typeof rowDesk>>;

beforeAll(async () => {
  desk = await rowDesk();
});
afterAll(() => desk.close());

async function published(slug: string, visibility: string, body: string): Promise<Response> {
  const texts = { ru: { title: 'Заголовок <b>', summary: 'Коротко', body } };
  const made = await desk.post('didox24', '/articles', { slug, visibility, texts });
  const { id } = (await made.json()) as { id: string };
  await desk.post('didox24', `/articles/${id}/acts`, { act: 'publish' });
  return fetch(`${desk.server.url}/articles/didox24/${slug}`);
}

test('S1.3.2.12 KB: a link to a public article opens without a login', async () => {
  const page = await published('open', 'public', '## Раздел\n\n1. раз\n2. **два**');
  const text = await page.text();

  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('set-cookie')).toBeNull();
  expect(text).toContain('<h1>Заголовок &lt;b&gt;</h1>');
  expect(text).toMatch(/<h2>Раздел<\/h2>[\s\S]*<ol start="1">[\s\S]*<strong>два<\/strong>/);
});

test('nothing of an article becomes markup', async () => {
  const page = await published(
    'markup',
    'public',
    '<script>alert(1)</script>\n\n[x](javascript:alert(1)) `<i>` <img src=x onerror=y>\n\n| <u> |\n|---|\n| <u> |',
  );
  const text = await page.text();

  expect(text).not.toMatch(/<script|<img|<i>|<u>|javascript:alert\(1\)"/);
  expect(text).toContain('&lt;script&gt;');
});

test('an article for users looks like none at all, and the page says how to get in', async () => {
  const closed = await published('closed', 'users', 'Для своих');
  const none = await fetch(`${desk.server.url}/articles/didox24/nothing`);
  const [text, other] = [await closed.text(), await none.text()];

  expect([closed.status, none.status]).toEqual([404, 404]);
  expect(closed.headers.get('cache-control')).toBe('no-store');
  expect(text.replaceAll('/closed', '/nothing')).toBe(other);
  expect(text).toContain('по ссылке из письма');
  expect((await fetch(`${desk.server.url}/articles/nobody/open`)).status).toBe(404);
});

test('a key from a letter opens its article for thirty days, and no other', async () => {
  await published('keyed', 'contract', 'Для договоров');
  await published('beside', 'contract', 'Другое');
  const { deps, url } = desk.server;
  const read = async (address: string) => {
    const page = await fetch(address);
    return [page.status, (await page.text()).includes('Для договоров')];
  };
  const address = signedArticleHref(deps, 'didox24', 'keyed');
  const key = new URL(address).searchParams.get('key') ?? '';
  const days = 86_400_000;
  const early = { ...deps, now: () => deps.now() - 31 * days };

  expect(await read(address)).toEqual([200, true]);
  expect(await read(`${url}/articles/didox24/beside?key=${key}`)).toEqual([404, false]);
  expect(await read(`${url}/articles/modme/keyed?key=${key}`)).toEqual([404, false]);
  expect(await read(address.slice(0, -1))).toEqual([404, false]);
  expect(await read(signedArticleHref(early, 'didox24', 'keyed'))).toEqual([404, false]);
  const page = await fetch(address);
  expect(await page.text()).toContain(`?lang=uz&amp;key=${key}`);
  expect([page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual([
    'no-referrer',
    'no-store',
  ]);
});
