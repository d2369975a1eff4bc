import { stopWords } from './stop-words.ts';
import { type SearchWord, wordsOf } from './words.ts';

/** Letters that two forms of a word have in common at least. */
const shortestStem = 4;
/** Letters at the end of a word that other forms of it have not. */
const longestEnding = 2;
/** Of the words of a title, how many a text has to hold to be about the same, and how many at least. */
const share = 0.75;
const fewest = 2;

const telling = (text: string): SearchWord[] => [
  ...new Map(
    wordsOf(text)
      .filter(({ folded }) => !stopWords.has(folded))
      .map((word) => [word.folded, word]),
  ).values(),
];

/** Whether two words are forms of one. */
function alike({ folded: one }: SearchWord, { folded: other }: SearchWord): boolean {
  if (one === other) return true;
  const letters = Math.min(one.length, other.length) - longestEnding;
  const compared = Math.max(shortestStem, letters);
  return one.length >= compared && one.slice(0, compared) === other.slice(0, compared);
}

/** How many telling words of a heading stand in a text, in whatever form. */
export function sharedWords(heading: string, words: readonly SearchWord[]): number {
  return telling(heading).filter((one) => words.some((word) => alike(one, word))).length;
}

/** Whether a text is about what a title names: it holds most words of it, and more than one. */
export function resembles(text: string, title: string): boolean {
  const named = telling(title).length;
  const held = sharedWords(title, wordsOf(text));
  return held >= fewest && held >= named * share;
}
