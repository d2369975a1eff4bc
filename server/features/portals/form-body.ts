import { fail, succeed, type Result } from '#shared/result.ts';

/** Fields of a form as they came, each once. */
export type FormFields = ReadonlyMap<string, string>;

/** Whether a body says of itself that it is a form. */
export const isForm = (contentType: string | undefined): boolean =>
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? '');

/** How a key may look: a word, and behind it the words in brackets by which PHP writes what is nested. */
const keysByDepth = [
  /^[A-Za-z]\w{0,63}$/,
  /^[A-Za-z]\w{0,63}(?:\[[A-Za-z]\w{0,63}\])?$/,
  /^[A-Za-z]\w{0,63}(?:\[[A-Za-z]\w{0,63}\](?:\[\w{1,64}\])?)?$/,
] as const;
const mostFields = 100;

/**
 * Reads the body of a form strictly: a key that comes twice, a list or a key that is no plain word is a
 * fault of whoever sent it, because two readers could read it differently.
 *
 * @param depth how deep a key may nest: 1 for `auth[member_id]`, 2 for `data[FIELDS][ID]` and `data[IDS][0]`
 */
export function readForm(text: string, depth: 0 | 1 | 2 = 0): Result<FormFields, 'malformed'> {
  const fields = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(text)) {
    if (!keysByDepth[depth].test(key)) return fail('malformed');
    if (fields.has(key) || fields.size === mostFields) return fail('malformed');
    fields.set(key, value);
  }
  return succeed(fields);
}
