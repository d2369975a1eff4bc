import type { Locale } from '#shared/vocabulary.ts';
import type { DeskQueue } from '#shared/wire/desk.ts';
import type { Deps } from '#server/deps.ts';
import { countViews } from '#server/features/tickets/count-views.ts';
import {
  cursorOf,
  type QueueCursor,
  type QueuePart,
} from '#server/features/tickets/queue-cursor.ts';
import { queueFilter, type QueueFilter } from '#server/features/tickets/queue-filter.ts';
import { queuePage } from '#server/features/tickets/queue-page.ts';
import { queueRow, whyHere } from '#server/features/tickets/queue-row.ts';
import { checkCoverage } from '#server/policy/calendar/calendar-coverage.ts';
import type { DeskCalendar } from '#server/policy/calendar/desk-hours.ts';
import { dayOf } from '#server/policy/time/local-date.ts';
import { type Policy, vendorDate } from '#server/policy/packs.ts';

/** Which page of a desk's queue. */
export interface QueueAsked {
  readonly part: QueuePart;
  readonly after?: QueueCursor | undefined;
  readonly limit: number;
  readonly filter?: QueueFilter;
}

/** A page of one desk's tickets in the order of its regulation in force; those resolved newest first. */
export async function deskQueue(
  { db, policies, now: clock }: Pick<Deps, 'db' | 'policies' | 'now'>,
  policy: Policy,
  locale: Locale,
  { part, after, limit, filter = {} }: QueueAsked,
): Promise<DeskQueue> {
  const { pack, desk } = policy;
  const now = clock();
  const at = new Date(now);
  const wanted = queueFilter(pack, filter);
  // one more than is shown: why the last one stands there depends on the next
  const place = { part, after, limit: limit + 1, wanted, now: at };
  const [found, counts] = await Promise.all([
    queuePage(db, pack.vendor, place),
    countViews(db, pack.vendor, at, wanted),
  ]);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    vendor: pack.vendor,
    order: pack.queue.order,
    severities: pack.queue.severities,
    open: desk && openState(desk, now),
    timezone: { id: pack.desk.timezone, label: pack.timezoneLabel[locale] },
    ...(desk && coverageEnds(policy, desk, now)
      ? { calendar: { finalUntil: desk.calendar.coverage.finalUntil } }
      : {}),
    rows: shown.map((ticket, index) => ({
      ...queueRow(policies.edition(pack.vendor, ticket.edition) ?? policy, ticket, now),
      ...(part === 'resolved' ? {} : whyHere(pack, ticket, found[index + 1])),
    })),
    next: last ? cursorOf(part, last) : null,
    counts,
    now: at.toISOString(),
  };
}

function openState({ schedule }: DeskCalendar, now: number): DeskQueue['open'] {
  const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
  return schedule.isOpen(now)
    ? { now: true, until: iso(schedule.nextClose(now)), opensAt: null }
    : { now: false, until: null, opensAt: iso(schedule.nextOpen(now)) };
}

const coverageEnds = (policy: Policy, { calendar }: DeskCalendar, now: number): boolean =>
  checkCoverage(calendar, dayOf(vendorDate(policy, now))).length > 0;
