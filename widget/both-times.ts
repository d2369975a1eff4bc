import { nearMoment, readersTime } from '#shared/time.ts';
import type { Ui } from '#widget/words.ts';

/**
 * A moment by the vendor's clock and, where it shows something else, by the reader's:
 * `пн 16:31, у вас 14:31`. `named` adds the vendor's zone, for places where nothing else names it.
 */
export function bothTimes(
  { words, config, now, readerZone }: Ui,
  instant: string,
  named: 'named' | 'plain' = 'plain',
): string {
  const { t, locale } = words;
  const { id, label } = config.timezone;
  const at = Date.parse(instant);
  const said = nearMoment(locale, id, at, now);
  const yours = readersTime(locale, id, readerZone, at);
  if (!yours) return said;
  const vendors = named === 'named' ? `${said} (${label})` : said;
  return `${vendors}, ${t('promise.yours', { time: yours })}`;
}
