import type { Answer } from '#shared/wire/ticket.ts';
import { looksLikeSecret } from '#server/policy/decision/secret-in-text.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** What stands in the place of a secret: the same for each, so that its length is not told. */
export const secretMask = '••••';

/** Answers as they may be kept and shown, and apart from them what has to be sealed, by field id. */
export interface SplitAnswers {
  readonly shown: Readonly<Record<string, Answer>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** Takes the answers to secret fields out; the mask stays in their place, so that they count as given. */
export function splitSecrets(
  { intake }: PolicyPack,
  answers: Readonly<Record<string, Answer>>,
): SplitAnswers {
  const secret = new Set(intake.fields.flatMap((field) => (field.secret ? [field.id] : [])));
  const entries = Object.entries(answers);
  return {
    shown: Object.fromEntries(
      entries.map(([id, answer]) => [id, secret.has(id) ? secretMask : answer]),
    ),
    secrets: Object.fromEntries(
      entries.flatMap(([id, answer]) =>
        secret.has(id) ? [[id, Array.isArray(answer) ? answer.join('\n') : answer]] : [],
      ),
    ),
  };
}

/**
 * Which texts hold a password or a key, where the pack refuses them (C6).
 *
 * @param texts by their paths in the request: `{ text }`, `{ 'answers.did': … }`
 */
export const pathsWithSecrets = (
  { intake }: PolicyPack,
  texts: Readonly<Record<string, Answer>>,
): string[] =>
  intake.secrets.freeText === 'refuse'
    ? Object.keys(texts).filter((path) => [texts[path] ?? ''].flat().some(looksLikeSecret))
    : [];
