import { places } from '#test/support/clauses/row.ts';

/** A row named in the title of a test; without a place it counts nowhere. */
export interface RowInTitle {
  readonly row: string;
  readonly places: readonly string[];
}

const known = places.join('|');
const named = new RegExp(
  String.raw`\b(S\d+\.(?:F|\d+)(?:\.\d+)*)(?: ([A-Z][A-Z0-9]{1,5})\b((?:, ?(?:${known})\b)*))?`,
  'g',
);

/**
 * Rows and places in a title, groups around it included: `S0.9.1 POL, S0.9.3 POL: …` or
 * `S2.3.5.1 POL, PUB: …`. The first word in capitals after a row is taken for a place, so that a
 * wrong one is found; words that follow it only where they are places.
 */
export const rowsInTitle = (title: string): RowInTitle[] =>
  [...title.matchAll(named)].map(([, row = '', first, others = '']) => ({
    row,
    places: first ? [first, ...others.split(/, ?/).filter(Boolean)] : [],
  }));

/** Titles that name a row. */
export const namesRow = /\bS\d+\.(?:F|\d)/;

/** Those that name one at this place, and perhaps a few others. */
export const namesRowAt = (place: string): RegExp =>
  new RegExp(String.raw`${namesRow.source}.*\b${place}\b`);

/** What a source file that may hold such titles looks like: they can be put together from data. */
export const mayNameRows = (source: string): boolean =>
  namesRow.test(source) || new RegExp(`\\} (?:${known})\\b`).test(source);
