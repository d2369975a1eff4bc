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

/** Letters that forms of one word share at the beginning, and may have besides. */
const shared = 4;
const ending = 4;

/**
 * What is shown of a long text: the place where the first of the words stands, or its beginning. Where a word
 * itself stands nowhere, words that begin like it are taken for its forms: PostgreSQL has found one of them.
 */
export function excerptOf(text: string, asked: readonly SearchWord[]): Excerpt {
  const places = [...text.matchAll(/[\p{L}\p{N}\p{M}'’‘`ʻʼ]+/gu)].map((place) => ({
    place,
    words: wordsOf(place[0]),
  }));
  const wanted = asked.map((word) => {
    const itself = places.some(({ words }) => words.some((one) => isSame(one, word)));
    return (one: SearchWord) => (itself ? isSame(one, word) : isForm(one, word));
  });
  const found = places
    .filter(({ words }) => words.some((one) => wanted.some((is) => is(one))))
    .map(({ place }) => place);
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

const isSame = (one: SearchWord, other: SearchWord): boolean =>
  one.folded === other.folded || one.stem === other.stem;

function isForm({ folded: one }: SearchWord, { folded: other }: SearchWord): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same >= shared && Math.max(one.length, other.length) - same <= ending;
}
