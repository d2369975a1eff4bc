import { type Result, fail, succeed } from '#shared/result.ts';
import { readPack } from '#server/policy/packs.ts';
import type { Change } from '#test/support/clauses/rule.ts';
import { packFiles, readPackFile } from '#test/support/policies.ts';
import { changed } from './change.ts';

/** Rows of which vendor stand under which number. */
const vendors: Readonly<Record<string, string>> = {
  S0: 'modme',
  S1: 'didox24',
  S2: 'moidokumenty',
  S3: 'technokad',
  S4: 'jokercrm',
};

/** The file and the text of a pack with a rule broken, or why it is none. */
export function brokenPack(
  row: string,
  changes: readonly Change[],
): Result<{ readonly file: string; readonly text: string }, string> {
  const vendor = vendors[row.slice(0, 2)] ?? row;
  const file = packFiles.findLast((name) => name.startsWith(`${vendor}.`));
  if (file === undefined) return fail(`there is no pack of ${vendor}`);
  const made = changed(readPackFile(file), changes);
  if (!made.ok) return made;
  const read = readPack(made.value);
  if (!read.ok) return fail(JSON.stringify(read.failure[0]));
  return succeed({ file, text: JSON.stringify(made.value) });
}
