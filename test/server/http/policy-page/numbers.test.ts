import { describe, expect, test } from 'vitest';
import { dateAndTime, dayAndMonth, timeOfDay, weekdayAndTime } from '#shared/time.ts';
import { locales } from '#shared/vocabulary.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import { hoursView } from '#server/policy/widget/widget-hours.ts';
import { pricesOf } from '#server/policy/decision/prices.ts';
import { widgetView } from '#server/policy/widget/widget-view.ts';
import type { Policy } from '#server/policy/packs.ts';
import { policyOf } from '#test/support/policies.ts';
import {
  attributes,
  pageOf,
  policyPages,
  readText,
  sectionOf,
  vendors,
} from '#test/support/policy-page.ts';

const instants = [
  '2026-11-22T13:20:00Z', // a Sunday
  '2026-11-24T08:20:00Z', // inside everybody's hours
  '2026-11-20T12:59:00Z', // Friday evening
  '2026-12-07T13:59:00Z', // before the Constitution Day of Uzbekistan
  '2026-12-31T09:00:00Z', // a moved day off in Russia
  '2027-01-05T09:00:00Z', // the Russian New Year holidays
  '2025-11-01T08:00:00Z', // a Russian working Saturday
];
const everywhere = vendors.flatMap((vendor) =>
  instants.map((at) => [vendor, at, policyOf(vendor)] as const),
);

function engineAnswer(policy: Policy, at: string) {
  const { intake, requesters } = policy.pack;
  return decisionOf(policy, {
    receivedAt: Date.parse(at),
    arrival: 'channel',
    category: intake.categories.find(({ out }) => !out)?.id ?? '',
    answered: new Set(intake.fields.map(({ id }) => id)),
    attachments: 1,
    requester: { proven: true, category: requesters.categories[0]?.id, entitlement: {} },
  }).firstResponse;
}

describe.each(everywhere)('the page of %s at %s', (vendor, at, policy) => {
  const now = Date.parse(at);
  const pages = policyPages([policy], at);

  test('S0.1.1 PUB: shows exactly the instants that the engine gives', async () => {
    const { hours } = hoursView(policy, now);
    const promise = engineAnswer(policy, at);
    const expected = [
      hours?.opensAt ?? hours?.closesAt,
      promise.dueAt,
      new Date(now).toISOString(),
    ];

    for (const locale of locales) {
      const html = await pageOf(pages, `/policy/${vendor}?lang=${locale}`);
      expect(attributes(html, 'time', 'datetime')).toEqual(expected.filter(Boolean));
    }
  });

  test('S0.1.1 PUB: draws the week that the engine counts by', async () => {
    const html = await pageOf(pages, `/policy/${vendor}?lang=en`);
    const spoken = attributes(sectionOf(html, 'hours'), 'svg', 'aria-label');
    const { desk } = policy;
    if (!desk) {
      expect(spoken).toEqual([]);
      return;
    }
    const { zone, periods } = desk.schedule;
    const dayMs = 86_400_000;
    const today = Math.floor(zone.toLocal(now) / dayMs);
    const monday = today - ((new Date(today * dayMs).getUTCDay() + 6) % 7);
    const expected = Array.from({ length: 7 }, (_, index) => {
      const from = zone.toInstant((monday + index) * dayMs);
      return periods(from, zone.toInstant((monday + index + 1) * dayMs))
        .map(
          ({ start, end }) => `${timeOfDay(desk.timezone, start)}–${timeOfDay(desk.timezone, end)}`,
        )
        .join(', ');
    });

    expect(spoken.map((hours) => (hours.startsWith('closed') ? '' : hours))).toEqual(expected);
    const bars = [...html.matchAll(/class="open"\s+x="([\d.]+)%"\s+width="([\d.]+)%"/g)].map(
      ([, x, width]) => [Number(x), Number(x) + Number(width)],
    );
    const shares = expected.filter(Boolean).map((hours) =>
      hours.split('–').map((clock) => {
        const [hour = 0, minute = 0] = clock.split(':').map(Number);
        return ((hour * 60 + minute) / 1440) * 100;
      }),
    );
    for (const [index, [from = 0, to = 0]] of shares.entries()) {
      expect(bars[index]?.[0]).toBeCloseTo(from, 1);
      expect(bars[index]?.[1]).toBeCloseTo(to, 1);
    }
    expect(bars).toHaveLength(shares.length);
  });

  test.each(locales)('S0.1.1 PUB: no number in %s comes from elsewhere', async (locale) => {
    const html = await pageOf(pages, `/policy/${vendor}?lang=${locale}`);
    const { pack, zone, desk } = policy;
    const { hours } = hoursView(policy, now);
    const moments = [hours?.opensAt, hours?.closesAt, engineAnswer(policy, at).dueAt]
      .flatMap((moment) => (moment ? [Date.parse(moment)] : []))
      .concat(now)
      .flatMap((moment) => [
        dateAndTime(locale, zone.timezone, moment),
        weekdayAndTime(locale, zone.timezone, moment),
      ]);
    const dayMs = 86_400_000;
    const daysOff = Array.from({ length: 370 }, (_, index) => now + (index - 1) * dayMs).flatMap(
      (moment) => {
        const name = desk?.whyClosed(new Date(moment).toISOString().slice(0, 10)).name;
        return name ? [dayAndMonth(locale, 'UTC', moment), name[locale]] : [];
      },
    );
    const offset = String(zone.offsetAt(now) / 3_600_000);
    const computed = pack.plans.flatMap((plan) => {
      const prices = pricesOf(plan);
      return [prices?.twelveMonths ?? '', prices?.discount?.exampleYear ?? '', '12 ×'];
    });
    const { finalUntil, provisionalUntil } = desk?.calendar.coverage ?? {};
    const known = numbersIn(
      [
        JSON.stringify(pack),
        ...moments,
        ...daysOff,
        ...computed,
        finalUntil,
        provisionalUntil,
        offset,
        '00:00 24:00',
      ].join(' '),
    );

    expect([...numbersIn(readText(html))].filter((number) => !known.has(number))).toEqual([]);
  });
});

/** `42 000` and `42,000` are one number. */
const numbersIn = (text: string): Set<string> =>
  new Set(
    [...text.replace(/(?<=\d)[\s,](?=\d{3}\b)/g, '').matchAll(/\d+/g)].map(([digits]) =>
      String(Number(digits)),
    ),
  );

test.each(vendors)(
  'S0.1.1 PUB: the first reply of %s is the length that the pack gives',
  async (vendor) => {
    const { firstResponse } = policyOf(vendor).pack.clocks;
    const html = await pageOf(policyPages(), `/policy/${vendor}?lang=en`);
    const row = /<li>(?:(?!<li>).)*First reply\b.*?<\/li>/s.exec(sectionOf(html, 'promises'))?.[0];
    const expected =
      firstResponse.kind === 'fixed'
        ? [`${firstResponse.target.value} ${firstResponse.target.unit}`]
        : [];

    expect(row).toContain(`#clause-${firstResponse.clause}`);
    expect(attributes(row ?? '', 'data', 'value')).toEqual(expected);
  },
);

test('S0.1.1 PUB: page and widget promise a customer of MODME the same', async () => {
  const policy = policyOf('modme');
  const now = Date.parse('2026-11-22T13:20:00Z');
  const limits = { attachments: 1, attachmentBytes: 1 };
  const { promise } = widgetView(policy, { locale: 'ru', now, requester: null, limits });
  const html = await pageOf(policyPages([policy]), '/policy/modme?lang=ru');

  expect(promise.dueAt).not.toBeNull();
  expect(attributes(html, 'time', 'datetime')).toContain(promise.dueAt);
});
