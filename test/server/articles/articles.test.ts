import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleHit, ArticleList, ArticleView, DeskArticle } from '#shared/wire/articles.ts';
import { codeOf, device, requesterApi } from '#test/support/api.ts';
import { hostileTexts } from '#test/support/hostile-markdown.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let desk: Awaited<ReturnType<typeof rowDesk>>;

beforeAll(async () => {
  desk = await rowDesk();
});
afterAll(() => desk.close());

const text = (title: string, body = 'Текст') => ({ title, summary: 'Коротко', body });
const draft = (slug: string, more: object = {}) => ({
  slug,
  visibility: 'public',
  texts: { ru: text(`Статья ${slug}`) },
  ...more,
});

async function written(slug: string, more: object = {}, vendor = 'technokad'): Promise<string> {
  const made = await desk.post(vendor, '/articles', draft(slug, more));
  expect(made.status).toBe(201);
  return ((await made.json()) as { id: string }).id;
}
const act = async (id: string, name: 'publish' | 'archive', vendor = 'technokad') =>
  (await (await desk.post(vendor, `/articles/${id}/acts`, { act: name })).json()) as DeskArticle;
async function published(slug: string, more: object = {}, vendor = 'technokad'): Promise<string> {
  const id = await written(slug, more, vendor);
  await act(id, 'publish', vendor);
  return id;
}
const edit = (id: string, body: object, match?: string) =>
  desk.signedIn().put('technokad', `/articles/${id}`, body, match ? { 'if-match': match } : {});
const read = (slug: string, bearer: string | undefined, vendor = 'technokad', query = '') =>
  fetch(`${desk.server.url}/v1/articles/${slug}${query}`, {
    headers: {
      'x-widget-key': vendor,
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
  });

describe('who may read an article', () => {
  const seen = async (slug: string) => (await read(slug, undefined)).status;
  const found = async (word: string) => {
    const url = `${desk.server.url}/v1/articles?q=${encodeURIComponent(word)}&locale=ru`;
    const answer = await fetch(url, { headers: { 'x-widget-key': 'technokad' } });
    return ((await answer.json()) as { articles: ArticleHit[] }).articles.length;
  };
  const of = (slug: string, visibility: string, title = `Статья ${slug}`) =>
    draft(slug, { visibility, texts: { ru: text(title) } });

  test('are more only once the words are published that were written for them', async () => {
    const id = await published('widened', {
      visibility: 'contract',
      texts: { ru: text('Секрет') },
    });
    const edited = await edit(id, of('widened', 'public', 'Открытое'));
    const before = [await seen('widened'), await found('Секрет'), await found('Открытое')];
    const page = await fetch(`${desk.server.url}/articles/technokad/widened`);
    await edit(id, of('widened', 'users', 'Для своих'));
    await edit(id, of('widened', 'public', 'Открытое'));
    const still = await seen('widened');
    await act(id, 'publish');

    expect(await edited.json()).toMatchObject({
      visibility: 'public',
      publishedVersion: 1,
      readers: 'contract',
    });
    expect(before).toEqual([404, 0, 0]);
    expect(await page.text()).not.toContain('Секрет');
    expect(still).toBe(404);
    expect(await seen('widened')).toBe(200);
    expect(await found('Открытое')).toBe(1);
  });

  test('are fewer at once, also where more had been meant to', async () => {
    const id = await published('narrowed');
    await edit(id, of('narrowed', 'contract'));
    const narrowed = await seen('narrowed');
    await edit(id, of('narrowed', 'public'));
    await edit(id, of('narrowed', 'contract'));
    const shown = await act(id, 'publish');

    expect(narrowed).toBe(404);
    expect(shown).toMatchObject({ visibility: 'contract' });
    expect(await seen('narrowed')).toBe(404);
  });

  test('may be anybody for what nobody has yet', async () => {
    const id = await written('undecided', { visibility: 'contract' });
    await edit(id, of('undecided', 'public'));
    await act(id, 'publish');
    await act(id, 'archive');
    await edit(id, of('undecided', 'users'));
    await edit(id, of('undecided', 'public'));
    await act(id, 'publish');

    expect(await seen('undecided')).toBe(200);
  });
});

describe('an article at the desk', () => {
  test('has no address that leads elsewhere', async () => {
    const { paths } = (await (await fetch(`${desk.server.url}/v1/openapi.json`)).json()) as {
      paths: Record<string, unknown>;
    };
    const taken = Object.keys(paths).flatMap(
      (path) => /\/articles\/([a-z][a-z-]*)(?:\/|$)/.exec(path)?.[1] ?? [],
    );
    const id = await written('addressed');

    expect(taken).toContain('suggest');
    for (const slug of taken) {
      const made = await desk.post('technokad', '/articles', draft(slug));
      expect(await codeOf(made)).toEqual([400, 'article.slug_reserved']);
      expect(await codeOf(await edit(id, draft(slug)))).toEqual([400, 'article.slug_reserved']);
    }
  });

  test('is a draft until it is published, and gone from readers once it is archived', async () => {
    const id = await written('life');
    expect((await read('life', undefined)).status).toBe(404);

    expect(await act(id, 'publish')).toMatchObject({ state: 'published', publishedVersion: 1 });
    const shown = (await (await read('life', undefined)).json()) as ArticleView;
    expect(shown).toMatchObject({
      title: 'Статья life',
      locale: 'ru',
      version: 1,
      blocks: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'Текст' }] }],
      href: `${desk.server.url}/articles/technokad/life`,
    });

    expect(await act(id, 'archive')).toMatchObject({ state: 'archived', publishedVersion: null });
    expect(await codeOf(await read('life', undefined))).toEqual([404, 'article.not_found']);
  });

  test('keeps every version; readers have the published one until the next is', async () => {
    const id = await published('versions');
    await edit(id, draft('versions', { texts: { ru: text('Новое') } }));

    expect(await (await read('versions', undefined)).json()).toMatchObject({
      title: 'Статья versions',
    });
    const before = (await (
      await desk.get('technokad', `/articles/${id}?version=1`)
    ).json()) as DeskArticle;
    expect(before).toMatchObject({ shown: 1, version: 2, publishedVersion: 1 });
    expect(before.texts.ru?.title).toBe('Статья versions');
    expect(before.blocks.ru).toMatchObject([{ kind: 'paragraph' }]);
    expect(before.versions).toMatchObject([
      { version: 1, by: 'Специалист 1' },
      { version: 2, by: 'Специалист 1' },
    ]);

    await act(id, 'publish');
    expect(await (await read('versions', undefined)).json()).toMatchObject({ title: 'Новое' });
  });

  test('is not overwritten by who saw an older version', async () => {
    const id = await written('race');

    expect((await edit(id, draft('race'), '"1"')).status).toBe(200);
    expect(await codeOf(await edit(id, draft('race'), '"1"'))).toEqual([412, 'article.changed']);
    expect(await codeOf(await edit('art_none', draft('race-2')))).toEqual([
      404,
      'article.not_found',
    ]);
  });

  test('has an address of its own', async () => {
    await written('taken');
    const other = await written('free');

    const again = await desk.post('technokad', '/articles', draft('taken'));
    expect(await codeOf(again)).toEqual([409, 'article.slug_taken']);
    expect(await codeOf(await edit(other, draft('taken')))).toEqual([409, 'article.slug_taken']);
  });

  test('goes to one of those who ask for its address at once', async () => {
    const names = ['p', 'q', 'r', 's', 't', 'u'];
    const ids: string[] = [];
    for (const name of names) ids.push(await written(`rival-${name}`));
    const answers = await Promise.all(ids.map((id) => edit(id, draft('wanted'))));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  test('is found at its old address until the new one is published, and led on from there after it', async () => {
    const id = await published('moved-from');
    const page = (slug: string) =>
      fetch(`${desk.server.url}/articles/technokad/${slug}`, { redirect: 'manual' });
    await edit(id, draft('moved-to'));

    expect((await page('moved-from')).status).toBe(200);
    expect((await page('moved-to')).status).toBe(404);
    expect(await (await read('moved-from', undefined)).json()).toMatchObject({
      slug: 'moved-from',
      href: `${desk.server.url}/articles/technokad/moved-from`,
    });

    await act(id, 'publish');
    const moved = await page('moved-from');
    expect([moved.status, moved.headers.get('location')]).toEqual([
      308,
      `${desk.server.url}/articles/technokad/moved-to`,
    ]);
    expect((await page('moved-to')).status).toBe(200);
    expect(await (await read('moved-from', undefined)).json()).toMatchObject({ slug: 'moved-to' });
    const other = await desk.post('technokad', '/articles', draft('moved-from'));
    expect(await codeOf(other)).toEqual([409, 'article.slug_taken']);
  });

  test('that was never published gives its old address up', async () => {
    const id = await written('never-from');
    await edit(id, draft('never-to'));

    await written('never-from');
  });

  test('is shown as its readers will see it while it is written, and nothing is stored', async () => {
    const shown = await desk.post('technokad', '/articles/preview', { body: '# A\n\n<b>x</b>' });

    expect([shown.status, await shown.json()]).toEqual([
      200,
      {
        blocks: [
          { kind: 'heading', level: 2, children: [{ kind: 'text', text: 'A' }] },
          {
            kind: 'paragraph',
            children: [
              { kind: 'text', text: '<b>' },
              { kind: 'text', text: 'x' },
              { kind: 'text', text: '</b>' },
            ],
          },
        ],
      },
    ]);
  });

  test.each(['stars', 'quotes', 'lists'])(
    'is not stored where nobody could read it: %s',
    async (name) => {
      const wild = draft('wild', { texts: { ru: text('Вложено', hostileTexts[name]) } });
      const id = await written(`tame-${name}`);
      const refused = await desk.post('technokad', '/articles', wild);

      expect(await refused.json()).toMatchObject({
        status: 422,
        code: 'article.too_nested',
        fields: ['texts.ru.body'],
      });
      expect(await codeOf(await edit(id, wild))).toEqual([422, 'article.too_nested']);
    },
  );

  test('that was stored before texts were looked at is shown as it was written', async () => {
    const id = await published('wild');
    const { client } = desk.database;
    await client.unsafe(
      `update article_texts set body = repeat('> ', 4000) where article_id = '${id}'`,
    );

    expect((await read('wild', undefined)).status).toBe(200);
    expect((await desk.get('technokad', `/articles/${id}`)).status).toBe(200);
    expect((await fetch(`${desk.server.url}/articles/technokad/wild`)).status).toBe(200);
  });

  test('holds no password', async () => {
    const told = draft('secret', { texts: { ru: text('Вход', 'Пароль: Qwerty4711') } });
    const refused = await desk.post('technokad', '/articles', told);

    expect(await codeOf(refused)).toEqual([422, 'field.secret_in_text']);
    const id = await written('no-secret');
    expect(await codeOf(await edit(id, told))).toEqual([422, 'field.secret_in_text']);
  });

  test('is published once, however often it is asked for, and the log says so', async () => {
    const id = await published('once');
    await act(id, 'publish');
    const events = await desk.database.client.unsafe(
      `select kind from ticket_events where body like '%${id}%' order by seq`,
    );

    expect(events.map(({ kind }) => kind)).toEqual(['article_added', 'article_published']);
  });

  test('pages of the list are steady while articles are added', async () => {
    const made: string[] = [];
    for (const name of ['a', 'b', 'c']) made.push(await written(`page-${name}`, {}, 'didox24'));
    const page = async (query: string) =>
      (await (await desk.get('didox24', `/articles?${query}`)).json()) as ArticleList;

    const first = await page('limit=2');
    await written('page-d', {}, 'didox24');
    const second = await page(`limit=2&after=${first.next}`);

    expect([...first.articles, ...second.articles].map(({ id }) => id)).toEqual(made.toReversed());
    expect(second.next).toBeNull();
    expect((await page('state=published')).articles).toEqual([]);
  });
});

describe('who may read', () => {
  test.each([
    ['public', [200, 200, 200, 200]],
    ['users', [404, 404, 200, 200]],
    ['contract', [404, 404, 404, 200]],
  ])(
    '%s: nobody known, a browser, somebody signed in, a contract',
    async (visibility, expected) => {
      await published(`for-${visibility}`, { visibility });
      const signed = (sub: string, more: object = {}) =>
        desk.server.signAsHost('technokad', { sub, name: 'N', ...more } as never);
      const holder = await desk.bearerOf('technokad');
      const bearers = [undefined, device(), await signed('somebody'), holder];

      const statuses: number[] = [];
      for (const bearer of bearers) statuses.push((await read(`for-${visibility}`, bearer)).status);
      expect(statuses).toEqual(expected);
    },
  );

  test('what somebody may not read is not found by its words either', async () => {
    await published('hidden', { visibility: 'users', texts: { ru: text('Фырчание насосов') } });
    const found = async (bearer: string) => {
      const api = requesterApi(desk.server, { vendor: 'technokad', bearer });
      const answer = await api.get(`/v1/articles?q=${encodeURIComponent('фырчание')}`);
      return ((await answer.json()) as { articles: ArticleHit[] }).articles.map(({ slug }) => slug);
    };

    expect(await found(device())).toEqual([]);
    expect(await found(await desk.bearerOf('technokad'))).toEqual(['hidden']);
  });

  test('an article is shown in the language of its reader, else in one that there is', async () => {
    await published('languages', { texts: { ru: text('По-русски'), en: text('In English') } });
    const title = async (locale: string) =>
      (
        (await (await read('languages', undefined, 'technokad', `?locale=${locale}`)).json()) as {
          title: string;
        }
      ).title;

    expect([await title('ru'), await title('en'), await title('uz')]).toEqual([
      'По-русски',
      'In English',
      'По-русски',
    ]);
  });

  test('Uzbek is spelled in Cyrillic letters for who reads these; code, addresses and Russian stay', async () => {
    await published('cyrillic', {
      texts: {
        uz: {
          title: 'Qarzni yopish',
          summary: 'Toʻlovlar boʻlimi',
          body: '- **Toʻlov** sahifasini [oching](https://example.org/tolov), `qarz --yop`\n\n| Ish |\n|---|\n| Yopish |',
        },
      },
    });
    const view = (await (
      await read('cyrillic', undefined, 'technokad', '?locale=uz-Cyrl')
    ).json()) as ArticleView;

    expect(view).toMatchObject({
      locale: 'uz-Cyrl',
      title: 'Қарзни ёпиш',
      summary: 'Тўловлар бўлими',
    });
    const body = JSON.stringify(view.blocks);
    for (const kept of [
      '"Тўлов"',
      '"очинг"',
      'https://example.org/tolov',
      '"qarz --yop"',
      '"Ёпиш"',
    ])
      expect(body).toContain(kept);
    const api = requesterApi(desk.server, { vendor: 'technokad', bearer: device() });
    const found = async (locale: string) =>
      (
        (await (await api.get(`/v1/articles?q=qarzni+yopish&locale=${locale}`)).json()) as {
          articles: ArticleHit[];
        }
      ).articles.map((hit) => [hit.locale, hit.title]);
    expect(await found('uz-Cyrl')).toEqual([['uz-Cyrl', 'Қарзни ёпиш']]);
    expect(await found('uz')).toEqual([['uz', 'Qarzni yopish']]);
  });

  test('an article of one vendor is none of another', async () => {
    await published('own');

    expect((await read('own', undefined, 'modme')).status).toBe(404);
    const found = await requesterApi(desk.server, { vendor: 'modme' }).get('/v1/articles?q=own');
    expect(await found.json()).toEqual({ articles: [] });
  });
});
