import type { SurveyRepeat } from '#shared/wire/surveys.ts';

const months = { month: 1, quarter: 3, year: 12 } as const satisfies Record<SurveyRepeat, number>;

/**
 * When the next wave begins: the same day and time of day, or the last day of a month that is shorter.
 *
 * @param startsAt epoch milliseconds
 */
export function nextWaveAt(startsAt: number, repeats: SurveyRepeat): number {
  const start = new Date(startsAt);
  const month = start.getUTCMonth() + months[repeats];
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const next = new Date(startsAt);
  next.setUTCFullYear(start.getUTCFullYear(), month, Math.min(start.getUTCDate(), lastDay));
  return next.getTime();
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
