import type { CalendarYear } from './calendar-year.ts';
import { clausesWithoutRule } from './lint/clauses.ts';
import type { LintFinding } from './lint/finding.ts';
import { undecidedKeys } from './lint/keys.ts';
import { doubtfulPrices } from './lint/money.ts';
import { calendarReach, readingsToConfirm } from './lint/readings.ts';
import { unreadable } from './lint/shape.ts';
import { openTerms } from './lint/terms.ts';
import { doubtfulTexts, untranslatedTexts } from './lint/texts.ts';
import { nameSettled } from './lint/unsettled.ts';
import type { PolicyPackFile } from './pack.ts';
import { compilePolicy, readPack, vendorDate } from './packs.ts';
import { failedCases } from './worked-cases.ts';

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
  const cases = failedCases(policy).map((text): LintFinding => ({
    code: 'case.failed',
    level: 'error',
    at: '/cases',
    text,
    remedy: 'Work the case by hand once more; then mend the rule or the case.',
  }));
  const findings = [
    ...cases,
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

const weights = { error: 0, warning: 1, unsettled: 2, note: 3 } as const;

const byWeight = (findings: readonly LintFinding[]): LintFinding[] =>
  findings.toSorted((a, b) => weights[a.level] - weights[b.level]);

/** Whether an edition with these findings may be published. */
export const isPublishable = (findings: readonly LintFinding[]): boolean =>
  findings.every(({ level }) => level !== 'error');
