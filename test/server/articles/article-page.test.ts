import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('an article for users is no page of the web', async () => {
  expect((await published('closed', 'users', 'x')).status).toBe(404);
  expect((await fetch(`${desk.server.url}/articles/nobody/open`)).status).toBe(404);
});
