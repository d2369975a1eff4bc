import { locales } from '#shared/vocabulary.ts';
import { expect, test } from 'vitest';
import type { Policy } from '#server/policy/packs.ts';
import { policyWith } from '#test/support/pack-variants.ts';
import { policyOf } from '#test/support/policies.ts';
import {
  attributes,
  pageOf,
  policyPages,
  publicUrl,
  readText,
  sectionOf,
  vendors,
} from '#test/support/policy-page.ts';

const modme = policyOf('modme');
const edition = (date: string): Policy => ({
  ...modme,
  pack: { ...modme.pack, edition: date, editionDate: date, validFrom: date },
});
const three = policyPages([modme, edition('2026-11-01'), edition('2027-02-01')]);

test.each([
  ['2025-11-25', 'ru', 'Это прежняя редакция, она действовала до 31 октября 2026 года.'],
  ['2025-11-25', 'en', 'This is an earlier edition; it was in force until 31 October 2026.'],
  ['2027-02-01', 'uz', 'Bu kelgusi tahrir, u 2027-yil 1-fevral kuni kuchga kiradi.'],
])('the page of %s in %s says that it is not in force', async (date, lang, sentence) => {
  const html = await pageOf(three, `/policy/modme/${date}?lang=${lang}`);

  expect(readText(html)).toContain(sentence);
  expect(attributes(html, 'a', 'href')).toContain(`/policy/modme?lang=${lang}`);
  expect(html).not.toContain('class="live"');
});

test('the page of the edition in force says nothing of the kind, at either address', async () => {
  for (const path of ['/policy/modme', '/policy/modme/2026-11-01']) {
    const html = await pageOf(three, `${path}?lang=ru`);

    expect(html).not.toContain('class="notice"');
    expect(html).toContain('class="live"');
  }
});

test('a language link keeps the address, and every edition points to the current page', async () => {
  const html = await pageOf(three, '/policy/modme/2025-11-25?lang=uz');
  const languages = /<nav class="languages".*?<\/nav>/s.exec(html)?.[0] ?? '';

  expect(attributes(languages, 'a', 'href')).toEqual([
    '?lang=ru',
    '?lang=uz',
    '?lang=uz-Cyrl',
    '?lang=en',
  ]);
  expect(html).toContain(`<link rel="canonical" href="${publicUrl}/policy/modme?lang=uz"`);
});

test('a page as old as the minute is not sent again', async () => {
  const ask = (since: string) =>
    three.request('/policy/modme?lang=ru', { headers: { 'if-modified-since': since } });

  expect((await ask('Sun, 22 Nov 2026 13:20:00 GMT')).status).toBe(304);
  expect((await ask('Sun, 22 Nov 2026 13:19:00 GMT')).status).toBe(200);
  expect((await ask('some day')).status).toBe(200);
});

test('a feed as old as its newest edition is not sent again', async () => {
  const pages = policyPages([modme, edition('2026-11-01')]);
  const first = await pages.request('/policy/modme/feed.atom?lang=ru');
  const modified = first.headers.get('last-modified') ?? '';
  const again = await pages.request('/policy/modme/feed.atom?lang=ru', {
    headers: { 'if-modified-since': modified },
  });

  expect(modified).toBe('Sun, 01 Nov 2026 00:00:00 GMT');
  expect(again.status).toBe(304);
});

test.each(['ru', 'uz', 'en'])('an index names every vendor, in %s', async (lang) => {
  const html = await pageOf(policyPages(), `/policy?lang=${lang}`);
  const links = attributes(html, 'a', 'href').filter((href) => href.startsWith('/policy/'));

  expect(links).toEqual(vendors.map((vendor) => `/policy/${vendor}?lang=${lang}`));
  expect(html).not.toMatch(/<script|\{\w+\}|undefined/);
});

test.each(vendors)('every link inside the page of %s leads somewhere on it', async (vendor) => {
  for (const lang of locales) {
    const html = await pageOf(policyPages(), `/policy/${vendor}?lang=${lang}`);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => `#${id}`);
    const inside = attributes(html, 'a', 'href').filter((href) => href.startsWith('#'));

    expect(inside.filter((href) => !ids.includes(href))).toEqual([]);
    expect(ids).toEqual([...new Set(ids)]);
  }
});

test('the calendar says how far it reaches, and closed days can be taken along', async () => {
  const hours = sectionOf(await pageOf(policyPages(), '/policy/modme?lang=ru'), 'hours');
  const { finalUntil } = modme.desk!.calendar.coverage;

  expect(finalUntil).toBe('2026-12-31');
  expect(readText(`<body>${hours}`)).toContain(
    'Календарь: Узбекистан, шестидневная неделя, окончательный до 31 декабря 2026 года',
  );
  expect(readText(`<body>${hours}`)).toContain('8 декабря: День Конституции');
  expect(attributes(hours, 'a', 'href')).toContain('/policy/modme/closed-days.ics?lang=ru');
});

test('days off in a row are one line, named by their holiday and not by the day that was moved', async () => {
  const hours = sectionOf(await pageOf(policyPages(), '/policy/technokad?lang=en'), 'hours');
  const lines = [...hours.matchAll(/<li>([^<]*)<\/li>/g)].map(([, line]) => line?.trim());

  expect(lines.slice(0, 2)).toEqual([
    '31 December – 8 January: New Year holidays',
    '22 February – 23 February: Defender of the Fatherland Day',
  ]);
});

test('a desk that closes early says when the next time is, one that does not says nothing', async () => {
  const { desk } = modme.pack;
  if (!('offices' in desk)) throw new Error('MODME states its hours');
  const early = policyWith({ desk: { ...desk, shortenedDays: 'end-early' } });
  const textOf = async (policy: Policy) =>
    readText(await pageOf(policyPages([policy]), '/policy/modme?lang=ru'));

  expect(await textOf(early)).toContain(
    'Перед праздниками день короче. Ближайший короткий день — пн, 7 декабря, до 18:00.',
  );
  expect(await textOf(modme)).not.toContain('короче');
});

test('a working day counted in hours says how many', async () => {
  const firstResponse = {
    kind: 'fixed',
    target: { value: 1, unit: 'businessDay' },
    reading: 'businessHours',
    hoursPerDay: 9,
    clause: '9',
  } as const;
  const policy = policyWith({ clocks: { ...modme.pack.clocks, firstResponse } });

  expect(readText(await pageOf(policyPages([policy]), '/policy/modme?lang=ru'))).toContain(
    'Рабочий день считается как 9 рабочих часов.',
  );
});
