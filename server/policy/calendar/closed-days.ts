import type { IcalDay } from './ical-write.ts';
import { dateText, dayOf } from '#server/policy/time/local-date.ts';
import { type Policy, vendorDate } from '#server/policy/packs.ts';

/**
 * The days on which a desk is closed by its calendar, from the year of `now` to the last one that
 * somebody has stated. Empty where the regulation names no hours.
 *
 * @param now epoch milliseconds
 */
export function closedDays(policy: Policy, now: number): IcalDay[] {
  const { desk } = policy;
  if (!desk) return [];
  const { calendar } = desk;
  const { finalUntil, provisionalUntil } = calendar.coverage;
  const year = vendorDate(policy, now).slice(0, 4);
  const last = [`${year}-12-31`, finalUntil ?? '', provisionalUntil ?? ''].toSorted().at(-1) ?? '';
  const days: IcalDay[] = [];
  for (let at = dayOf(`${year}-01-01`); at <= dayOf(last); at += 1) {
    const day = calendar.dayOn(at);
    if (!day || desk.whyClosed(dateText(at)).reason !== day.kind) continue;
    const tentative = calendar.statusOf(Number(day.date.slice(0, 4))) !== 'final';
    days.push({ day, tentative });
  }
  return days;
}
