import { deskOfOffice } from '#server/policy/calendar/office-coverage.ts';
import type { Policy } from '#server/policy/packs.ts';
import { instant } from './step.ts';

/**
 * When the desk is warned of a first response that is due: with less than a quarter of the working time
 * left. Null where no hours are stated.
 *
 * @param startsAt epoch milliseconds, as is `dueAt`
 */
export function warnAt(
  { desk }: Policy,
  startsAt: number,
  dueAt: number,
  office: string | undefined,
): string | null {
  if (!desk) return null;
  const { schedule } = deskOfOffice(desk, office ?? null);
  const counted = schedule.between(startsAt, dueAt);
  return counted <= 0 ? null : instant(schedule.subtract(dueAt, Math.round(counted / 4)).latest);
}
