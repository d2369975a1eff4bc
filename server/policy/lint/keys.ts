import type { PolicyPackFile } from '#server/policy/pack.ts';
import { ambiguities } from './ambiguities.ts';
import type { Ambiguity } from './ambiguity.ts';
import type { LintFinding } from './finding.ts';
import { placesOf } from './places.ts';

/**
 * Ambiguities of regulations that this file leaves to a default. One that has to be decided and is
 * not is an error, any other a warning that names the default taken.
 *
 * @param file as its author wrote it: defaults are not filled in
 */
export function undecidedKeys(file: PolicyPackFile): LintFinding[] {
  return ambiguities
    .filter(({ concerns }) => concerns?.(file) ?? true)
    .flatMap((ambiguity) => ambiguity.keys.flatMap((key) => missingAt(file, ambiguity, key)));
}

function missingAt(file: PolicyPackFile, ambiguity: Ambiguity, key: string): LintFinding[] {
  const { id, question, otherwise } = ambiguity;
  return placesOf(file, key, ambiguity.within)
    .filter(({ present }) => !present)
    .map(({ at }) =>
      otherwise === null
        ? {
            code: 'key.missing',
            level: 'error',
            key: id,
            at,
            text: `${question} The regulation can be read in several ways, and none is chosen.`,
            remedy: `Write ${at}.`,
          }
        : {
            code: 'key.default',
            level: 'warning',
            key: id,
            at,
            text: `${question} Not decided; taken: ${otherwise}.`,
            remedy: `Write ${at} as the vendor means it: the schema lists its values.`,
          },
    );
}
