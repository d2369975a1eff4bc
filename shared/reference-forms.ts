/**
 * What agents point at, in forms that hold no sentence: they stand in the log, which is never erased.
 * Sources of regular expressions, for schemas and for inputs.
 */
export const referenceForms = {
  /** `7.2`, `2026.11-rc.1`: at least one digit. */
  version: '(?=[^0-9]*[0-9])[0-9A-Za-z][0-9A-Za-z._+\\-]{0,39}',
  /** An id of another system: `DEV-123`, `team/app#45`. */
  ref: '[0-9A-Za-z][0-9A-Za-z._\\/#\\-]{0,63}',
  /** An id or an address of an article. */
  article: '[0-9A-Za-z][0-9A-Za-z._\\/:#?&=%~\\-]{0,254}',
} as const;
