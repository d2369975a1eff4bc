import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Environment } from '#server/cli.ts';
import { hoursFlags, questionOf, type HoursOptions } from '#server/commands/hours-flags.ts';
import { type Line, linesOf } from '#server/commands/lines.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { loadCalendarFiles } from '#server/features/calendars/calendar-files.ts';
import { loadPolicies } from '#server/features/policies/load-policies.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import { answerHours, answerLine, refusal } from '#server/policy/hours/answer-hours.ts';
import { type HoursBook, hoursBook } from '#server/policy/hours/hours-book.ts';
import { combineYears } from '#server/policy/calendar/calendar-import.ts';
import { namedHours } from '#server/policy/hours/named-hours.ts';

/** Characters that one question may have: a schedule with the holidays of centuries fits. */
const lineLimit = 1_000_000;

/** Where questions come from and answers go. */
export interface HoursStreams {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
}

/**
 * `reglament hours`: one question by flags, or many as NDJSON on standard input. One JSON answer a
 * line in the order of the questions; empty lines are passed over.
 *
 * Exit code: 1 when the question of the flags has no answer; questions from standard input have
 * their errors on their lines.
 */
export async function hoursCommand(
  env: Environment,
  options: HoursOptions,
  { input, output }: HoursStreams,
): Promise<number> {
  const flags = hoursFlags.filter((name) => options[name] !== undefined);
  if (options.op === undefined && (flags.length > 0 || input.isTTY)) {
    return misuse('Say --op and --schedule, or write questions to standard input, one a line.');
  }
  const question = options.op === undefined ? undefined : questionOf(options);
  if (question && !question.ok) return misuse(question.failure);

  const book = await openBook(env);
  if (Array.isArray(book)) return refuse(...book);
  if (!question) {
    await answerAll(input, output, book);
    return 0;
  }
  const answered = answerLine(question.value, book);
  output.write(`${JSON.stringify(answered.ok ? answered.value : refusal(answered.failure))}\n`);
  return answered.ok ? 0 : 1;
}

/** Working time by name as of now, by the calendars of files, or what is wrong with the files, a sentence each. */
async function openBook(env: Environment): Promise<HoursBook | string[]> {
  const files = await loadCalendarFiles(env['CALENDAR_DIR'] || undefined);
  if (!files.ok) return files.failure;
  const years = combineYears(files.value.shipped, files.value.overrides, []);
  const loaded = await loadPolicies(env['POLICY_DIR'] || undefined, years);
  if (!loaded.ok) return loaded.failure;
  const policies = policyRegistry(loaded.value.map(({ policy }) => policy));
  const now = Date.now();
  const deskOf = (vendor: string) => {
    const desk = policies.inForce(vendor, now)?.pack.desk;
    return desk && !('offices' in desk) ? 'not_stated' : desk;
  };
  return hoursBook(namedHours(years, deskOf));
}

/** Reads on only when the reader of the answers has kept up, and ends with a reader that goes away. */
async function answerAll(input: Readable, output: Writable, book: HoursBook): Promise<void> {
  async function* answersTo(chunks: AsyncIterable<string>) {
    for await (const lines of linesOf(chunks, lineLimit)) {
      const answers = lines.flatMap((line) => answerOne(line, book));
      if (answers.length > 0) yield answers.join('');
    }
  }
  try {
    await pipeline(input.setEncoding('utf8'), answersTo, output, { end: false });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EPIPE') throw error;
  }
}

function answerOne(line: Line, book: HoursBook): string[] {
  if (line === 'too_long') return [`${JSON.stringify(refusal('hours.too_long'))}\n`];
  if (line.text.trim() === '') return [];
  return [`${JSON.stringify(answerHours(line.text, book))}\n`];
}
