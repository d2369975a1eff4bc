import type { SurveyRepeat } from '#shared/wire/surveys.ts';

const months = { month: 1, quarter: 3, year: 12 } as const satisfies Record<SurveyRepeat, number>;

/**
 * When the next wave begins: the day and time of day of the first one, or the last day of a month that is
 * shorter. Periods that have gone by are left out, so that nobody is asked for all of them at once.
 *
 * @param firstAt when the first wave began, epoch milliseconds
 * @param after the next one is later than this, epoch milliseconds
 */
export function nextWaveAt(firstAt: number, repeats: SurveyRepeat, after: number): number {
  const gone = monthOf(new Date(after)) - monthOf(new Date(firstAt));
  const next = Math.max(1, Math.floor(gone / months[repeats])) * months[repeats];
  const at = monthsLater(firstAt, next);
  return at > after ? at : monthsLater(firstAt, next + months[repeats]);
}

const monthOf = (at: Date): number => at.getUTCFullYear() * 12 + at.getUTCMonth();

function monthsLater(from: number, count: number): number {
  const start = new Date(from);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + count];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  start.setUTCFullYear(year, month, Math.min(start.getUTCDate(), lastDay));
  return start.getTime();
}

/** What a wave has brought. Null where there is nothing to divide by. */
export const waveFigures = (counted: {
  readonly invited: number;
  readonly answered: number;
  /** Mean of the scores that were given, 1 to 5. */
  readonly score: number | null;
}) => ({
  ...counted,
  responseRate: counted.invited === 0 ? null : counted.answered / counted.invited,
});
