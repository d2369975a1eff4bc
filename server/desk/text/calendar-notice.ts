import type { DeskQueue } from '#shared/wire/desk.ts';
import { civilDate } from '#shared/time.ts';
import type { Words } from '#desk/text/words.ts';

/** What agents should know of a calendar that ends soon or has ended; undefined where it does neither. */
export function calendarNotice(
  { say, locale }: Words,
  { calendar, now }: Pick<DeskQueue, 'calendar' | 'now'>,
): string | undefined {
  if (!calendar) return undefined;
  const { finalUntil } = calendar;
  if (finalUntil === null) return say('queue.calendarUnknown');
  const key = finalUntil < now.slice(0, 10) ? 'queue.calendarEnded' : 'queue.calendarEnds';
  return say(key, { date: civilDate(locale, finalUntil) });
}
