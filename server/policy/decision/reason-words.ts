import type { LocalText } from '#shared/wire/decision.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/**
 * A reason that a requester is told, in the words of the pack: of what is excluded, of what puts off,
 * of a cause; where the pack has none, the sentence of the clause.
 */
export function reasonWords(
  { scope, clauses }: PolicyPack,
  reason: string,
  clause: string | undefined,
): LocalText | undefined {
  const named =
    scope.out.find((one) => one.reason === reason) ??
    scope.deferReasons.find((one) => one.reason === reason) ??
    scope.causes.find(({ id }) => id === reason);
  return named?.text ?? (clause === undefined ? undefined : clauses[clause]?.text);
}
