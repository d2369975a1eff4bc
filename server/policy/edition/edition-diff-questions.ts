import { bestQuestion } from '#server/policy/decision/best-question.ts';
import {
  dateText,
  dayMs,
  dayOf,
  type LocalDay,
  weekdayIndex,
} from '#server/policy/time/local-date.ts';
import type { Policy } from '#server/policy/packs.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { questionOfCase } from '#server/policy/worked-cases.ts';

/** A question that can be put to two editions, each by its own form and people. */
export interface TypicalQuestion {
  readonly receivedAt: number;
  readonly category: string;
  /** Plan of the requester's contract, where one is meant. */
  readonly plan?: string;
  /** Name of the worked case that it is. */
  readonly workedCase?: string;
  of(policy: Policy): Question;
}

type Standing = 'entitled' | 'lapsed' | 'unknown';

/** Clock times of a vendor's day: around opening, midday, closing and at night. */
const hours = [8.5, 11, 14.5, 18.5, 22];
const noon = 11;

/**
 * What is typically asked: a complete request of a customer at several times of every day of a week,
 * before and on each special day of a year; every category and plan; customers whose right has ended
 * and people nobody knows; the worked cases of both editions.
 *
 * @param from the vendor's day from which week and year are taken
 */
export function typicalQuestions(a: Policy, b: Policy, from: LocalDay): TypicalQuestion[] {
  const monday = from + ((7 - weekdayIndex(from)) % 7);
  const ask = asking(b);
  const category = b.pack.intake.categories.find(({ out }) => out === undefined)?.id ?? '';
  const tuesday = monday + 1;
  const week = Array.from({ length: 7 }, (_, index) => monday + index);
  const plans = unique([a, b].flatMap(({ pack }) => pack.plans.map(({ id }) => id)));
  const categories = unique([b, a].flatMap((policy) => [...policy.categories.keys()]));
  return [
    ...week.flatMap((day) => hours.map((hour) => ask(day, hour, category))),
    ...specialDays(a, b, from).flatMap((day) => [
      ask(day - 1, 14.5, category),
      ask(day, noon, category),
    ]),
    ...categories.flatMap((id) => [
      ask(tuesday, noon, id),
      ...plans.map((plan) => ask(tuesday, noon, id, { plan })),
    ]),
    ask(tuesday, noon, category, { standing: 'lapsed' }),
    ask(tuesday, noon, category, { standing: 'unknown' }),
    ...unique([a, b].flatMap(({ pack }) => pack.cases.map((one) => JSON.stringify(one)))).map(
      (text) => caseQuestion(JSON.parse(text) as Policy['pack']['cases'][number]),
    ),
  ];
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

const caseQuestion = (worked: Policy['pack']['cases'][number]): TypicalQuestion => ({
  receivedAt: Date.parse(worked.given.receivedAt),
  category: worked.given.category,
  workedCase: worked.name,
  of: (policy) => questionOfCase(policy, worked),
});

const asking =
  ({ zone }: Policy) =>
  (
    day: LocalDay,
    hour: number,
    category: string,
    { standing = 'entitled', plan }: { readonly standing?: Standing; readonly plan?: string } = {},
  ): TypicalQuestion => {
    const receivedAt = zone.toInstant(day * dayMs + hour * 3_600_000);
    return {
      receivedAt,
      category,
      ...(plan === undefined ? {} : { plan }),
      of: (policy) => questionOf(policy, { receivedAt, category, plan, standing }),
    };
  };

function questionOf(
  policy: Policy,
  { standing, ...about }: Parameters<typeof bestQuestion>[1] & { readonly standing: Standing },
): Question {
  const { levels, clocks } = policy.pack;
  const best = bestQuestion(policy, { ...about, level: levels[0]?.id });
  const { requester } = best;
  if (standing === 'unknown') return { ...best, requester: { proven: false, entitlement: null } };
  const { kind } = clocks.firstResponse;
  const open = kind === 'contract' || (kind === 'level' && !levels[0]?.firstResponse);
  const entitlement = {
    ...requester.entitlement,
    // a text that leaves the term to somebody else is asked with a common one
    ...(open ? { firstResponse: { value: 4, unit: 'businessHour' as const } } : {}),
    ...(standing === 'lapsed' ? { validUntil: '2000-01-01' } : {}),
  };
  return { ...best, requester: { ...requester, entitlement } };
}

/** Days of a year that are closed by the calendar of either edition, beside days off of every week. */
function specialDays(a: Policy, b: Policy, from: LocalDay): LocalDay[] {
  const special = ['holiday', 'transferred', 'additional'];
  const closed = (day: LocalDay) =>
    [a, b].some(({ desk }) => desk && special.includes(desk.whyClosed(dateText(day)).reason));
  return Array.from({ length: 366 }, (_, index) => from + index).filter(closed);
}

/** The day from which an edition is asked about: its first one, where it has one that is still to come. */
export const askedFrom = ({ pack }: Policy, today: LocalDay): LocalDay =>
  Math.max(today, pack.validFrom === null ? today : dayOf(pack.validFrom));
