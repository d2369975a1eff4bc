/**
 * `error` keeps an edition from being published, `warning` names a default that was taken or a doubt,
 * `unsettled` is one that the pack itself names as the vendor's to settle, `note` only informs.
 */
const findingLevels = ['error', 'warning', 'unsettled', 'note'] as const;
export type FindingLevel = (typeof findingLevels)[number];

/** One thing the linter says about a pack. */
export interface LintFinding {
  /** Stable: `key.default`, `clause.without_rule`. */
  readonly code: string;
  readonly level: FindingLevel;
  /** JSON pointer into the file. */
  readonly at: string;
  /** What is wrong or was assumed, in one English sentence. */
  readonly text: string;
  /** What the author can do. */
  readonly remedy: string;
  /** The ambiguity that is meant, `A1` to `E4`. */
  readonly key?: string;
}
