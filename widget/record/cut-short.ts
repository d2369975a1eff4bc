/** So long is what tells of a person at most; half of it would be known as nothing secret. */
const mostOfSecret = /[\p{L}\d\s@+._%()№-]{1,40}$/u;

/** A text of at most so many characters. One that is cut loses its last words too, in which a secret may have begun. */
export const cutShort = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).replace(mostOfSecret, '')}…`;
