import type { OverageChoice } from '#shared/vocabulary.ts';
import type { Policy } from '#server/policy/packs.ts';
import {
  type BudgetQuestion,
  countedMinutes,
  type HoursBudget,
  hoursBudget,
  overageChoicesOf,
  type TimeEntry,
} from './hours-budget.ts';

/** Work to be counted, and what an agent chose for the case that the hours do not suffice. */
export interface Debit {
  readonly minutes: number;
  readonly ownError?: boolean;
  readonly choice?: OverageChoice | undefined;
}

/** How a piece of work is counted. Instants in epoch milliseconds. */
export type DebitOutcome =
  /** It uses nothing up: the regulation counts no hours here, or not those of such work. */
  | { readonly outcome: 'free' }
  | {
      readonly outcome: 'counted';
      /** In whose month it counts: when it was worked, or the beginning of the next month. */
      readonly at: number;
      readonly minutes: number;
      /** What it was counted by, where the hours did not suffice. */
      readonly choice: Exclude<OverageChoice, 'order'> | null;
      /** That month with this work in it. */
      readonly budget: HoursBudget;
      /** Whether this work is what brought the month to its warning. */
      readonly warns: boolean;
    }
  /** It does not fit and nobody has chosen what is allowed: `budget` is without it. */
  | {
      readonly outcome: 'choose';
      readonly minutes: number;
      readonly choices: readonly OverageChoice[];
      readonly budget: HoursBudget;
    };

/**
 * Counts one piece of work, worked at `question.at`. No month goes below zero, but where an agent
 * chose overage or the pack allows it without asking. A choice counts only where the hours do not
 * suffice; with `carryOver` neither may the month after lose what it has used already.
 *
 * @param question its entries hold everything from the month before on
 */
export function debitHours(policy: Policy, question: BudgetQuestion, debit: Debit): DebitOutcome {
  const { hours } = policy.pack;
  const before = hoursBudget(policy, question);
  const minutes = hours && before ? countedMinutes(hours, debit) : 0;
  if (!hours || !before || minutes === 0) return { outcome: 'free' };

  const counted = (at: number, choice: Exclude<OverageChoice, 'order'> | null): DebitOutcome => {
    const was = hoursBudget(policy, { ...question, at }) ?? before;
    const budget = hoursBudget(policy, withWork(question, at, minutes)) ?? before;
    const warns = was.state === 'left' && budget.state !== 'left';
    return { outcome: 'counted', at, minutes, choice, budget, warns };
  };
  if (fits(policy, question, question.at, minutes)) return counted(question.at, null);

  const nextMonth = before.month.until;
  const hasNextMonth =
    (question.until === undefined || question.until > nextMonth) &&
    fits(policy, question, nextMonth, minutes);
  const choices = overageChoicesOf[hours.overage].filter(
    (choice) => choice !== 'next_month' || hasNextMonth,
  );
  const choice = hours.overage === 'allow' ? 'overage' : debit.choice;
  if (choice === undefined || choice === 'order' || !choices.includes(choice)) {
    return { outcome: 'choose', minutes, choices, budget: before };
  }
  return counted(choice === 'next_month' ? nextMonth : question.at, choice);
}

/** Whether neither the month of the work nor the one after it falls below zero by it. */
function fits(policy: Policy, question: BudgetQuestion, at: number, minutes: number): boolean {
  const worked = withWork(question, at, minutes);
  const month = hoursBudget(policy, worked);
  if (!month || month.leftMinutes < 0) return false;
  const { until } = month.month;
  const leftAfter = (of: BudgetQuestion) =>
    hoursBudget(policy, { ...of, at: until })?.leftMinutes ?? 0;
  return leftAfter(worked) >= Math.min(0, leftAfter(question));
}

const withWork = (question: BudgetQuestion, at: number, minutes: number): BudgetQuestion => {
  const work: TimeEntry = { at, minutes, countedMinutes: minutes };
  return { ...question, at, entries: [...question.entries, work] };
};
