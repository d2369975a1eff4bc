import { expect, test } from 'vitest';
import type { PolicyPackFile } from '#server/policy/pack.ts';
import { compilePolicy, type Policy, readPack } from '#server/policy/packs.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import { changed } from '#test/support/pack-variants.ts';
import { calendarYears, packFiles, policyOf, readPackFile } from '#test/support/policies.ts';
import { attributes, pageOf, policyPages, readText, sectionOf } from '#test/support/policy-page.ts';

const shipped = policyPages();

/** The page of a vendor in Russian: the text of one section and where its links lead. */
async function sectionIn(vendor: string, id: string, app = shipped) {
  const markup = sectionOf(await pageOf(app, `/policy/${vendor}?lang=ru`), id);
  return { text: readText(`<body>${markup}`), links: attributes(markup, 'a', 'href'), markup };
}

/** The shipped pack of a vendor with another value at one place. */
function mutant(vendor: string, at: string, value: unknown): Policy {
  const name = packFiles.find((file) => file.startsWith(`${vendor}.`)) ?? '';
  const read = readPack(changed(readPackFile(name), at, value));
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return compilePolicy(read.value, calendarYears);
}

/** Another edition of a shipped pack, in force from a day. */
function later(vendor: string, from: string): Policy {
  const policy = policyOf(vendor);
  const pack = { ...policy.pack, edition: from, editionDate: from, validFrom: from };
  return { ...policy, pack };
}

test('S0.0.1 PUB: the page lists both editions, what the newer one changed, and whose annex it is', async () => {
  const old = policyOf('modme');
  const changes = { value: 2, unit: 'businessDay' } as const;
  const renewed = mutant('modme', '/clocks/firstResponse/target', changes);
  const { pack } = renewed;
  const newer = {
    ...renewed,
    pack: { ...pack, edition: '2026-11-01', editionDate: '2026-11-01', validFrom: '2026-11-01' },
  };
  const app = policyPages([old, newer]);
  const { text, links } = await sectionIn('modme', 'editions', app);

  expect(text).toContain('1 ноября 2026 года Действует.');
  expect(text).toContain('25 ноября 2025 года Действовала раньше.');
  expect(text).toMatch(/Что изменилось .*1 рабочий день → 2 рабочих дня/);
  expect(links).toContain('/policy/modme/2025-11-25?lang=ru');
  expect(readText(await pageOf(app, '/policy/modme?lang=ru'))).toContain(
    'Приложение № 2 к публичной оферте',
  );
});

test('S2.3.5.1 PUB: the page says that the rules may change without notice', async () => {
  const { text } = await sectionIn('moidokumenty', 'editions');
  const noticed = policyPages([mutant('moidokumenty', '/publication/changes/notice', 'published')]);

  expect(text).toContain('Правила могут измениться без предупреждения. п. 3.5');
  expect((await sectionIn('moidokumenty', 'editions', noticed)).text).not.toContain(
    'без предупреждения. п. 3.5',
  );
});

test('S2.3.5.1 PUB: an edition without notice holds from its day, unasked', async () => {
  const app = policyPages(
    [policyOf('moidokumenty'), later('moidokumenty', '2026-11-01')],
    '2026-11-01T00:00:00Z',
  );

  expect((await sectionIn('moidokumenty', 'editions', app)).text).toContain(
    '1 ноября 2026 года Действует.',
  );
});

test('S2.3.5.2 PUB: anybody reads the terms, and the page says so by its clause', async () => {
  const answer = await shipped.request('/policy/moidokumenty', { headers: { cookie: 'a=b' } });
  const { text } = await sectionIn('moidokumenty', 'editions');

  expect(answer.status).toBe(200);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(answer.headers.get('cache-control')).toContain('public');
  expect(text).toContain('Прочитать правила может каждый. п. 3.5');
});

test('S2.3.5.3 PUB: the page names the address at which the current edition always stands', async () => {
  const { text, links } = await sectionIn('moidokumenty', 'editions');

  expect(text).toContain('Где публикуют правила: моидокументы.онлайн');
  expect(links).toContain('https://xn--d1achjhdicc8bh4h.xn--80asehdb/');
});

test('S2.3.5.4 PUB: the feeds stand on the page and in its head, with when it was drawn', async () => {
  const answer = await shipped.request('/policy/moidokumenty?lang=ru');
  const html = await answer.text();
  const { text, links } = await sectionIn('moidokumenty', 'editions');

  expect(text).toContain(
    'Следить за изменениями — за читателем; ленты ниже в этом помогут. п. 3.5',
  );
  expect(links).toContain('/policy/moidokumenty/feed.atom?lang=ru');
  expect(links).toContain('/policy/moidokumenty/feed.json?lang=ru');
  expect(attributes(html, 'link', 'type')).toEqual([
    'application/atom+xml',
    'application/feed+json',
  ]);
  expect(answer.headers.get('last-modified')).toBe('Sun, 22 Nov 2026 13:20:00 GMT');
});

test('S3.1.1.1 PUB: the products that the rules are for are listed with their clauses', async () => {
  const { text } = await sectionIn('technokad', 'scope');

  expect(text).toContain(
    'О чём речь: ТехноКад-Экспресс; ТехноКад-Гео; ТехноКад-Муниципалитет; Другая или веб-сервис п. 1.1',
  );
});

test('S3.1.4.1 PUB: an edition that nobody published is shown as waiting, at its own address', async () => {
  const policies = [policyOf('technokad'), later('technokad', '2026-11-01')];
  const app = policyPages(policies);
  const waiting = readText(await pageOf(app, '/policy/technokad/2026-11-01?lang=ru'));
  const { text } = await sectionIn('technokad', 'editions', app);

  expect(policyRegistry(policies).inForce('technokad', Date.parse('2026-12-01'))).toBe(policies[0]);
  expect(text).toMatch(/1 ноября 2026 года Ждёт публикации\..*Без даты Действует\./);
  expect(text).toContain('Новая редакция действует только после публикации. п. 1.4');
  expect(waiting).toContain(
    'Это будущая редакция: она начнёт действовать только после публикации.',
  );
});

test('S3.6.1.2 PUB: an appeal leads to the head of support, a role and no person', async () => {
  const { text, links } = await sectionIn('technokad', 'course');

  expect(text).toContain('Напишите: Руководитель отдела поддержки (письмо).');
  expect(text).toContain('срок ответа не указан');
  expect(links).toContain('mailto:support@technokad.ru');
  expect((await sectionIn('modme', 'course')).text).not.toContain('Руководитель');
});

test('S3.F.1 PUB: hotlines can be pressed, and privacy is linked or said to be missing', async () => {
  const { links, text } = await sectionIn('technokad', 'channels');
  const own = 'https://www.technokad.ru/privacy';
  const app = policyPages([mutant('technokad', '/links/privacy', own)]);

  expect(links.filter((href) => href.startsWith('tel:+7'))).toHaveLength(3);
  expect(text).toContain('Политика конфиденциальности');
  expect((await sectionIn('technokad', 'editions')).text).toContain(
    'Политика конфиденциальности: не указано',
  );
  expect((await sectionIn('technokad', 'editions', app)).links).toContain(own);
});

test('S4.5.1.8 PUB: the price of the service plan stands by month and year, without VAT', async () => {
  const { text } = await sectionIn('jokercrm', 'plans');

  expect(text).toMatch(/Сервисная техподдержка п\. 5\.1 .*Цена за месяц 3 500 ₽ без НДС/);
  expect(text).toContain('Цена за год 42 000 ₽ 12 × 3 500 ₽ = 42 000 ₽');
});

test('S4.5.2.11 PUB: price and discount of the extended plan stand apart, the example to be confirmed', async () => {
  const { text } = await sectionIn('jokercrm', 'plans');
  const inside = policyPages([
    mutant('jokercrm', '/plans/1/prices/yearDiscount/applies', 'inside'),
  ]);

  expect(text).toMatch(/Цена за месяц 10 500 ₽ без НДС Цена за год 126 000 ₽/);
  expect(text).toMatch(
    /Скидка при оплате за год 20 % Пример: 126 000 ₽ − 20 % = 100 800 ₽ подтвердит компания/,
  );
  expect((await sectionIn('jokercrm', 'plans', inside)).text).toMatch(
    /20 % Цена за год уже со скидкой\.(?! подтвердит)/,
  );
});

test.each([
  ['S0.14.1 PUB', 'modme', '@modme_support', 'https://t.me/modme_support'],
  ['S3.3.1.2 PUB', 'technokad', 'support@technokad.ru', 'mailto:support@technokad.ru'],
  ['S1.4.1 PUB', 'didox24', 'info@technounit.uz', 'mailto:info@technounit.uz'],
])('%s: %s writes %s the same in every language', async (_row, vendor, shown, href) => {
  for (const lang of ['ru', 'uz', 'en']) {
    const channels = sectionOf(await pageOf(shipped, `/policy/${vendor}?lang=${lang}`), 'channels');

    expect(readText(`<body>${channels}`)).toContain(shown);
    expect(attributes(channels, 'a', 'href')).toContain(href);
  }
});

test('S1.4.1 PUB: the house of Didox24 stands with its clause', async () => {
  expect((await sectionIn('didox24', 'channels')).text).toMatch(
    /Офис: Ташкент, улица Нукус, 71, индекс 100015 п\. 4/,
  );
});

test('S1.3.2.4 PUB: the page says where to report a hole, and what is not stated about it', async () => {
  const { text, links } = await sectionIn('didox24', 'course');
  const termed = policyPages([
    mutant('didox24', '/security/ackWithin', { value: 2, unit: 'businessDay' }),
  ]);

  expect(links).toContain('mailto:info@technounit.uz');
  expect(links).toContain('/policy/didox24/security.txt');
  expect(text).toContain('Подтверждение получения: не указано');
  expect(text).toContain('О решении узнают все, кого она касается.');
  expect((await sectionIn('didox24', 'course', termed)).text).toContain(
    'Подтверждение получения: 2 рабочих дня',
  );
});

test('S1.2.1 PUB: without a contract Didox24 shows how to get one', async () => {
  const { text } = await sectionIn('didox24', 'requests');

  expect(text).toMatch(
    /п\. 3\.1 Если права на поддержку нет или оно закончилось Подскажем, как заключить договор\./,
  );
});

test('a pack that leaves everything open shows «не указано», never a number', async () => {
  const file = readPackFile('technokad.undated-2026-11-22.json') as PolicyPackFile;
  const read = readPack({
    ...file,
    followUp: null,
    reopen: { withinDays: null },
    escalation: null,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const app = policyPages([compilePolicy(read.value, calendarYears)]);
  const { text } = await sectionIn('technokad', 'course', app);

  expect(text).toContain('Открыть снова Достаточно ответить на то же обращение. в любое время');
  expect(text).toContain('Регламент не говорит: передают ли обращение дальше;');
  expect(text).not.toMatch(/\d+ (дней|рабочих)/);
});
