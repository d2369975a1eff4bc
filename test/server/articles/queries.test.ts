import { afterAll, beforeAll, expect, test } from 'vitest';
import { readableByAgents } from '#server/features/articles/readable.ts';
import { searchArticles } from '#server/features/articles/search-articles.ts';
import { createArticle } from '#server/features/articles/create-article.ts';
import { publishArticle } from '#server/features/articles/publish-article.ts';
import { demoAgent } from '#server/demo/seed.ts';
import { didox24Articles } from '#test/support/articles/didox24.ts';
import { jokercrmArticles } from '#test/support/articles/jokercrm.ts';
import { modmeArticles } from '#test/support/articles/modme.ts';
import { moidokumentyArticles } from '#test/support/articles/moidokumenty.ts';
import { queries } from '#test/support/articles/queries.ts';
import { technokadArticles } from '#test/support/articles/technokad.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const library = [
  ...modmeArticles,
  ...didox24Articles,
  ...moidokumentyArticles,
  ...technokadArticles,
  ...jokercrmArticles,
];
const tenantId = 'modme';

let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  for (const { slug, texts } of library) {
    const draft = { slug, visibility: 'public', texts } as const;
    const made = await createArticle(server.deps, tenantId, demoAgent, draft, slug);
    if (!made.ok) throw new Error(made.failure.code);
    await publishArticle(
      server.deps,
      { tenantId, id: made.value },
      'publish',
      demoAgent,
      undefined,
    );
  }
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const search = (question: string, locale: 'ru' | 'uz' = 'ru') =>
  searchArticles(server.deps, tenantId, { question, locale, readable: readableByAgents, limit: 5 });

test('there are forty articles and sixty questions', () => {
  expect(library).toHaveLength(40);
  expect(new Set(queries.map(([question]) => question)).size).toBe(60);
});

test.each(queries)('«%s» → %s', async (question, slug) => {
  const found = await search(question);

  expect(found[0]?.slug).toBe(slug);
});

test('what has the words themselves stands before what has their stems; what is alike is found where neither is', async () => {
  const own = 'didox24';
  const find = async (question: string) => {
    const asked = { question, locale: 'ru', readable: readableByAgents, limit: 5 } as const;
    return (await searchArticles(server.deps, own, asked)).map(({ slug }) => slug);
  };
  const publish = async (slug: string, title: string) => {
    const texts = { ru: { title, summary: '', body: 'x' } };
    const draft = { slug, visibility: 'public', texts } as const;
    const made = await createArticle(server.deps, own, demoAgent, draft, slug);
    if (!made.ok) throw new Error(made.failure.code);
    await publishArticle(
      server.deps,
      { tenantId: own, id: made.value },
      'publish',
      demoAgent,
      undefined,
    );
  };
  await publish('mistyped', 'Квитонция');
  expect(await find('квитанция')).toEqual(['mistyped']);
  await publish('stem', 'Квитанции');
  await publish('exact', 'Квитанция');

  expect(await find('квитанция')).toEqual(['exact', 'stem']);
});

test('what is found by Uzbek words is shown in the language of its reader', async () => {
  expect((await search('qarzni yopish', 'ru'))[0]?.title).toBe('Как закрыть долг ученика');
  expect((await search('закрыть долг', 'uz'))[0]?.title).toContain('qarzini');
});

test.each(['', '?!', "'", "a' | !b:*", '\\', 'ъь', '%_'])(
  '«%s» breaks nothing',
  async (question) => {
    expect(await search(question)).toBeInstanceOf(Array);
  },
);

test('what nobody wrote about is not found', async () => {
  expect(await search('синхрофазотрон')).toEqual([]);
});
