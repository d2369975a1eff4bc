import type { Locale } from '#shared/vocabulary.ts';
import type { Policy } from '#server/policy/packs.ts';

/** A reason or cause in the words of the regulation; its clause speaks where the reason has no words of its own. */
export function reasonText(
  { pack, outReasons }: Policy,
  reason: string,
  clause: string | null,
  locale: Locale,
): string {
  const { scope, clauses } = pack;
  const own =
    outReasons.get(reason) ??
    scope.deferReasons.find((deferral) => deferral.reason === reason) ??
    scope.causes.find(({ id }) => id === reason);
  if (own) return own.text[locale];
  return (clause === null ? undefined : clauses[clause]?.text[locale]) ?? reason;
}
