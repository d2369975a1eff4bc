import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '#shared/i18n/explain/en.ts';
import {
  channels,
  closedReasons,
  dayReadings,
  entitlementStates,
  type Locale,
  locales,
  unstatedReasons,
} from '#shared/vocabulary.ts';
import { type Decision, agentRight } from '#shared/wire/decision.ts';
import { explanation } from '#shared/wire/explanation.ts';
import { dueBy } from '#server/policy/decision/due.ts';
import { explain } from '#server/policy/explain.ts';
import { promised } from '#server/policy/decision/first-response.ts';
import type { Policy } from '#server/policy/packs.ts';
import { decisionOf, presentPromise } from '#server/policy/decision/present-decision.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { anyQuestion } from '#test/support/any-question.ts';
import { bridgeToMail, contractOnly, policyWith, samplePack } from '#test/support/pack-variants.ts';
import { packFiles, policyOf } from '#test/support/policies.ts';

const modme = policyOf('modme');
const uzt = (local: string) => Date.parse(`${local.replace(' ', 'T')}+05:00`);
const runs = { numRuns: 200, seed: 5 };
const fewRuns = { numRuns: 40, seed: 5 };

function ask(policy: Policy, received: string, question: Partial<Question> = {}): Decision {
  return decisionOf(policy, {
    receivedAt: uzt(received),
    arrival: 'channel',
    category: 'error',
    answered: new Set(policy.fields.keys()),
    attachments: 1,
    requester: { proven: true, entitlement: {} },
    ...question,
  });
}

const clock = (target: object, more: object = {}) =>
  policyWith({
    cases: samplePack().cases.slice(0, 1),
    clocks: { firstResponse: { kind: 'fixed', target, clause: '9', ...more } as never },
  });
const paragraphOf = (policy: Policy, received: string, locale: Locale = 'ru') =>
  explain(policy, ask(policy, received).firstResponse, locale).paragraph;

describe.each(packFiles.map((file) => file.split('.')[0] ?? ''))('%s', (vendor) => {
  const policy = policyOf(vendor);

  test('openings named add up to a target of hours, days named to a target of days', () => {
    fc.assert(
      fc.property(anyQuestion(policy), (question) => {
        const { firstResponse } = decisionOf(policy, question);
        if (firstResponse.dueAt === null || !firstResponse.target || !policy.desk) return;
        const { unit, value } = firstResponse.target;

        const { spans, workingDays } = explain(policy, firstResponse, 'en');

        if (unit === 'businessDay') {
          expect(workingDays).toHaveLength(value);
          expect(workingDays.every(policy.desk.schedule.isBusinessDay)).toBe(true);
          const [first = ''] = workingDays;
          const rest = workingDays.slice(1);
          expect(rest.every((day, i) => day === nthAfter(policy, first, i + 1))).toBe(true);
          return;
        }
        const minutes = unit === 'businessHour' ? value * 60 : value;
        expect(spans.reduce((sum, { workingMs }) => sum + workingMs, 0)).toBe(minutes * 60_000);
        for (const { days, openings, workingMs } of spans) {
          const aDay = openings.reduce(
            (ms, { from, to }) => ms + Date.parse(to) - Date.parse(from),
            0,
          );
          expect(aDay * days).toBe(workingMs);
        }
      }),
      runs,
    );
  });

  test.each(locales)('every decision has a whole paragraph and a valid shape: %s', (locale) => {
    fc.assert(
      fc.property(anyQuestion(policy), (question) => {
        const explained = explain(policy, decisionOf(policy, question), locale);

        explanation.parse(explained);
        expect(explained.paragraph).not.toMatch(/[{}]|undefined|NaN| {2}|\.\./);
        expect(explained.sentences.every(({ text }) => text.endsWith('.'))).toBe(true);
      }),
      fewRuns,
    );
  });
});

describe('of any desk', () => {
  const { desk } = samplePack();
  const hours = {
    'by day': { mon: [['09:00', '18:00']], thu: [['10:00', '19:00']], sat: [['10:00', '15:00']] },
    'with a lunch break': {
      mon: [
        ['09:00', '13:00'],
        ['14:00', '18:00'],
      ],
      tue: [
        ['09:00', '13:00'],
        ['14:00', '18:00'],
      ],
    },
    'over midnight': {
      mon: [['20:00', '04:00']],
      tue: [['20:00', '04:00']],
      fri: [['22:00', '24:00']],
    },
    'round the clock': Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
    ),
  };
  const desks = Object.entries(hours).flatMap(([name, week]) =>
    ['Asia/Tashkent', 'America/New_York'].map((timezone) => {
      const offices = [{ id: 'one', name: modme.pack.name, hours: week, clause: '7' }];
      const policy = policyWith({
        cases: samplePack().cases.slice(0, 1),
        desk: { ...desk, timezone, offices } as never,
      });
      return [`${name}, ${timezone}`, policy] as const;
    }),
  );
  const term = fc.record({
    receivedAt: fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) }),
    value: fc.integer({ min: 1, max: 90 }),
  });

  test.each(desks)('openings add up to hours: %s', (_name, policy) => {
    fc.assert(
      fc.property(term, ({ receivedAt, value }) => {
        const target = { value: value * 7, unit: 'businessMinute' } as const;
        const due = dueBy(policy.desk!, { receivedAt, target, reading: 'clamped' });

        const promise = presentPromise(policy.desk, promised('9', due));
        const { spans } = explain(policy, promise, 'ru');

        expect(spans.reduce((sum, { workingMs }) => sum + workingMs, 0)).toBe(value * 7 * 60_000);
      }),
      runs,
    );
  });

  test.each(desks)('days are as many as the term has, and working days: %s', (_name, policy) => {
    const { schedule } = policy.desk!;
    fc.assert(
      fc.property(
        term,
        fc.constantFrom('clamped', 'endOfDay', 'sameClockRoll'),
        (asked, reading) => {
          const value = Math.ceil(asked.value / 10);
          const target = { value, unit: 'businessDay' } as const;
          const due = dueBy(policy.desk!, { ...asked, target, reading });

          const promise = presentPromise(policy.desk, promised('9', due));
          const { workingDays } = explain(policy, promise, 'ru');

          expect(workingDays).toHaveLength(value);
          expect(workingDays.filter((day) => !schedule.isBusinessDay(day))).toEqual([]);
          const following = workingDays.slice(1);
          expect(following).toEqual(
            workingDays.slice(0, -1).map((day) => schedule.addBusinessDates(day, 1)),
          );
        },
      ),
      runs,
    );
  });
});

const nthAfter = ({ desk }: Policy, date: string, days: number) =>
  desk?.schedule.addBusinessDates(date, days);

test('every value that a sentence depends on has its sentence', () => {
  const { action } = agentRight.shape;
  const keys = [
    ...unstatedReasons.map((reason) => `unstated.${reason}`),
    ...entitlementStates.map((state) => `entitlement.${state}`),
    ...['promise', 'register_and_inform', 'contract_route'].map((effect) => `effect.${effect}`),
    ...['official', 'bridge', 'contract'].map((route) => `route.${route}`),
    ...['businessDay', 'businessHour', 'businessMinute'].map((unit) => `target.${unit}`),
    ...action.options.map((right) => `right.${right}`),
    ...channels.map((channel) => `channel.${channel}`),
    ...dayReadings.map((reading) => `reading.${reading}`),
    ...closedReasons
      .filter((reason) => reason !== 'outside_hours')
      .map((reason) => `skipped.${reason}`),
  ];

  expect(keys.filter((key) => !(key in en))).toEqual([]);
});

describe('a promise in words', () => {
  test.each([
    [
      'ru',
      'Первый ответ до ср, 9 декабря, 18:00 (Ташкент) — п. 9. Срок — 1 рабочий день. Рабочий день — до того же часа следующего рабочего дня, но не позже его закрытия. Получено пн 07.12 18:00, в рабочее время: срок идёт с этого момента. Рабочие дни: ср 09.12, всего 1. Не считали: вт 08.12 — День Конституции. Календарь: Узбекистан, шестидневная неделя, 2026. Редакция от 25.11.2025.',
    ],
    [
      'uz',
      'Birinchi javob 9-dekabr, cho, 18:00 gacha (Toshkent) — 9-band. Muddat — 1 ish kuni. Ish kuni — keyingi ish kunining shu soatigacha, lekin yopilishidan kech emas. Du 07.12 18:00 da, ish vaqtida qabul qilingan: muddat shu paytdan boshlanadi. Ish kunlari: cho 09.12, jami 1. Hisobga kirmadi: se 08.12 — Konstitutsiya kuni. Taqvim: Oʻzbekiston, olti kunlik hafta, 2026. 25.11.2025 tahriri.',
    ],
    [
      'en',
      'First reply by Wed 9 December, 18:00 (Tashkent) — clause 9. The term is 1 working day. A working day ends at the same clock time of the next working day, not later than its closing. Received Mon 7 Dec 18:00, in working hours: the term runs from then. Working day counted: Wed 9 Dec. Not counted: Tue 8 Dec: Constitution Day. Calendar: Uzbekistan, six-day week, 2026. Edition of 25 Nov 2025.',
    ],
  ] as const)('S0.9.1 POL: one working day over a holiday, %s', (locale, paragraph) => {
    expect(paragraphOf(modme, '2026-12-07 18:00', locale)).toBe(paragraph);
  });

  test('S0.7.4 POL: what came at night counts whole days from the next opening', () => {
    const paragraph = paragraphOf(modme, '2026-11-21 22:00');

    expect(paragraph).toContain(
      'Получено сб 21.11 22:00, вне рабочего времени: срок идёт с пн 23.11 10:00.',
    );
    expect(paragraph).toContain('День идёт с открытия, поэтому считаем его целиком, до закрытия.');
    expect(paragraph).toContain('Рабочие дни: пн 23.11, всего 1. Не считали: вс 22.11 — выходной.');
  });

  test('hours are said opening by opening, alike days in a row as one', () => {
    const days = clock({ value: 40, unit: 'businessHour' });

    expect(paragraphOf(days, '2026-11-20 18:00')).toContain(
      'Посчитали: пт 20.11 18:00–19:00; сб 21.11 10:00–19:00; пн 23.11 – ср 25.11, каждый день 10:00–19:00; чт 26.11 10:00–13:00; вместе 40 ч. Не считали: вс 22.11 — выходной.',
    );
  });

  test.each([
    [
      'endOfDay',
      {},
      'Рабочий день — до закрытия следующего рабочего дня.',
      'Рабочие дни: вт 24.11, ср 25.11, всего 2.',
    ],
    [
      'sameClockRoll',
      {},
      'Рабочий день — до того же часа следующего рабочего дня, а если в этот час закрыто, до следующего открытия.',
      'Рабочие дни: вт 24.11, ср 25.11, всего 2.',
    ],
    [
      'businessHours',
      { hoursPerDay: 8 },
      'Рабочий день считается как 8 рабочих часов.',
      'Посчитали: пн 23.11 20:00',
    ],
  ] as const)('the reading has a name: %s', (reading, more, name, counted) => {
    const policy = clock({ value: 2, unit: 'businessDay' }, { reading, ...more });

    const paragraph = paragraphOf(policy, '2026-11-23 18:00');

    expect(paragraph).toContain(name);
    expect(paragraph).toContain(
      counted.replace(
        '20:00',
        '18:00–19:00; вт 24.11 10:00–19:00; ср 25.11 10:00–16:00; вместе 16 ч.',
      ),
    );
  });

  test('a year whose calendar is not final makes an estimate, and another year is named', () => {
    const paragraph = paragraphOf(modme, '2026-12-30 18:00');

    expect(paragraph).toContain('Первый ответ до сб 02.01.2027 18:00');
    expect(paragraph).toContain('Календарь этих дней ещё не окончательный, поэтому срок — оценка.');
    expect(paragraph).toContain('Календарь: Узбекистан, шестидневная неделя, 2026–2027.');
  });

  test('a promise refused for want of a calendar says so with its term', () => {
    const { desk } = samplePack();
    const policy = policyWith({ desk: { ...desk, missingYear: 'refuse' } as never });

    const explained = explain(policy, ask(policy, '2031-02-03 12:00').firstResponse, 'ru');

    expect(explained).toMatchObject({ dueAt: null, spans: [], workingDays: [] });
    expect(explained.paragraph).toContain(
      'календаря нет, поэтому срок не обещан — п. 9. Срок — 1 рабочий день.',
    );
  });

  test('a pause is named and what lies in it is not counted', () => {
    const received = uzt('2026-11-23 10:00');
    const iso = (hour: number) => new Date(received + hour * 3_600_000).toISOString();
    const promise = {
      ...ask(clock({ value: 2, unit: 'businessHour' }), '2026-11-23 10:00').firstResponse,
      dueAt: iso(4),
      segments: [{ from: iso(0), to: iso(4), kind: 'open' as const }],
    };

    const { spans, paragraph } = explain(modme, promise, 'en', [{ from: iso(1), to: iso(3) }]);

    expect(spans.reduce((sum, { workingMs }) => sum + workingMs, 0)).toBe(2 * 3_600_000);
    expect(paragraph).toContain('Counted: Mon 23 Nov 10:00–11:00, 13:00–14:00; 2 h in all.');
    expect(paragraph).toContain('The clock stood still: Mon 23 Nov 11:00 – Mon 23 Nov 13:00.');
  });
});

describe('every other decision in words', () => {
  const mail = policyWith(bridgeToMail);
  const contract = policyWith(contractOnly);
  const tuesday = '2026-11-24 12:00';
  const nobody = { requester: { proven: false, entitlement: null } };
  const lapsed = { requester: { proven: true, entitlement: { validUntil: '2026-10-31' } } };

  test.each([
    [
      'no hours',
      contract,
      {
        requester: {
          proven: true,
          entitlement: { firstResponse: { value: 4, unit: 'businessHour' } },
        },
      },
      'The regulation names no working hours, so no due time can be given — clause 7. The term is 4 hours of working time.',
    ],
    [
      'no contract',
      contract,
      { requester: { proven: true, entitlement: null } },
      'A contract is needed first; no term runs — clause 14. No right to support was found — clause 3. The requester is shown the way to a contract.',
    ],
    [
      'the way to a contract',
      contract,
      { requester: { proven: true, entitlement: null } },
      'A contract is asked for here: Telegram — clause 14.',
    ],
    [
      'a plan that has ended',
      modme,
      lapsed,
      'Support is not promised to this requester; no term runs — clause 3. The right to support ended on 31 Oct 2026 — clause 3. The request is registered and the requester is told so.',
    ],
    [
      'over a bridge',
      mail,
      { arrival: 'widget' },
      'The term runs once the message is in the official channel — clause 9. The term is 4 hours of working time.',
    ],
    [
      'where it still has to go',
      mail,
      { arrival: 'widget' },
      'The request still has to reach its official channel: mail — clause 6.',
    ],
    [
      'nobody known',
      mail,
      nobody,
      'The right to support is not confirmed yet — clause 3. The request is handled by the same rules, without a guarantee. Support is a courtesy here, not a promise — clause 3.',
    ],
    [
      'an answer that the guarantee needs',
      mail,
      { answered: new Set(['did', 'name']), requester: { proven: true, entitlement: {} } },
      'Without this, support is a courtesy and not a promise: Phone (clause 12) — clause 3.',
    ],
    [
      'what is missing',
      modme,
      { answered: new Set(['name', 'phone', 'organisation', 'did']), attachments: 1 },
      'Missing from the request:',
    ],
    ['in scope', modme, {}, 'The subject is part of support — clause 4.'],
    [
      'out of scope',
      modme,
      { category: 'training' },
      'Staff training beyond the service is not part of support; if a function itself is unclear, ask about it on Telegram — clause 5.',
    ],
    ['what an agent may do', modme, { category: 'training' }, 'An agent may: refuse — clause 5'],
  ] as const)('%s', (_case, policy, question, said) => {
    const decision = ask(policy, tuesday, question as Partial<Question>);

    expect(explain(policy, decision, 'en').paragraph).toContain(said);
  });

  test('a request older than a dated first edition is told that the edition decides all the same', () => {
    expect(explain(modme, ask(modme, '2025-11-03 12:00'), 'en').paragraph).toContain(
      'The request came before this edition was in force, and it decides all the same.',
    );
  });

  test('an edition without a date says when it was read', () => {
    const joker = policyOf('jokercrm');
    const decision = ask(joker, tuesday, { category: [...joker.categories.keys()][0] ?? '' });

    expect(explain(joker, decision, 'en').paragraph).toContain(
      'Edition without a date, read on 22 Nov 2026.',
    );
  });
});
