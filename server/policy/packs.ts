import type { z } from 'zod';
import { fail, type Result, succeed } from '#shared/result.ts';
import { compileDesk, type DeskCalendar } from '#server/policy/calendar/desk-hours.ts';
import { dateText, dayMs, dayOf, type LocalDay } from '#server/policy/time/local-date.ts';
import { type PackCategory, type PackField, type PolicyPack, policyPack } from './pack.ts';
import { withChoices } from '#server/policy/pack/choices.ts';
import { pointerOf } from '#server/policy/pack/pointer.ts';
import { brokenReferences, type PackProblem } from '#server/policy/pack/references.ts';
import { type Zone, isTimezone, zoneOf } from '#server/policy/time/zone.ts';

/** A pack made ready to decide by: working time compiled, names looked up once. */
export interface Policy {
  readonly pack: PolicyPack;
  /** Null where the regulation names no hours. */
  readonly desk: DeskCalendar | null;
  readonly zone: Zone;
  /** The vendor's day on which the edition comes into force; null where it always was. */
  readonly validFromDay: LocalDay | null;
  readonly categories: ReadonlyMap<string, PackCategory>;
  readonly fields: ReadonlyMap<string, PackField>;
  readonly outReasons: ReadonlyMap<string, PolicyPack['scope']['out'][number]>;
}

/** The pack in a parsed JSON file, or everything its author has to mend. */
export function readPack(json: unknown): Result<PolicyPack, PackProblem[]> {
  const parsed = policyPack.safeParse(json);
  if (!parsed.success) {
    return fail(parsed.error.issues.flatMap((issue) => plainIssues(issue, [])));
  }
  const problems = brokenReferences(parsed.data);
  if (!isTimezone(parsed.data.desk.timezone)) {
    problems.push({
      code: 'schema.invalid',
      at: '/desk/timezone',
      problem: 'is not in the time zone database',
    });
  }
  return problems.length > 0 ? fail(problems) : succeed(withChoices(parsed.data));
}

/** Of a choice between shapes only the nearest one is worth telling. */
function plainIssues(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): PackProblem[] {
  const path = [...above, ...issue.path];
  const nearest =
    issue.code === 'invalid_union'
      ? issue.errors.toSorted((a, b) => a.length - b.length)[0]
      : undefined;
  return nearest?.length
    ? nearest.flatMap((inner) => plainIssues(inner, path))
    : [{ code: 'schema.invalid', at: pointerOf(path), problem: inWords(issue) }];
}

/** The library's message without its programmers' words. */
const inWords = ({ message }: z.core.$ZodIssue): string =>
  message.replace(/^Invalid input: /, '').replace(', received undefined', ' is missing');

/** @param calendarYears what `compileDesk` counts by; years a desk does not need are ignored */
export function compilePolicy(
  pack: PolicyPack,
  calendarYears: Parameters<typeof compileDesk>[1],
): Policy {
  return {
    pack,
    desk: 'offices' in pack.desk ? compileDesk(pack.desk, calendarYears) : null,
    zone: zoneOf(pack.desk.timezone),
    validFromDay: pack.validFrom === null ? null : dayOf(pack.validFrom),
    categories: new Map(pack.intake.categories.map((category) => [category.id, category])),
    fields: new Map(pack.intake.fields.map((field) => [field.id, field])),
    outReasons: new Map(pack.scope.out.map((out) => [out.reason, out])),
  };
}

/** The vendor's date at an instant, `YYYY-MM-DD`. */
export const vendorDate = (policy: Policy, at: number): string => dateText(vendorDay(policy, at));

/** The same day as a number. */
export const vendorDay = ({ zone }: Policy, at: number): LocalDay =>
  Math.floor(zone.toLocal(at) / dayMs);
