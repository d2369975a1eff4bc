import type { Problem } from '#shared/wire/problem.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import { pathsWithSecrets } from '#server/policy/decision/secret-answers.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/**
 * The refusal of texts in which a password or a key stands plainly; undefined where there is none.
 *
 * Every text passes it that comes from outside, or that an agent writes to others. Not asked are names,
 * addresses and ids (an article's, a meeting's link holds its own key), secrets that have a form of their
 * own and are sealed, and a monitor's alarm: it is a machine's, and may not be lost for how it reads.
 *
 * @param pack undefined where no edition is in force, which refuses nothing
 * @param texts by their paths in the request: `{ text }`, `{ 'answers.did': … }`
 */
export function refusedSecret(
  pack: PolicyPack | undefined,
  texts: Readonly<Record<string, Answer>>,
): Problem | undefined {
  const fields = pack ? pathsWithSecrets(pack, texts) : [];
  if (!pack || fields.length === 0) return undefined;
  const { clause } = pack.intake.secrets;
  return { code: 'field.secret_in_text', fields, ...(clause === undefined ? {} : { clause }) };
}
