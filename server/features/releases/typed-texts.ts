import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';

/** Words by language and part; a part may be several lines. */
type Texts = Readonly<
  Record<string, Readonly<Record<string, string | readonly string[] | undefined>>>
>;

/** The refusal of texts in which a password stands; undefined where none does. */
export function secretInTexts(
  { policies, now }: Pick<Deps, 'policies' | 'now'>,
  tenantId: string,
  texts: Texts,
): Problem | undefined {
  const words = Object.entries(texts).flatMap(([locale, parts]) =>
    Object.entries(parts).map(
      ([part, said = '']) => [`texts.${locale}.${part}`, [said].flat().join('\n')] as const,
    ),
  );
  return refusedSecret(policies.inForce(tenantId, now())?.pack, Object.fromEntries(words));
}
