import type { LocalText } from '#shared/wire/decision.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Every text of a pack that is written in three languages, wherever it stands. */
export function textsIn(value: unknown): LocalText[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('ru' in value && 'uz' in value && 'en' in value) return [value as LocalText];
  return Object.values(value).flatMap(textsIn);
}

/** Whole sentences that a pack says about its regulation, in all languages. */
export const ownSentences = (pack: PolicyPack): string[] =>
  textsIn([pack.clauses, pack.scope]).flatMap(({ ru, uz, en }) => [ru, uz, en]);
