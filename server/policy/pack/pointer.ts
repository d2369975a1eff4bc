/** Place in a JSON file as RFC 6901 writes it: `/clauses/3.1/text`; an empty one is the whole file. */
export const pointerOf = (parts: readonly PropertyKey[]): string =>
  parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
