import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { healthRoutes } from '#server/features/health/health.routes.ts';
import { closedDaysRoutes } from '#server/features/calendars/closed-days.routes.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import type { Deps } from '#server/deps.ts';
import { readIcal } from '#server/policy/calendar/ical-read.ts';
import { dateText } from '#server/policy/time/local-date.ts';
import { policyOf } from '#test/support/policies.ts';

const policies = policyRegistry(
  ['modme', 'didox24', 'moidokumenty', 'technokad', 'jokercrm'].map(policyOf),
);
const appAt = (at: string): Hono => {
  const deps = { policies, now: () => Date.parse(at) } as unknown as Deps;
  return new Hono().route('/', healthRoutes(deps)).route('/', closedDaysRoutes(deps));
};
const healthAt = async (at: string) => (await appAt(at).request('/health')).json();

test('S0.7.2 POL: coverage of each calendar is shown, and Uzbekistan warns before its decree', async () => {
  expect(await healthAt('2026-11-22T08:00:00Z')).toEqual({
    status: 'warning',
    calendars: {
      'ru-production': { finalUntil: '2027-12-31', provisionalUntil: null, warns: [] },
      'uz-six-day': {
        finalUntil: '2026-12-31',
        provisionalUntil: '2027-12-31',
        warns: ['calendar.ends_soon'],
      },
    },
  });
});

test.each([
  ['2026-06-01T08:00:00Z', 'ok'],
  ['2026-12-31T18:59:59Z', 'warning'],
  // midnight in Tashkent: the vendor's date decides
  ['2026-12-31T19:00:00Z', 'failing'],
])('health at %s is %s', async (at, status) => {
  expect(await healthAt(at)).toMatchObject({ status });
});

/** `2026-12-31` of every event of a vendor's file. */
async function closedDates(vendor: string, query = ''): Promise<string[]> {
  const answer = await appAt('2026-11-22T08:00:00Z').request(
    `/policy/${vendor}/closed-days.ics${query}`,
  );
  const read = readIcal(await answer.text());
  return read.ok ? read.value.map(({ first }) => dateText(first)) : [];
}

test('S0.7.2 POL: closed days of a vendor can be subscribed to', async () => {
  const answer = await appAt('2026-11-22T08:00:00Z').request('/policy/modme/closed-days.ics');
  const text = await answer.text();

  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(text).toContain('\r\nSUMMARY:Yangi yil\r\n'.replace('Yangi yil', 'Новый год'));
  expect(text).toMatch(/DTSTART;VALUE=DATE:20270901\r\n[^]*?STATUS:TENTATIVE/);
  const dates = await closedDates('modme');
  expect(dates).toContain('2026-12-31');
  expect(dates).not.toContain('2026-12-07');
  expect([dates[0], dates.at(-1)]).toEqual(['2026-01-01', '2027-12-08']);
});

test('S3.2.1.1 POL: the production calendar closes what it closes, and no worked Saturday', async () => {
  const dates = await closedDates('technokad');

  expect(dates).toEqual(expect.arrayContaining(['2027-02-22', '2027-11-05', '2027-12-31']));
  expect(dates).not.toContain('2027-02-20');
});

test('a file says the same until something changes', async () => {
  const app = appAt('2026-11-22T08:00:00Z');
  const first = await app.request('/policy/modme/closed-days.ics?lang=uz');
  const tag = first.headers.get('etag') ?? '';
  const again = await app.request('/policy/modme/closed-days.ics?lang=uz', {
    headers: { 'if-none-match': tag },
  });

  expect(first.headers.get('content-language')).toBe('uz');
  expect(await first.text()).toContain('SUMMARY:Yangi yil');
  expect(again.status).toBe(304);
});

test.each(['nobody', 'didox24'])('%s has no closed days to subscribe to', async (vendor) => {
  const answer = await appAt('2026-11-22T08:00:00Z').request(`/policy/${vendor}/closed-days.ics`);

  expect(answer.status).toBe(404);
});
