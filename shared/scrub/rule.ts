/** One kind of secret: how it looks, what stands in its place, and what makes sure that it is one. */
export interface ScrubRule {
  /** Global, so that every place is found. */
  readonly find: RegExp;
  /** With `$1` for what is kept of the found text. */
  readonly mark: string;
  /** Whether what was found is the secret that it looks like; absent means always. */
  readonly proves?: (found: string) => boolean;
}
