/**
 * What the text of a pack's file holds. A byte order mark, which some editors put first, is no part of it.
 *
 * @throws SyntaxError when it is no JSON
 */
export const parsePackText = (text: string): unknown => JSON.parse(text.replace(/^\uFEFF/, ''));
