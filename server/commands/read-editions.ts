import { readFile } from 'node:fs/promises';
import { fail, type Result, succeed } from '#shared/result.ts';
import { loadPolicies } from '#server/features/policies/load-policies.ts';
import { parsePackText } from '#server/features/policies/pack-json.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import type { CalendarSource } from '#server/policy/calendar/calendar-year.ts';
import { compilePolicy, type Policy, readPack } from '#server/policy/packs.ts';
import { whyUnread } from '#server/why-unread.ts';

/** Where editions are looked for by name, and what they are compiled by. */
export interface EditionSources {
  readonly policyDir: string | undefined;
  readonly calendars: readonly CalendarSource[];
}

/**
 * Editions by file, `vendor@edition`, or vendor for the one in force, in the order of the names.
 *
 * @param at instant at which the one in force is meant, epoch milliseconds
 * @returns what is wrong with a name or its file, a sentence each
 */
export async function readEditions(
  { policyDir, calendars }: EditionSources,
  names: readonly string[],
  at: number,
): Promise<Result<Policy[], string[]>> {
  const loaded = await loadPolicies(policyDir, calendars);
  if (!loaded.ok) return loaded;
  const registry = policyRegistry(loaded.value.map(({ policy }) => policy));
  const editions: Policy[] = [];
  for (const name of names) {
    const [vendor = '', edition] = name.split('@');
    const known = edition ? registry.edition(vendor, edition) : registry.inForce(vendor, at);
    const found = known ? succeed(known) : await readEditionFile(name, calendars);
    if (!found.ok) return found;
    editions.push(found.value);
  }
  return succeed(editions);
}

async function readEditionFile(
  file: string,
  calendars: readonly CalendarSource[],
): Promise<Result<Policy, string[]>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => ({ why: whyUnread(error) }));
  if (typeof text !== 'string')
    return fail([`${file}: no edition of this name, and as a file ${text.why}.`]);
  try {
    const pack = readPack(parsePackText(text));
    return pack.ok
      ? succeed(compilePolicy(pack.value, calendars))
      : fail(pack.failure.map(({ at, problem }) => `${file}: ${at} ${problem}`));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail([`${file}: is not JSON: ${error.message}`]);
  }
}
