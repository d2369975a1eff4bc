import { expect, test } from 'vitest';
import { policyWith } from '#test/support/pack-variants.ts';
import { policyOf } from '#test/support/policies.ts';
import {
  attributes,
  pageOf,
  policyPages,
  readText,
  sectionOf,
  vendors,
} from '#test/support/policy-page.ts';

const textOf = async (vendor: string, lang: string, at?: string) =>
  readText(await pageOf(policyPages([policyOf(vendor)], at), `/policy/${vendor}?lang=${lang}`));

test.each([
  ['ru', 'Сейчас закрыто Откроемся пн, 23 ноября, 10:00 (Ташкент)'],
  ['uz', 'Hozir yopiq 23-noyabr, du, 10:00 da ochilamiz (Toshkent)'],
  ['en', 'Closed now Opens Mon 23 November, 10:00 (Tashkent)'],
])('S0.7.3 PUB: on a Sunday MODME says when it opens, in %s', async (lang, sentence) => {
  expect(await textOf('modme', lang, '2026-11-22T13:20:00Z')).toContain(sentence);
});

test.each([
  ['ru', 'Сейчас открыто До 19:00 (Ташкент)', 'до ср, 25 ноября, 13:20 — п. 9'],
  ['uz', 'Hozir ochiq 19:00 gacha (Toshkent)', '25-noyabr, cho, 13:20 gacha — 9-band'],
  ['en', 'Open now Until 19:00 (Tashkent)', 'by Wed 25 November, 13:20 — clause 9'],
])('S0.7.3 PUB: within its hours MODME says until when, in %s', async (lang, state, due) => {
  const text = await textOf('modme', lang, '2026-11-24T08:20:00Z');

  expect(text).toContain(state);
  expect(text).toContain(due);
});

test.each([
  ['ru', 'Часы работы в регламенте не указаны', 'Срок первого ответа задаёт ваш договор — п. 3.2'],
  [
    'uz',
    'Ish vaqti reglamentda koʻrsatilmagan',
    'Birinchi javob muddatini shartnomangiz belgilaydi',
  ],
  ['en', 'The regulation names no hours', 'Your contract sets the term of the first reply'],
])('Didox24 names no hours, and the page says so in %s', async (lang, noHours, byContract) => {
  const html = await pageOf(policyPages(), `/policy/didox24?lang=${lang}`);
  const text = readText(html);

  expect(text).toContain(noHours);
  expect(text).toContain(byContract);
  expect(text).not.toMatch(/\d\d:\d\d–\d\d:\d\d/);
  expect(html).not.toContain('class="ruler"');
  expect(html).not.toMatch(/class="state (open|closed)"/);
});

test.each([
  ['ru', 'Срок первого ответа регламент не задаёт — п. 2.3', 'срок первого ответа не установлен'],
  ['uz', 'Birinchi javob muddatini reglament belgilamaydi', 'birinchi javob muddati belgilanmagan'],
  ['en', 'The regulation sets no term for the first reply', 'no term for the first reply'],
])(
  'S4.2.3.2: JokerCRM promises no first reply, and the page says so in %s',
  async (lang, live, row) => {
    const html = await pageOf(policyPages(), `/policy/jokercrm?lang=${lang}`);

    expect(readText(html)).toContain(live);
    expect(readText(sectionOf(html, 'promises').replace('<section', '<body'))).toContain(row);
    expect(html).not.toContain('class="ruler"');
  },
);

test('S2.2.2.1: no term of a solution stands on the page of Мои документы онлайн', async () => {
  expect(await textOf('moidokumenty', 'ru')).toContain('срок решения не установлен');
});

test('S2.1.2.2 PUB: outside hours Мои документы онлайн promises nothing and says so', async () => {
  const html = await pageOf(policyPages(), '/policy/moidokumenty?lang=ru');
  const promises = sectionOf(html, 'promises');

  expect(promises).toContain('href="#clause-1.2"');
  expect(readText(`<body>${promises}`)).toMatch(/1\.2 .*не обещаем/);
});

test('S1.2.1 PUB: Didox24 says that help needs a contract', async () => {
  const html = await pageOf(policyPages(), '/policy/didox24?lang=ru');
  const promises = readText(`<body>${sectionOf(html, 'promises')}`);

  expect(promises).toContain(policyOf('didox24').pack.clauses['2']?.text.ru);
  expect(promises).toContain('Спросить о договоре по договору');
});

test('both offices of ТехноКад stand with their hours', async () => {
  const html = await pageOf(policyPages(), '/policy/technokad?lang=ru');
  const hours = readText(`<body>${sectionOf(html, 'hours')}`);

  expect(hours).toMatch(/Головной офис Понедельник — пятница 09:00–18:00/);
  expect(hours).toMatch(/Новосибирский филиал Понедельник — пятница 04:00–13:00/);
  expect(hours).toContain('время: Москва (UTC+3)');
});

test('a holiday of this week is closed in the chart and has its name', async () => {
  const html = await pageOf(
    policyPages([policyOf('modme')], '2026-12-07T06:00:00Z'),
    '/policy/modme?lang=ru',
  );
  const spoken = attributes(sectionOf(html, 'hours'), 'svg', 'aria-label');

  expect(spoken.slice(0, 3)).toEqual(['10:00–19:00', 'закрыто: День Конституции', '10:00–19:00']);
  expect(readText(html)).toContain(
    'Ближайший нерабочий день вне графика — вт, 8 декабря (День Конституции).',
  );
});

test('hours that differ by weekday, with a break, and a day alone', async () => {
  const policy = policyOf('modme');
  if (!('offices' in policy.pack.desk)) throw new Error('MODME states its hours');
  const varied = policyWith({
    desk: {
      ...policy.pack.desk,
      offices: policy.pack.desk.offices.map((office) => ({
        ...office,
        hours: {
          mon: [['09:00', '18:00']],
          tue: [['09:00', '18:00']],
          thu: [
            ['09:00', '13:00'],
            ['14:00', '18:00'],
          ],
          sun: [['10:00', '24:00']],
        },
      })),
    },
    cases: [
      {
        name: 'any',
        note: 'Only there to make the file valid.',
        given: { receivedAt: '2026-11-24T08:20:00Z', category: 'error' },
        expect: { scope: 'in' },
      },
    ],
  });
  const html = await pageOf(policyPages([varied]), '/policy/modme?lang=en');
  const hours = readText(`<body>${sectionOf(html, 'hours')}`);

  expect(hours).toContain(
    'Monday — Tuesday 09:00–18:00 Thursday 09:00–13:00, 14:00–18:00 Sunday 10:00–24:00',
  );
  expect(attributes(sectionOf(html, 'hours'), 'svg', 'aria-label')).toEqual([
    '09:00–18:00',
    '09:00–18:00',
    'closed',
    '09:00–13:00, 14:00–18:00',
    'closed',
    'closed',
    '10:00–24:00',
  ]);
});

test.each(vendors)(
  'every clause of %s stands once, in order, and every reference leads to one',
  async (vendor) => {
    const html = await pageOf(policyPages(), `/policy/${vendor}?lang=ru`);
    const { clauses } = policyOf(vendor).pack;
    const shown = attributes(sectionOf(html, 'clauses'), 'div', 'id');
    const targets = attributes(html, 'a', 'href').filter((href) => href.startsWith('#clause-'));

    expect(shown.toSorted()).toEqual(
      Object.keys(clauses)
        .map((number) => `clause-${number}`)
        .toSorted(),
    );
    expect(targets.filter((target) => !shown.includes(target.slice(1)))).toEqual([]);
    expect(targets.length).toBeGreaterThan(5);
    for (const { text } of Object.values(clauses)) expect(readText(html)).toContain(text.ru);
  },
);

test('clauses are ordered as people count: 3.2 before 3.10', async () => {
  const { clauses } = policyOf('modme').pack;
  const text = { ru: 'Пункт', uz: 'Band', en: 'Clause' };
  const some = { text, link: 'https://example.com', readOn: '2026-11-22' };
  const policy = policyWith({ clauses: { ...clauses, '3.10': some, '3.2': some } });
  const html = await pageOf(policyPages([policy]), '/policy/modme?lang=ru');

  expect(attributes(sectionOf(html, 'clauses'), 'div', 'id').slice(3, 7)).toEqual([
    'clause-3',
    'clause-3.2',
    'clause-3.10',
    'clause-4',
  ]);
});

test('S0.0.1 PUB: every edition stands with its date and whether it is in force', async () => {
  const later = policyWith({
    edition: '2026-12-01',
    editionDate: '2026-12-01',
    validFrom: '2026-12-01',
  });
  const editionsAt = async (at: string) => {
    const html = await pageOf(policyPages([policyWith({}), later], at), '/policy/modme?lang=en');
    return readText(`<body>${sectionOf(html, 'editions')}`);
  };

  expect(await editionsAt('2026-11-22T13:20:00Z')).toMatch(
    /1 December 2026 Comes into force on 1 December 2026\. Text .*25 November 2025 In force\./,
  );
  expect(await editionsAt('2026-12-05T13:20:00Z')).toMatch(
    /1 December 2026 In force\. Text .*25 November 2025 Was in force earlier\./,
  );
});
