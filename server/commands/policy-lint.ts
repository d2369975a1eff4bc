import { readFile } from 'node:fs/promises';
import type { Environment } from '#server/cli.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { readConfig } from '#server/config.ts';
import { loadCalendars } from '#server/features/calendars/calendar-files.ts';
import { parsePackText } from '#server/features/policies/pack-json.ts';
import { isPublishable, lintPack } from '#server/policy/lint.ts';
import type { LintFinding } from '#server/policy/lint/finding.ts';
import { whyUnread } from '#server/why-unread.ts';

interface Options {
  /** One JSON finding a line. */
  readonly json?: boolean;
}

/**
 * `reglament policy lint FILE…`: what is wrong, doubtful or left open in packs.
 *
 * @returns 0 when every file may be published, 1 when one may not
 */
export async function policyLint(
  env: Environment,
  files: readonly string[],
  { json }: Options,
): Promise<number> {
  if (files.length === 0) return misuse('Say `policy lint FILE`.');
  const config = readConfig(env);
  if (!config.ok) return refuse(...config.failure);
  const surroundings = { calendarYears: await loadCalendars(), now: Date.now() };
  let publishable = true;
  for (const file of files) {
    const findings = await lintFile(file, surroundings);
    publishable &&= isPublishable(findings);
    for (const finding of findings) {
      console.log(json ? JSON.stringify({ file, ...finding }) : findingLine(file, finding));
    }
    if (!json) console.log(`${file}: ${summary(findings)}`);
  }
  return publishable ? 0 : 1;
}

async function lintFile(
  file: string,
  surroundings: Parameters<typeof lintPack>[1],
): Promise<LintFinding[]> {
  const read = await readFile(file, 'utf8').catch((error: unknown) => ({ why: whyUnread(error) }));
  return typeof read === 'string' ? lintText(read, surroundings) : [unread(`${read.why}.`)];
}

/** The findings of a file by its text; one of them alone where it is not JSON. */
export function lintText(
  text: string,
  surroundings: Parameters<typeof lintPack>[1],
): LintFinding[] {
  try {
    return lintPack(parsePackText(text), surroundings);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [unread(`The file is not JSON: ${error.message}.`)];
  }
}

const unread = (text: string): LintFinding => ({
  code: 'file.unread',
  level: 'error',
  at: '',
  text,
  remedy: 'Name a JSON file.',
});

/** One finding for a terminal: what and where, in words, and the remedy. */
export const findingLine = (
  file: string,
  { level, code, key, at, text, remedy }: LintFinding,
): string =>
  `${level.padEnd(9)} ${code}${key ? ` (${key})` : ''} ${file}#${at}\n          ${text}\n          → ${remedy}`;

function summary(findings: readonly LintFinding[]): string {
  const count = (level: LintFinding['level']) =>
    findings.filter((finding) => finding.level === level).length;
  const { length } = findings.filter(({ level }) => level !== 'note');
  if (length === 0) return 'clean.';
  const counts = `${count('error')} errors, ${count('warning')} warnings, ${count('unsettled')} left to the vendor.`;
  return isPublishable(findings) ? `publishable; ${counts}` : `not publishable; ${counts}`;
}
