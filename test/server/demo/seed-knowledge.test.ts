import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleList } from '#shared/wire/articles.ts';
import { seedDemoKnowledge } from '#server/demo/seed-knowledge.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
afterAll(() => rows.close());

const seed = () => seedDemoKnowledge(rows.server.deps, rows.server.deps.policies.vendors);
const articlesOf = async (vendor: string) =>
  ((await (await rows.get(vendor, '/articles')).json()) as ArticleList).articles;
const count = async (table: string) =>
  (await rows.database.client.unsafe(`select 1 from ${table} where tenant_id = 'modme'`)).length;

test('a desk that has an article of its own is left alone', async () => {
  const texts = { ru: { title: 'Своя', summary: 'Своя статья.', body: 'Текст.' } };
  await rows.post('technokad', '/articles', { slug: 'own', visibility: 'public', texts });
  await seed();

  expect((await articlesOf('technokad')).map(({ slug }) => slug)).toEqual(['own']);
});

test('the demo begins with published articles in three languages, a version, a known problem and news, once', async () => {
  await seed();
  await seed();
  const { didox24, modme } = {
    didox24: await articlesOf('didox24'),
    modme: await articlesOf('modme'),
  };

  for (const articles of [didox24, modme]) {
    expect(articles).toHaveLength(3);
    for (const { state, locales } of articles)
      expect([state, locales.toSorted()]).toEqual(['published', ['en', 'ru', 'uz']]);
  }
  expect(await Promise.all(['releases', 'known_problems', 'announcements'].map(count))).toEqual([
    1, 1, 1,
  ]);
});

test('what somebody writes brings an article of the demo', async () => {
  await seed();
  const { api } = await rows.open('modme');
  const asked = new URLSearchParams({ q: 'внёс оплату, долг остался', locale: 'ru' });
  const found = await api.get(`/v1/articles/suggest?${asked}`);

  expect(JSON.stringify(await found.json())).toContain('oplata-i-dolg');
});
