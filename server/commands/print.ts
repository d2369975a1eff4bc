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
