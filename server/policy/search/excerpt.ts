import { type SearchWord, wordsOf } from './words.ts';

/** Part of a text around what was looked for. */
export interface Excerpt {
  readonly text: string;
  /** Where in it the words stand: first character and the one behind the last. */
  readonly marks: readonly (readonly [from: number, until: number])[];
}

/** Characters before and behind the first word that was found. */
const before = 60;
const behind = 140;

/** What is shown of a long text: the place where the first of the words stands, or its beginning. */
export function excerptOf(text: string, asked: readonly SearchWord[]): Excerpt {
  const wanted = new Set(asked.flatMap(({ folded, stem }) => [folded, stem]));
  const found = [...text.matchAll(/[\p{L}\p{N}\p{M}'’‘`ʻʼ]+/gu)].filter(([word]) =>
    wordsOf(word).some(({ folded, stem }) => wanted.has(folded) || wanted.has(stem)),
  );
  const first = found[0]?.index ?? 0;
  const from = first <= before ? 0 : wordStart(text, first - before);
  const until = Math.min(text.length, first + behind);
  return {
    text: `${from > 0 ? '…' : ''}${text.slice(from, until)}${until < text.length ? '…' : ''}`,
    marks: found
      .map(({ index, 0: word }) => [index - from, index - from + word.length] as const)
      .filter(([start, end]) => start >= 0 && end <= until - from)
      .map(([start, end]) =>
        from > 0 ? ([start + 1, end + 1] as const) : ([start, end] as const),
      ),
  };
}

/** The first letter behind the space that comes next. */
function wordStart(text: string, from: number): number {
  const space = text.slice(from, from + before).search(/\s/);
  return space === -1 ? from : from + space + 1;
}
