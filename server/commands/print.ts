import { translator } from '#shared/i18n/catalog.ts';
import { en as enDesk } from '#shared/i18n/desk-problems/en.ts';
import { en } from '#shared/i18n/problems/en.ts';
import type { Problem } from '#shared/wire/problem.ts';

/** One sentence to the person at the terminal, and the exit code of a refusal. */
export function refuse(...sentences: readonly string[]): 1 {
  for (const sentence of sentences) console.error(sentence);
  return 1;
}

/** The same for a command line that cannot be meant so. */
export function misuse(sentence: string): 2 {
  console.error(sentence);
  return 2;
}

/** An option given once, several times or not at all. */
export const asList = (option: string | readonly string[] | undefined): readonly string[] =>
  option === undefined ? [] : typeof option === 'string' ? [option] : option;

/** An expected failure as a sentence of the terminal. */
export const sayProblem = ({ code, params }: Problem): string =>
  translator('en', { ...en, ...enDesk })(code, params);
