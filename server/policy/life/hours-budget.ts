import type { OverageChoice } from '#shared/vocabulary.ts';
import { hoursMonth, type HoursMonth } from './hours-month.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';
import { countsHoursOf, planOf } from '#server/policy/decision/plans.ts';

/** Time that somebody worked. */
export interface TimeEntry {
  /** Epoch milliseconds: the month it belongs to. */
  readonly at: number;
  readonly minutes: number;
  /** Minutes as they were counted when they were logged; absent: as the rules below count them. */
  readonly countedMinutes?: number;
  /** Spent on the vendor's own error. */
  readonly ownError?: boolean;
  /** Worked under an accepted order: paid apart, so it uses nothing up. */
  readonly ordered?: boolean;
}

/** How a plan's hours stand in one month. Minutes. */
export interface HoursBudget {
  readonly month: HoursMonth;
  readonly budgetMinutes: number;
  /** Of `budgetMinutes`: brought over from the month before. */
  readonly carriedMinutes: number;
  readonly usedMinutes: number;
  /** Below zero once more was worked than the plan holds. */
  readonly leftMinutes: number;
  /** From so many used minutes on the desk is warned. */
  readonly warnAtMinutes: number;
  /** `used_up`: an agent has to choose before more is worked. */
  readonly state: 'left' | 'warn' | 'used_up';
  /** Empty until the hours are used up. */
  readonly choices: readonly OverageChoice[];
  readonly clause: string;
}

/** Whose hours are counted. */
export interface BudgetQuestion {
  readonly plan: string;
  /** Epoch milliseconds; its month is counted. */
  readonly at: number;
  readonly entries: readonly TimeEntry[];
  /** Day of the month on which the contract began, 1 to 31; without effect on calendar months. */
  readonly contractDay?: number;
  /** First instant of the plan, epoch milliseconds: a month that ended before it brings nothing over. */
  readonly since?: number;
  /** First instant after the plan, epoch milliseconds; absent: it goes on. */
  readonly until?: number;
}

/** What an agent may choose once the hours do not suffice, by the pack's rule (E2). */
export const overageChoicesOf: Readonly<Record<HoursRule['overage'], readonly OverageChoice[]>> = {
  ask: ['overage', 'order', 'next_month'],
  refuse: ['order', 'next_month'],
  allow: ['overage'],
};

/** How a pack keeps the hours of its plans. */
export type HoursRule = NonNullable<PolicyPack['hours']>;

/**
 * What is left of a plan's hours (E2, E4).
 *
 * @returns null where the regulation counts no hours for such a plan
 */
export function hoursBudget(policy: Policy, question: BudgetQuestion): HoursBudget | null {
  const { hours } = policy.pack;
  const plan = planOf(policy.pack, question.plan);
  if (!hours || !plan?.hoursPerMonth || !countsHoursOf(hours, plan)) return null;

  const startDay = hours.month === 'calendar' ? 1 : (question.contractDay ?? 1);
  const month = hoursMonth(policy, question.at, startDay);
  const own = plan.hoursPerMonth * 60;
  const usedIn = ({ from, until }: HoursMonth) =>
    sum(
      question.entries
        .filter((entry) => entry.at >= from && entry.at < until)
        .map((entry) => entry.countedMinutes ?? countedMinutes(hours, entry)),
    );
  const before = hoursMonth(policy, month.from - 1, startDay);
  const carries = hours.carryOver === 'next_month' && before.until > (question.since ?? -Infinity);
  const carried = carries ? Math.max(0, own - usedIn(before)) : 0;
  const budgetMinutes = own + carried;
  const usedMinutes = usedIn(month);
  const usedUp = usedMinutes >= budgetMinutes;
  const warnAtMinutes = (budgetMinutes * hours.warnAtPercent) / 100;
  return {
    month,
    budgetMinutes,
    carriedMinutes: carried,
    usedMinutes,
    leftMinutes: budgetMinutes - usedMinutes,
    warnAtMinutes,
    state: usedUp ? 'used_up' : usedMinutes >= warnAtMinutes ? 'warn' : 'left',
    choices: usedUp ? overageChoicesOf[hours.overage] : [],
    clause: plan.hoursClause ?? plan.clause,
  };
}

/**
 * Minutes as the budget counts them: whole quanta where it rounds up, none of what is paid apart or
 * was the vendor's own error where those are free.
 */
export function countedMinutes(
  { quantumMinutes, rounding, ownErrors }: HoursRule,
  { minutes, ownError, ordered }: Pick<TimeEntry, 'minutes' | 'ownError' | 'ordered'>,
): number {
  if (ordered || (ownError && ownErrors === 'free')) return 0;
  return rounding === 'up' ? Math.ceil(minutes / quantumMinutes) * quantumMinutes : minutes;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
