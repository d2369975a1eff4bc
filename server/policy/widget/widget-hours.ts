import type { WidgetConfig } from '#shared/wire/widget-config.ts';
import { hoursToday } from '#server/policy/calendar/desk-hours.ts';
import type { Policy } from '#server/policy/packs.ts';

const wire = (at: number) => new Date(at).toISOString();

/** Whether the desk is open, until when or from when; the silent clause where no hours are stated. */
export function hoursView(
  { pack, desk }: Policy,
  now: number,
): Pick<WidgetConfig, 'hours' | 'hoursNotStatedClause'> {
  if (!desk) return { hours: null, hoursNotStatedClause: pack.desk.clause };
  const openNow = desk.schedule.isOpen(now);
  const closesAt = openNow ? desk.schedule.nextClose(now) : undefined;
  return {
    hours: {
      openNow,
      ...(closesAt === undefined ? {} : { closesAt: wire(closesAt) }),
      ...(openNow ? {} : { opensAt: wire(desk.schedule.nextOpen(now)) }),
      today: hoursToday(desk, now).map(({ from, to }) => ({ from: wire(from), to: wire(to) })),
      clause: pack.desk.clause,
    },
  };
}
