import type { TimePreview } from '#shared/wire/hours.ts';
import { durationText } from '#shared/time.ts';
import type { Words } from '#desk/text/words.ts';

/** What work would take from the month of the plan, in one sentence. */
export function debitPreview(
  { say, locale }: Words,
  { countedMinutes, budget, choices }: TimePreview,
): string {
  if (!budget) return say('preview.free');
  const text = (minutes: number) => durationText(locale, minutes * 60);
  const counted = text(countedMinutes);
  const whole = text(budget.budgetMinutes);
  const left = text(Math.max(0, budget.leftMinutes));
  if (choices.length > 0) return say('preview.choose', { counted, left, whole });
  return budget.leftMinutes < 0
    ? say('preview.over', { counted, over: text(-budget.leftMinutes), whole })
    : say('preview.counted', { counted, left, whole });
}
