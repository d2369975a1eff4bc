import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleList } from '#shared/wire/articles.ts';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { compilePolicy } from '#server/policy/packs.ts';
import { draftIsKept } from '#test/support/draft-is-kept.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { launcher, openHostPage } from '#test/support/journey.ts';
import { calendarYears } from '#test/support/policies.ts';
import { rowDesk } from '#test/support/row-desk.ts';
import { reloadUntouched } from '#test/support/reload-untouched.ts';

let row: Awaited<ReturnType<typeof rowDesk>>;
let browser: Browser;
beforeAll(async () => {
  // the browser goes by its own clock
  row = await rowDesk(new Date().toISOString());
  browser = await launchChromium();
  for (const vendor of ['technokad', 'jokercrm'])
    for (const [slug, title] of Object.entries(titles)) {
      const texts = { ru: { title, summary: 'Коротко о главном.', body } };
      const made = await row.post(vendor, '/articles', { slug, visibility: 'public', texts });
      const { id } = (await made.json()) as { id: string };
      await row.post(vendor, `/articles/${id}/acts`, { act: 'publish' });
    }
});
afterAll(async () => {
  await browser.close();
  await row.close();
});

const titles = {
  'plan-xml': 'Межевой план: выгрузка XML',
  'plan-check': 'Межевой план: проверка схемы перед отправкой',
  licence: 'Перенос лицензии на другой компьютер',
};
const body = [
  '## Порядок',
  '1. Откройте **план**',
  '2. Нажмите `Сформировать`',
  '',
  '> Протокол придёт [на почту](https://example.org/mail)',
  '',
  '| Код | Что делать |',
  '|---|---|',
  '| 4012 | <b>обновить</b> |',
].join('\n');

async function host(vendor: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    bypassCSP: true,
    reducedMotion: 'reduce',
    ...options,
  });
  return (await openHostPage(context, row.server, { page: 'portal', vendor })).page;
}

/** Opens the panel and writes a question that an article is about. */
async function write(page: Page, words: Readonly<Record<string, string>> = story) {
  await launcher(page).click();
  for (const [label, text] of Object.entries(words)) await page.getByLabel(label).fill(text);
}
const story = { 'Что делали': 'Открыл межевой план', 'Что получили': 'Выгрузка XML не идёт' };
const suggested = (page: Page) => page.locator('rg-suggest');
const title = (page: Page, name: string) =>
  suggested(page).getByRole('button', { name, exact: true });
const best = titles['plan-xml'];
const press = (page: Page) =>
  page.getByRole('button', { name: /^(Отправить|Подготовить)/ }).click();
const clean = async (page: Page) => [await axeComplaints(page), await sideways(page)];
const focusedText = (page: Page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent?.trim();
  });
/** What became of articles beside the newest ticket of a vendor. */
const usesOf = async (vendor: string) =>
  (
    await row.database.client.unsafe<{ slug: string; use: string }[]>(
      `select a.slug, u.use from article_uses u join articles a
         on a.tenant_id = u.tenant_id and a.id = u.article_id
       where u.tenant_id = $1 and u.ticket_id =
         (select id from tickets where tenant_id = $1 order by number desc limit 1)
       order by a.slug, u.use`,
      [vendor],
    )
  ).map(({ slug, use }) => `${slug} ${use}`);

/** How often an article helped without a ticket, as the desk counts it. */
async function helpedOf(vendor: string, slug: string): Promise<number | undefined> {
  const { articles } = (await (await row.get(vendor, '/articles')).json()) as ArticleList;
  return articles.find((one) => one.slug === slug)?.uses.helped;
}

/** The server lives by packs that want reading first as strictly as said, until the next call. */
function strictly(vendor: string, mode: 'suggest' | 'confirm' | 'require') {
  const { live } = row.server;
  const now = row.server.deps.now();
  const policies = live.registry.vendors.map((one) => live.registry.inForce(one, now)!);
  live.replace(
    policies.map((policy) => {
      const { pack } = policy;
      if (pack.vendor !== vendor) return policy;
      const { intake } = pack;
      const deflection = { ...intake.deflection, mode };
      return compilePolicy({ ...pack, intake: { ...intake, deflection } }, calendarYears);
    }),
  );
}

test.each([
  [1280, 'light'],
  [360, 'dark'],
] as const)(
  'S3.3.3.1 WID: what is written brings articles, which open in the panel; nothing moves and nothing is lost: %d px, %s',
  async (width, colorScheme) => {
    const touch = width === 360 ? { hasTouch: true, isMobile: true } : {};
    const page = await host('technokad', {
      viewport: { width, height: 740 },
      colorScheme,
      ...touch,
    });
    await write(page, {});
    const files = page.locator('rg-attachments');
    await page.getByLabel('Что делали').fill(story['Что делали']);
    const before = await files.boundingBox();
    await title(page, titles['plan-check']).waitFor();
    await suggested(page).getByRole('status').getByText('Нашлись 2 статьи').waitFor();
    expect(await files.boundingBox()).toEqual(before);
    expect(await clean(page)).toEqual([[], 0]);

    await suggested(page).getByRole('button', { name: 'Ещё 1' }).click();
    const overflow = () =>
      suggested(page).evaluate((block) => block.scrollHeight - block.clientHeight);
    expect(await overflow()).toBe(0);
    await title(page, best).click();
    const article = page.getByRole('dialog', { name: best });
    await article.getByRole('heading', { name: 'Порядок' }).waitFor();
    expect(await article.getByRole('cell').allInnerTexts()).toEqual(['4012', '<b>обновить</b>']);
    const link = article.getByRole('link', { name: 'на почту' });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await clean(page)).toEqual([[], 0]);
    if (width === 360) {
      const small = await article.getByRole('button').evaluateAll((buttons) =>
        buttons.flatMap((button) => {
          const box = button.getBoundingClientRect();
          return Math.min(box.width, box.height) < 44 ? [button.textContent] : [];
        }),
      );
      expect(small).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await article.waitFor({ state: 'hidden' });

    expect(await focusedText(page)).toBe(best);
    expect(await page.getByLabel('Что делали').inputValue()).toBe(story['Что делали']);
    await page.getByLabel('Что получили').fill('Кнопка молчит');
    await press(page);
    await page.locator('rg-receipt').waitFor();
    expect(await usesOf('technokad')).toEqual([
      'plan-check shown',
      'plan-xml opened',
      'plan-xml shown',
    ]);
  },
);

test('S3.3.3.2 WID: what is like an article is sent with its link, which one press gives, and is not put aside', async () => {
  const page = await host('technokad');
  await write(page);
  await title(page, best).waitFor();
  await press(page);
  const field = page.getByLabel('Похожая статья');
  await page.getByText('Заполните «Похожая статья»').waitFor();
  expect(await field.evaluate((input) => input.matches(':focus'))).toBe(true);
  expect(await clean(page)).toEqual([[], 0]);
  await suggested(page).getByRole('button', { name: 'Вставить ссылку' }).click();
  expect(await field.inputValue()).toBe(`${row.server.url}/articles/technokad/plan-xml`);
  expect(await page.getByText('Заполните «Похожая статья»').count()).toBe(0);
  const aside = suggested(page).getByRole('button', { name: `Не об этом: ${best}` });
  await field.fill('');
  expect(await aside.count()).toBe(0);
  await suggested(page).getByRole('button', { name: 'Вставить ссылку' }).click();
  await press(page);
  await page.locator('rg-receipt').waitFor();

  expect(await usesOf('technokad')).toEqual(['plan-xml shown']);
});

test('S3.3.3.2 WID: a reader who says that an article is like it gives its link by that', async () => {
  const page = await host('technokad');
  await write(page, { 'Что получили': 'Не проходит проверка плана' });
  await title(page, titles['plan-check']).click();
  await page.getByRole('button', { name: 'Похоже, но неясно' }).click();

  await expect
    .poll(() => page.getByLabel('Похожая статья').inputValue())
    .toBe(`${row.server.url}/articles/technokad/plan-check`);
});

test('S4.1.2.1 WID: articles are suggested, and a failure of the whole waits for none', async () => {
  const page = await host('jokercrm');
  await write(page, {});
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/articles/suggest')) asked.push(request.url());
  });
  const words = page.locator('rg-form textarea').first();
  await words.fill('Перенос лицензии на компьютер');
  await title(page, titles.licence).waitFor();
  await page.locator('select#impact').selectOption('whole');
  await suggested(page).getByText('При таком сбое отправляйте сразу').waitFor();
  const before = asked.length;
  await words.fill('Перенос лицензии на компьютер упал');
  await page.waitForTimeout(600);

  expect(await title(page, titles.licence).count()).toBe(0);
  expect(asked).toHaveLength(before);
});

test('S3.3.3.1 WID S4.1.2.1 WID: required: the form says to open one first, by its clause, and then sends', async () => {
  strictly('jokercrm', 'require');
  const page = await host('jokercrm', { viewport: { width: 360, height: 740 } });
  await fillWhole(page);
  await title(page, titles.licence).waitFor();
  await press(page);
  await suggested(page).getByText('Перед отправкой откройте статью').waitFor();
  await suggested(page).getByRole('button', { name: 'п. 1.2' }).waitFor();
  expect(await focusedText(page)).toBe(titles.licence);
  expect(await clean(page)).toEqual([[], 0]);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Вернуться к обращению' }).click();
  await suggested(page).getByText('Возможно, ответ здесь').waitFor();
  await press(page);
  await page.locator('rg-receipt').waitFor();
  strictly('jokercrm', 'suggest');

  expect(await usesOf('jokercrm')).toEqual(['licence opened', 'licence shown']);
});

test('S3.3.3.1 WID S4.1.2.1 WID: to be confirmed: the form asks for a word that they hold no answer', async () => {
  strictly('jokercrm', 'confirm');
  const page = await host('jokercrm');
  await fillWhole(page);
  await title(page, titles.licence).waitFor();
  await press(page);
  await suggested(page).getByText('Подтвердите, что ответа в статьях нет').waitFor();
  const confirm = suggested(page).getByRole('checkbox');
  expect(await confirm.evaluate((box) => box.matches(':focus'))).toBe(true);
  expect(await clean(page)).toEqual([[], 0]);
  await page.keyboard.press('Space');
  await press(page);
  await page.locator('rg-receipt').waitFor();
  strictly('jokercrm', 'suggest');

  expect(await usesOf('jokercrm')).toEqual(['licence confirmed', 'licence shown']);
});

test('an article that solved it puts the draft away, which can be brought back', async () => {
  const page = await host('technokad');
  await write(page);
  await title(page, best).click();
  await page.getByRole('button', { name: 'Вопрос решён' }).click();
  await suggested(page).getByText('Ничего не отправлено').waitFor();
  await expect.poll(() => helpedOf('technokad', 'plan-xml')).toBe(1);
  expect(await page.getByLabel('Что получили').inputValue()).toBe('');
  await expect
    .poll(() =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith('kept'))),
    )
    .toEqual([]);
  expect(await clean(page)).toEqual([[], 0]);
  await suggested(page).getByRole('button', { name: 'Вернуть' }).click();

  expect(await page.getByLabel('Что получили').inputValue()).toBe(story['Что получили']);
  await title(page, best).waitFor();
});

test('what was opened is kept with the draft across a reload', async () => {
  const page = await host('technokad');
  await write(page, { 'Что получили': 'Не проходит проверка плана' });
  await title(page, titles['plan-check']).click();
  await page.getByRole('button', { name: 'Вернуться к обращению' }).click();
  await draftIsKept(page);
  await reloadUntouched(page);
  await title(page, titles['plan-check']).waitFor();
  await page.getByRole('button', { name: 'Проверить' }).click();
  const articles = page.locator('rg-last-look [data-item=articles] .lines');
  await articles.getByText(`открыта: ${titles['plan-check']}`).waitFor();
  await press(page);
  await page.locator('rg-receipt').waitFor();

  expect(await usesOf('technokad')).toEqual(['plan-check opened', 'plan-check shown']);
});

test('S3.3.3.2 WID: without suggestions what is like an article is refused in words, and sent once it is named', async () => {
  const page = await host('technokad');
  await page.route('**/v1/articles/**', (route) => route.abort());
  await write(page);
  await press(page);
  await page.getByText('Вопрос похож на статью').waitFor();
  await page.getByLabel('Похожая статья').fill('https://kb.example/plan#3');
  await press(page);
  await page.locator('rg-receipt').waitFor();

  expect(await usesOf('technokad')).toEqual([]);
});

test('S0.10.3 WID: an article that was given as an answer is read in the thread, and one may say that it did not help', async () => {
  const given = await row.get('technokad', '/articles');
  const { articles } = (await given.json()) as ArticleList;
  const { id } = articles.find(({ slug }) => slug === 'licence')!;
  const opened = await row.open('technokad', 'error');
  const reply = { kind: 'reply', text: 'Смотрите статью.', articles: [id], resolve: false };
  await row.answer(opened, reply);
  const page = await host('technokad', { viewport: { width: 360, height: 740 } });
  await launcher(page).click();
  await page.getByRole('button', { name: /^Мои/ }).click();
  const line = new RegExp(`^${opened.receipt.number}\\b`);
  await page.locator('rg-list').getByRole('button', { name: line }).click();
  const card = page.locator('rg-answers').getByRole('button', { name: titles.licence });
  await card.waitFor();
  expect(await page.locator('rg-thread').getByText('/articles/technokad/').count()).toBe(0);
  expect(await clean(page)).toEqual([[], 0]);
  await card.click();
  await page.getByRole('heading', { name: 'Порядок' }).waitFor();
  expect(await clean(page)).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Не помогло' }).click();
  const words = page.getByLabel('Ваш ответ');

  expect(await words.inputValue()).toBe(`Статья «${titles.licence}» не помогла.`);
  expect(await words.evaluate((field) => field.matches(':focus'))).toBe(true);
  await page.keyboard.press('Control+Enter');
  await page.locator('rg-thread article').getByText('не помогла').waitFor();
});

/** Everything that JokerCRM requires, about something an article is about. */
async function fillWhole(page: Page) {
  await launcher(page).click();
  const form = page.locator('rg-form');
  await form.locator('textarea').first().waitFor();
  for (const field of await form.locator('textarea, input:not([type=file])').all())
    if (await field.isVisible()) await field.fill('Перенос лицензии на компьютер');
  for (const [type, text] of [
    ['email', 'a@b.example'],
    ['tel', '+7 900 000-00-00'],
  ] as const)
    for (const field of await form.locator(`input[type=${type}]`).all()) await field.fill(text);
}

test.each([
  [1280, 800],
  [360, 740],
])(
  'S3.3.3.1 WID: what is suggested stands in sight while somebody writes, at %i × %i',
  async (width, height) => {
    const page = await host('technokad', { viewport: { width, height } });
    await write(page);
    await title(page, best).waitFor();

    await expect
      .poll(() =>
        suggested(page).evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          const body = element.closest('.scroll')!.getBoundingClientRect();
          return top >= body.top && bottom <= body.bottom;
        }),
      )
      .toBe(true);
  },
);

test.each([
  [360, 740],
  [360, 520],
])(
  'S3.3.3.1 WID: what is suggested covers nothing but while the story is written, and never what is written: %i × %i',
  async (width, height) => {
    const page = await host('technokad', { viewport: { width, height } });
    await write(page);
    await title(page, best).waitFor();
    const covered = () =>
      suggested(page).evaluate((block) => {
        const { top, bottom } = block.getBoundingClientRect();
        return [...block.parentElement!.querySelectorAll('.field')].flatMap((field) => {
          const box = field.getBoundingClientRect();
          return box.top < bottom && box.bottom > top ? [field.textContent?.trim()] : [];
        });
      });
    for (const label of ['Что делали', 'Что ожидали', 'Что получили']) {
      await page.getByLabel(label).focus();
      expect((await covered()).join()).not.toContain(label);
    }
    for (const label of ['Программа', 'Похожая статья']) {
      await page.getByLabel(label).focus();
      expect(await covered()).toEqual([]);
    }
  },
);

test('S3.3.3.2 WID: a field that has to be filled for what was written is marked with its clause, not as optional', async () => {
  const page = await host('technokad');
  await write(page, {});
  const label = page.locator('rg-form label', { hasText: 'Похожая статья' });
  await label.getByText('если есть').waitFor();
  await page.getByLabel('Что получили').fill(story['Что получили']);
  await page.getByLabel('Что делали').fill(story['Что делали']);
  await label.getByText('п. 3.3').waitFor();
  expect(await label.getByText('если есть').count()).toBe(0);
  await suggested(page).getByRole('button', { name: 'Вставить ссылку' }).click();

  expect(await label.innerText()).toMatch(/п\. 3\.3$/);
});

test('an only article that was put aside is said to be so, and is brought back by keyboard', async () => {
  const page = await host('jokercrm');
  await write(page, {});
  await page.locator('rg-form textarea').first().fill('Перенос лицензии на компьютер');
  await title(page, titles.licence).waitFor();
  await suggested(page)
    .getByRole('button', { name: /^Не об этом/ })
    .press('Enter');
  await suggested(page).getByText('Статья отложена.').waitFor();
  expect(await suggested(page).getByText('не нашлось').count()).toBe(0);
  expect(await clean(page)).toEqual([[], 0]);
  await expect.poll(() => focusedText(page)).toBe('Вернуть');
  await page.keyboard.press('Enter');
  await title(page, titles.licence).waitFor();

  await expect.poll(() => focusedText(page)).toBe(titles.licence);
});

test('a long word on one of the answers to an article leaves those beside it of one height on a phone', async () => {
  const page = await host('technokad', { viewport: { width: 360, height: 740 } });
  await page.goto(`${row.server.url}/demo/portal?vendor=technokad&lang=uz-Cyrl`);
  await page.locator('rg-launcher button').click();
  await page.getByLabel('Нима қилдингиз').fill('Межевой план, выгрузка XML');
  await page.locator('rg-suggest button.title').first().click();
  await page.locator('rg-article footer .primary').waitFor();
  const boxes = await page.locator('rg-article footer .button').evaluateAll((buttons) =>
    buttons.map((button) => {
      const { top, height } = button.getBoundingClientRect();
      return { top, height };
    }),
  );
  const tops = [...new Set(boxes.map(({ top }) => top))];
  const lines = tops.map((at) => boxes.filter(({ top }) => top === at));

  expect(boxes.length).toBeGreaterThan(lines.length);
  for (const line of lines) expect(new Set(line.map(({ height }) => height)).size).toBe(1);
  await page.context().close();
});
