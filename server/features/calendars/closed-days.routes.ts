import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { type Locale, locales } from '#shared/vocabulary.ts';
import type { Deps } from '#server/deps.ts';
import { calendarWords, kindNames } from '#server/features/calendars/calendar-words.ts';
import { problemResponse } from '#server/http/problem-reply.ts';
import { closedDays } from '#server/policy/calendar/closed-days.ts';
import { writeIcal } from '#server/policy/calendar/ical-write.ts';

const refreshHours = 12;

/**
 * `/policy/<vendor>/closed-days.ics`: the days on which a desk is closed by its calendar, for
 * anybody's calendar program. Days of a year that is not final are tentative. `?lang=` as on the page.
 */
export function closedDaysRoutes({ policies, now }: Pick<Deps, 'policies' | 'now'>): Hono {
  const app = new Hono();
  app.get('/policy/:vendor/closed-days.ics', etag(), (c) => {
    const vendor = c.req.param('vendor');
    const policy = policies.inForce(vendor, now());
    if (!policy?.desk) return problemResponse({ code: 'request.not_found' });
    const asked = c.req.query('lang');
    const locale: Locale = locales.find((one) => one === asked) ?? policy.pack.languages[0] ?? 'ru';
    const head = {
      ...kindNames(locale),
      id: `closed-days.${vendor}`,
      name: calendarWords(locale)('closed.name', { vendor: policy.pack.name[locale] }),
      refreshHours,
    };
    c.header('content-language', locale);
    c.header('cache-control', `public, max-age=${refreshHours * 1800}`);
    c.header('content-disposition', `inline; filename="${vendor}-closed-days.ics"`);
    return c.body(writeIcal(head, closedDays(policy, now())), 200, {
      'content-type': 'text/calendar; charset=utf-8',
    });
  });
  return app;
}
