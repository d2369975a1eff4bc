import { fail, type Result, succeed } from '#shared/result.ts';
import type { Hours, HoursBook } from './hours-book.ts';
import {
  type HoursReply,
  type Operation,
  type ScheduleOp,
  hoursOperations,
} from './hours-operations.ts';
import {
  type HoursError,
  type HoursOp,
  type HoursQuestion,
  hoursLine,
  hoursQuestions,
  whyNot,
} from './hours-question.ts';
import { instantText } from '#server/policy/time/instant-text.ts';
import { dayMs, dayOf } from '#server/policy/time/local-date.ts';
import { localToInstant } from '#server/policy/time/local-to-instant.ts';
import { isValidSchedule } from '#server/policy/time/schedule-rules.ts';

/** What is said on the line of a question. */
export type HoursAnswer = Readonly<Record<string, unknown>>;

type Answered = Result<HoursAnswer, HoursError>;

const longMs = 10 * 366 * dayMs;

/** The answer as it travels. */
export const refusal = (code: HoursError): HoursAnswer => ({ error: { code } });

/** One question as JSON text, answered whatever it holds; the answer tells nothing of the text. */
export function answerHours(text: string, book: HoursBook): HoursAnswer {
  const line = parseLine(text);
  const answered = line.ok ? answerLine(line.value, book) : line;
  return answered.ok ? answered.value : refusal(answered.failure);
}

function parseLine(text: string): Result<unknown, HoursError> {
  try {
    return succeed(JSON.parse(text));
  } catch {
    return fail('hours.bad_json');
  }
}

/** The same for a question already parsed. */
export function answerLine(json: unknown, book: HoursBook): Answered {
  const line = hoursLine.safeParse(json);
  if (!line.success) return fail('hours.bad_question');
  const { op, schedule, in: asked } = line.data;
  if (!isOp(op)) return fail('hours.unknown_op');
  if (op === 'validate') return answerValidate(schedule, asked, book);
  if (op === 'localToInstant') return answerLocalToInstant(asked);
  if (schedule === undefined) return fail('hours.bad_question');
  return answerOperation(op, schedule, asked, book);
}

const isOp = (op: string): op is HoursOp => Object.hasOwn(hoursQuestions, op);

function answerValidate(outer: unknown, asked: unknown, book: HoursBook): Answered {
  const question = hoursQuestions.validate.safeParse(asked);
  if (!question.success) return fail('hours.bad_question');
  const schedule = 'schedule' in question.data ? question.data.schedule : outer;
  if (schedule === undefined) return fail('hours.bad_question');
  if (typeof schedule !== 'string') return succeed({ valid: isValidSchedule(schedule) });
  const named = book.find(schedule, 0);
  return named.ok ? succeed({ valid: true }) : named;
}

function answerLocalToInstant(asked: unknown): Answered {
  const question = hoursQuestions.localToInstant.safeParse(asked);
  if (!question.success) return fail(whyNot(question.error));
  const { timezone, date, time } = question.data;
  return succeed({ at: instantText(localToInstant(timezone, date, time)) });
}

function answerOperation(
  op: ScheduleOp,
  schedule: unknown,
  asked: unknown,
  book: HoursBook,
): Answered {
  const question = hoursQuestions[op].safeParse(asked);
  if (!question.success) return fail(whyNot(question.error));
  const around = firstInstant(question.data);
  const hours = book.find(schedule, around);
  if (!hours.ok) return hours;
  const second = 'other' in question.data ? question.data.other : undefined;
  const other = second === undefined ? hours : book.find(second, around);
  if (!other.ok) return other;

  const found = ask(op, question.data, hours.value, other.value);
  if (typeof found === 'string') return fail(found);
  if (found.to - found.from > longMs) {
    for (const one of [schedule, second]) book.forget(one, around);
  }
  const estimated = [hours.value, other.value].some((one) => one.isEstimated(found.from, found.to));
  return succeed({ ...found.answer, ...(estimated ? { estimated } : {}) });
}

/** A hundred years without what was asked for are a fault to the engine, and an answer here. */
function ask(
  op: ScheduleOp,
  question: HoursQuestion<ScheduleOp>,
  hours: Hours,
  other: Hours,
): HoursReply | HoursError {
  // one name gave both the question's schema and the operation
  const operation = hoursOperations[op] as Operation<ScheduleOp>;
  try {
    return operation(hours.schedule, question, other.schedule);
  } catch (error) {
    if (error instanceof RangeError) return 'hours.not_found';
    throw error;
  }
}

/** Where to begin to know the working time; a question of dates begins at their midnight in UTC. */
function firstInstant(question: HoursQuestion<ScheduleOp>): number {
  const { at, start, from, date } = question as Record<string, number | string | undefined>;
  const first = at ?? start ?? from ?? date ?? 0;
  return typeof first === 'number' ? first : dayOf(first) * dayMs;
}
