import { type Policy, vendorDay } from '#server/policy/packs.ts';
import { dayMs, dayOf, type LocalDay } from '#server/policy/time/local-date.ts';

/** A contract's plan. Days are the vendor's, `YYYY-MM-DD`, the last one whole. */
export interface PlanPeriod {
  readonly plan: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** Day of the contract itself, where it is another one than its first. */
  readonly signedOn: string | null;
}

/** The plan that somebody has at an instant. Instants in epoch milliseconds. */
export interface HeldPlan {
  readonly plan: string;
  /** Day of the month on which its months begin where they are those of the contract. */
  readonly contractDay: number;
  /** First instant of the plan; contracts with the same plan that follow at once are one stretch. */
  readonly since: number;
  /** First instant after it; absent: it goes on. */
  readonly until?: number;
}

/**
 * The plan in force: of contracts that hold at once the newest decides.
 *
 * @param periods the newest first
 * @returns null where no contract holds on that day, or the one that does has no plan
 */
export function planHeld(
  policy: Policy,
  periods: readonly PlanPeriod[],
  at: number,
): HeldPlan | null {
  const today = vendorDay(policy, at);
  const held = periods.find((period) => holdsOn(stretchOf(period), today));
  if (!held?.plan) return null;
  const { plan, validFrom, signedOn } = held;
  const same = periods.filter((one) => one.plan === plan).map(stretchOf);
  const { from, last } = joined(same).find((one) => holdsOn(one, today)) ?? stretchOf(held);
  const midnight = (day: LocalDay) => policy.zone.toInstant(day * dayMs);
  return {
    plan,
    contractDay: Number((signedOn ?? validFrom).slice(8)),
    since: midnight(from),
    ...(last === Infinity ? {} : { until: midnight(last + 1) }),
  };
}

/** Days from the first to the last, both inclusive; the last may be Infinity. */
interface Stretch {
  readonly from: LocalDay;
  readonly last: LocalDay;
}

const stretchOf = ({ validFrom, validUntil }: PlanPeriod): Stretch => ({
  from: dayOf(validFrom),
  last: validUntil === null ? Infinity : dayOf(validUntil),
});

const holdsOn = ({ from, last }: Stretch, day: LocalDay): boolean => from <= day && day <= last;

function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => a.from - b.from)) {
    const open = whole.at(-1);
    if (!open || next.from > open.last + 1) whole.push(next);
    else whole[whole.length - 1] = { from: open.from, last: Math.max(open.last, next.last) };
  }
  return whole;
}
