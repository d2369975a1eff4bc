/** The options that are numbers. The parser makes one of every word that looks so. */
const numbers = new Set(['seconds', 'count', 'days', 'year', 'examples']);

const option = /^--([a-z-]+)(?:=(.*))?$/s;

/** The words that were given for an option, in order. */
function wordsOf(argv: readonly string[], name: string): string[] {
  return argv.flatMap((word, index) => {
    const [, given, value] = option.exec(word) ?? [];
    const next = value ?? argv[index + 1];
    return given === name && next !== undefined ? [next] : [];
  });
}

/** Options as they were written where they are no numbers: a vendor may be named 007. */
export function optionsAsWritten(
  options: Readonly<Record<string, unknown>>,
  argv: readonly string[],
): Record<string, unknown> {
  const written = Object.entries(options).map(([name, value]) => {
    if (numbers.has(name) || !(typeof value === 'number' || Array.isArray(value))) {
      return [name, value];
    }
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const words = wordsOf(argv, kebab);
    return [name, words.length > 1 ? words : words[0]];
  });
  return Object.fromEntries(written);
}

/**
 * The first option whose value is empty, as `--seconds`. A shell's variable that nobody has set becomes
 * an empty word, which the parser takes for the number 0.
 */
export function optionWithoutValue(argv: readonly string[]): string | undefined {
  const isEmpty = (word: string | undefined) => word?.trim() === '';
  const empty = argv.find((word, index) => {
    const [match, , value] = option.exec(word) ?? [];
    return match !== undefined && isEmpty(value ?? argv[index + 1]);
  });
  return empty?.replace(/=.*$/s, '');
}
