import { knownZone, readersTime } from '#shared/time.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Words } from '#desk/text/words.ts';

/**
 * An instant as the vendor, the requester and the reading agent see it; said once where equal.
 *
 * @param at epoch milliseconds
 * @param requesterZone where the requester is; null where nobody knows
 */
export function zonesOf(
  { say, locale }: Words,
  { timezone: { id, label } }: Pick<DeskTicket, 'timezone'>,
  {
    requesterZone,
    readerZone,
  }: { readonly requesterZone: string | null; readonly readerZone: string },
  at: number,
): string {
  const theirs = readersTime(locale, id, knownZone(requesterZone ?? id, id), at);
  const yours = readersTime(locale, id, readerZone, at);
  return [
    theirs
      ? say('terms.zoneRequester', { zone: label, time: theirs })
      : say('terms.zoneOne', { zone: label }),
    ...(yours ? [say('terms.zoneYou', { time: yours })] : []),
  ].join(' ');
}
