import { fail, type Result, succeed } from '#shared/result.ts';
import type { HoursError } from './hours-question.ts';
import { dayMs } from '#server/policy/time/local-date.ts';
import type { ScheduleSpec } from '#server/policy/time/schedule-days.ts';
import { scheduleJson } from '#server/policy/time/schedule-json.ts';
import { compileSchedule, type Schedule } from '#server/policy/time/schedule.ts';

/** Working time that questions are put to. */
export interface Hours {
  readonly schedule: Schedule;
  /** Whether a day from one instant to another follows a calendar that is not final. */
  isEstimated(from: number, to: number): boolean;
}

/** The hours behind a name, compiled anew each time. */
export type NamedHours = (name: string) => Result<Hours, HoursError>;

/** Finds the working time that a line names or holds, and compiles each once. */
export interface HoursBook {
  /** @param around an instant of the question */
  find(schedule: unknown, around: number): Result<Hours, HoursError>;
  /** Lets go of hours that a question made learn many years. */
  forget(schedule: unknown, around: number): void;
}

const keptSchedules = 32;
const keptTextLength = 64_000;
const mostRangesADay = 24;
/** One compiled schedule answers for so long a time: questions of all centuries do not add up in it. */
const shelfMs = 20 * 366 * dayMs;

/** A book that keeps the schedules used last, by their text. */
export function hoursBook(named: NamedHours): HoursBook {
  const kept = new Map<string, Result<Hours, HoursError>>();
  return {
    find: (schedule, around) => {
      const key = keyOf(schedule, around);
      if (key === undefined) return fail('hours.invalid_schedule');
      const known = kept.get(key);
      const hours =
        known ?? (typeof schedule === 'string' ? named(schedule) : compileJson(schedule));
      kept.delete(key);
      if (key.length <= keptTextLength) kept.set(key, hours);
      const [oldest] = kept.size > keptSchedules ? kept.keys() : [];
      if (oldest !== undefined) kept.delete(oldest);
      return hours;
    },
    forget: (schedule, around) => void kept.delete(keyOf(schedule, around) ?? ''),
  };
}

/** Undefined for JSON nested deeper than it can be written again. */
function keyOf(schedule: unknown, around: number): string | undefined {
  try {
    return `${Math.floor(around / shelfMs)} ${JSON.stringify(schedule)}`;
  } catch {
    return undefined;
  }
}

function compileJson(json: unknown): Result<Hours, HoursError> {
  const spec = scheduleJson.safeParse(json);
  if (!spec.success) return fail('hours.invalid_schedule');
  if (isCrowded(spec.data)) return fail('hours.out_of_range');
  return succeed({ schedule: compileSchedule(spec.data), isEstimated: () => false });
}

const isCrowded = ({ hours, weeklyBreaks, shifts, breaks }: ScheduleSpec): boolean =>
  [hours, weeklyBreaks, shifts, breaks]
    .flatMap((lists) => Object.values(lists ?? {}))
    .some((ranges) => ranges.length > mostRangesADay);
