import type { CalendarYear } from '#server/policy/calendar/calendar-year.ts';
import { clausesWithoutRule } from '#server/policy/lint/clauses.ts';
import type { LintFinding } from '#server/policy/lint/finding.ts';
import { undecidedKeys } from '#server/policy/lint/keys.ts';
import { doubtfulPrices } from '#server/policy/lint/money.ts';
import { rulesAtOdds } from './lint/rules.ts';
import { calendarReach, readingsToConfirm } from '#server/policy/lint/readings.ts';
import { unreadable } from '#server/policy/lint/shape.ts';
import { openTerms } from '#server/policy/lint/terms.ts';
import { doubtfulTexts, untranslatedTexts } from '#server/policy/lint/texts.ts';
import { nameSettled } from '#server/policy/lint/unsettled.ts';
import type { PolicyPackFile } from './pack.ts';
import { compilePolicy, readPack, vendorDate } from './packs.ts';
import { type FailedCase, failedCases } from './worked-cases.ts';

/** What the linter goes by besides the file. */
export interface LintSurroundings {
  readonly calendarYears: readonly CalendarYear[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Everything an author of a pack should know about it, errors first. A file that cannot be read says
 * only why; an empty list means that nothing is left to do.
 *
 * @param json the parsed file, defaults not filled in
 */
export function lintPack(json: unknown, { calendarYears, now }: LintSurroundings): LintFinding[] {
  const read = readPack(json);
  if (!read.ok) return byWeight([...unreadable(read.failure), ...doubtfulTexts(json)]);
  const pack = read.value;
  const policy = compilePolicy(pack, calendarYears);
  const findings = [
    ...failedCases(policy).map(caseFinding),
    ...rulesAtOdds(pack),
    ...undecidedKeys(json as PolicyPackFile),
    ...clausesWithoutRule(pack),
    ...doubtfulTexts(json),
    ...untranslatedTexts(pack),
    ...doubtfulPrices(pack),
    ...openTerms(pack),
    ...readingsToConfirm(pack),
    ...(policy.desk
      ? calendarReach(pack, policy.desk.calendar.coverage, vendorDate(policy, now))
      : []),
  ];
  return byWeight(nameSettled(findings, pack.unsettled));
}

const caseFinding = ({ index, name, differences }: FailedCase): LintFinding => ({
  code: 'case.failed',
  level: 'error',
  at: `/cases/${index}/expect`,
  text: `"${name}": ${differences.join('; ')}.`,
  remedy: 'Work the case by hand once more; then mend the rule or the case.',
});

const weights = { error: 0, warning: 1, unsettled: 2, note: 3 } as const;

const byWeight = (findings: readonly LintFinding[]): LintFinding[] =>
  findings.toSorted((a, b) => weights[a.level] - weights[b.level]);

/** Whether an edition with these findings may be published. */
export const isPublishable = (findings: readonly LintFinding[]): boolean =>
  findings.every(({ level }) => level !== 'error');
