import { fold, plainText } from './fold.ts';
import { stopWords } from './stop-words.ts';
import { uzbekStem } from './uzbek-stem.ts';

/** A word as it is compared. */
export interface SearchWord {
  /** In its own letters, for PostgreSQL's dictionary of Russian and English. */
  readonly plain: string;
  readonly folded: string;
  /** Folded, without endings of Uzbek. */
  readonly stem: string;
}

/** Characters of one word at most: a longer one is no word. */
const longestWord = 60;

/** The words of a text in their order. */
export const wordsOf = (text: string): SearchWord[] =>
  (plainText(text).match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((plain) => {
    const folded = fold(plain);
    return folded === '' || plain.length > longestWord
      ? []
      : { plain, folded, stem: uzbekStem(folded) };
  });

/** A text as it is searched, each of its words in three forms. */
export interface SearchLetters {
  readonly plain: string;
  readonly folded: string;
  readonly stems: string;
}

/** What PostgreSQL keeps of a text. */
export function lettersOf(text: string): SearchLetters {
  const words = wordsOf(text);
  return {
    plain: words.map(({ plain }) => plain).join(' '),
    folded: words.map(({ folded }) => folded).join(' '),
    stems: words.map(({ stem }) => stem).join(' '),
  };
}

/** Words of a question that are looked for at most. */
const mostAsked = 8;

/**
 * The words by which a question is searched, each once; those that say nothing only where there are no
 * others.
 */
export function askedWords(question: string): SearchWord[] {
  const all = wordsOf(question);
  const telling = all.filter(({ folded }) => !stopWords.has(folded));
  const asked = telling.length > 0 ? telling : all;
  return [...new Map(asked.map((word) => [word.folded, word])).values()].slice(0, mostAsked);
}
