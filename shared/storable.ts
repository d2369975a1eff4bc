/**
 * For `JSON.stringify`: texts without what no database stores, which nobody sees either: NUL, and halves of a
 * character that somebody cut in two.
 */
export const storable = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').replace(/\p{Cs}/gu, '') : value;
