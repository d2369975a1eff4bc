import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { expect, test } from 'vitest';
import { en } from '#shared/i18n/follow-up/en.ts';
import { ru } from '#shared/i18n/follow-up/ru.ts';
import { uz } from '#shared/i18n/follow-up/uz.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import { explainPromise as explain } from '#widget/explain.ts';
import { wordsOf } from '#widget/words.ts';
import { sampleConfig } from '#test/support/widget-host.ts';

const { promise } = sampleConfig();
const context = {
  zone: 'Asia/Tashkent',
  receivedAt: Date.parse('2026-11-22T13:20:00Z'),
  editionDate: '2025-11-25',
  editionId: '2025-11-25',
};
/** Spaces that hold a weekday to its hour read as any other. */
const explainPromise = (...what: Parameters<typeof explain>): string =>
  explain(...what).replaceAll('\u00a0', ' ');
const words = (locale: Locale) => wordsOf(locale, withCyrillic({ ru, uz, en })[locale]);

test.each<[Locale, string]>([
  [
    'ru',
    'Воскресенье, 22 ноября — выходной, поэтому срок идёт с пн 10:00. Срок — 1 рабочий день. ' +
      'Рабочий день — до того же часа следующего рабочего дня. Редакция от 25.11.2025. ' +
      'Календарь: Узбекистан, шестидневная неделя, 2026.',
  ],
  [
    'uz',
    'Yakshanba, 22-noyabr — dam olish kuni, shuning uchun muddat du 10:00 dan boshlanadi. ' +
      'Muddat — 1 ish kuni. Ish kuni — keyingi ish kunining shu soatigacha. 25.11.2025 tahriri. ' +
      'Taqvim: Oʻzbekiston, olti kunlik hafta, 2026.',
  ],
  [
    'en',
    'Sunday, 22 November is a day off, so the term runs from Mon 10:00. ' +
      'The term is 1 working day. A working day ends at the same clock time of the next working day. ' +
      'Edition of 25 Nov 2025. Calendar: Uzbekistan, six-day week, 2026.',
  ],
])('%s explains a term over a Sunday', (locale, paragraph) => {
  expect(explainPromise(words(locale), promise, context)).toBe(paragraph);
});

const open = (from: string, to: string) => ({ from, to, kind: 'open' as const });
const inHours: FirstResponsePromise = {
  clause: '4',
  dueAt: '2026-12-09T07:00:00.000Z',
  startsAt: '2026-12-07T06:00:00.000Z',
  target: { value: 4, unit: 'businessHour' },
  estimated: true,
  calendar: 'uz-five-day 2026',
  segments: [
    open('2026-12-07T06:00:00.000Z', '2026-12-07T09:00:00.000Z'),
    {
      from: '2026-12-07T19:00:00.000Z',
      to: '2026-12-08T19:00:00.000Z',
      kind: 'closed',
      reason: 'holiday',
      name: { ru: 'День Конституции', uz: 'Konstitutsiya kuni', en: 'Constitution Day' },
    },
    open('2026-12-09T06:00:00.000Z', '2026-12-09T07:00:00.000Z'),
  ],
};

test('a holiday inside the term is named, and an estimate says that it is one', () => {
  const said = explainPromise(words('ru'), inHours, {
    ...context,
    receivedAt: Date.parse('2026-12-07T06:00:00Z'),
    editionDate: null,
    editionId: 'undated-2026-11-22',
  });

  expect(said).toBe(
    'Срок идёт с момента получения, пн 11:00. Не считали: вторник, 8 декабря — День Конституции. ' +
      'Срок — 4 часа рабочего времени. Редакция без даты, прочитана 22.11.2026. ' +
      'Календарь: Узбекистан, пятидневная неделя, 2026. ' +
      'Календарь этих дней ещё не окончательный, поэтому срок — оценка.',
  );
});

test.each<[Locale, string]>([
  ['ru', 'День идёт с открытия, поэтому считаем его целиком, до закрытия: пн 19:00.'],
  ['uz', 'Kun ochilishdan boshlanadi, shuning uchun yopilguncha toʻliq hisoblanadi: du 19:00.'],
  ['en', 'The day starts at opening, so it counts in full, until closing: Mon 19:00.'],
])(
  '%s: a request out of hours is due at a closing, and the paragraph says so',
  (locale, reason) => {
    const clamped: FirstResponsePromise = {
      ...promise,
      reading: 'clamped',
      dueAt: '2026-11-23T14:00:00.000Z',
    };
    const inTime = { ...context, receivedAt: Date.parse('2026-11-23T05:00:00Z') };

    expect(explainPromise(words(locale), clamped, context)).toContain(reason);
    expect(explainPromise(words(locale), clamped, inTime)).not.toContain(reason);
  },
);

const closed = (
  from: string,
  to: string,
  name?: FirstResponsePromise['segments'][number]['name'],
) => ({
  from,
  to,
  kind: 'closed' as const,
  reason: name ? ('holiday' as const) : ('day_off' as const),
  ...(name ? { name } : {}),
});

test('days off in a row are said once, a named day for itself', () => {
  const newYear = { ru: 'Новый год', uz: 'Yangi yil', en: 'New Year' };
  const overYearsEnd: FirstResponsePromise = {
    ...inHours,
    startsAt: '2026-12-29T05:00:00.000Z',
    dueAt: '2027-01-04T07:00:00.000Z',
    segments: [
      open('2026-12-29T05:00:00.000Z', '2026-12-29T14:00:00.000Z'),
      closed('2026-12-29T19:00:00.000Z', '2026-12-30T19:00:00.000Z'),
      closed('2026-12-30T19:00:00.000Z', '2026-12-31T19:00:00.000Z'),
      closed('2026-12-31T19:00:00.000Z', '2027-01-01T19:00:00.000Z', newYear),
      open('2027-01-04T05:00:00.000Z', '2027-01-04T07:00:00.000Z'),
    ],
  };
  const received = { ...context, receivedAt: Date.parse('2026-12-29T05:00:00Z') };

  expect(explainPromise(words('ru'), overYearsEnd, received)).toContain(
    'Не считали: 30 декабря – 31 декабря — выходные; пятница, 1 января — Новый год.',
  );
  expect(explainPromise(words('uz'), overYearsEnd, received)).toContain(
    '30-dekabr – 31-dekabr — dam olish kunlari; juma, 1-yanvar — Yangi yil.',
  );
});

test('a weekday is not parted from its hour', () => {
  expect(explain(words('ru'), promise, context)).toContain('с пн\u00a010:00');
});

test('where nothing is due there is nothing to explain', () => {
  expect(explainPromise(words('ru'), { ...promise, dueAt: null }, context)).toBe('');
});
