/**
 * One change of a pack. A place is a JSON pointer in which a part of a list may also be named by
 * what it holds: `/channels/kind=mail/address`, `/stops/counts/=question`; `-` stands behind the end.
 */
export type Change =
  | { readonly kind: 'remove'; readonly at: string }
  | { readonly kind: 'negate'; readonly at: string }
  | { readonly kind: 'set'; readonly at: string; readonly to: unknown };

/** What makes a row hold. */
export type RowRule =
  /** Data: each break alone has to be seen by a test of the row. */
  | { readonly heldBy: 'pack'; readonly breaks: readonly (readonly Change[])[] }
  /** No part of a pack could break it. */
  | { readonly heldBy: 'code'; readonly because: string };

/** Takes a part away. */
export const remove = (at: string): Change => ({ kind: 'remove', at });
/** Turns a yes into a no. */
export const negate = (at: string): Change => ({ kind: 'negate', at });
/** Puts another value in a part's stead. */
export const set = (at: string, to: unknown): Change => ({ kind: 'set', at, to });

/** A rule in the pack; changes that only work together stand in a list. */
export const inPack = (...breaks: readonly (Change | readonly Change[])[]): RowRule => ({
  heldBy: 'pack',
  breaks: breaks.map((one) => (isTogether(one) ? one : [one])),
});
const isTogether = (one: Change | readonly Change[]): one is readonly Change[] =>
  Array.isArray(one);

/** A rule that only code holds. */
export const inCode = (because: string): RowRule => ({ heldBy: 'code', because });

/** Rules of rows by their ids. */
export type RowRules = Readonly<Record<string, RowRule>>;
