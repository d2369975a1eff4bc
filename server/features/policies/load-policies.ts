import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fail, succeed, type Result } from '#shared/result.ts';
import { sha256 } from '#server/digest.ts';
import { loadCalendars } from '#server/features/calendars/calendar-files.ts';
import { parsePackText } from '#server/features/policies/pack-json.ts';
import { whyUnread } from '#server/why-unread.ts';
import { packageRoot } from '#server/package-root.ts';
import type { CalendarSource } from '#server/policy/calendar/calendar-year.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { compilePolicy, readPack, type Policy } from '#server/policy/packs.ts';

/** A policy and the digest of the file it came from. */
export interface LoadedPolicy {
  readonly policy: Policy;
  readonly sha256: string;
}

const shipped = join(packageRoot(import.meta.url), 'server/policy');

/**
 * Reads every pack that is shipped, and the packs of one more folder. A policy is added by adding a
 * file.
 *
 * @param calendars what promises are counted by; the shipped ones unless others are given
 * @returns what is wrong with the files, a sentence each
 */
export async function loadPolicies(
  policyDir?: string,
  calendars?: readonly CalendarSource[],
): Promise<Result<LoadedPolicy[], string[]>> {
  const years = calendars ?? (await loadCalendars());
  const added = policyDir ? await packFiles(policyDir).catch(whyUnread) : [];
  if (typeof added === 'string') return fail([`POLICY_DIR: ${added}`]);
  const loaded = new Map<string, LoadedPolicy>();
  const wrong: string[] = [];
  for (const path of [...(await packFiles(join(shipped, 'packs'))), ...added]) {
    const text = await readFile(path, 'utf8');
    const pack = readPackText(text);
    if (!pack.ok) {
      wrong.push(...pack.failure.map((problem) => `${path}: ${problem}`));
      continue;
    }
    const name = `${pack.value.vendor}.${pack.value.edition}.json`;
    if (basename(path) !== name) wrong.push(`${path}: holds ${name}, and must be named so.`);
    if (loaded.has(name)) wrong.push(`${path}: another folder holds ${name} already.`);
    loaded.set(name, { policy: compilePolicy(pack.value, years), sha256: sha256(text) });
  }
  return wrong.length > 0 ? fail(wrong) : succeed([...loaded.values()]);
}

/** `<vendor>.<edition>.json`; the schema for editors beside them is no pack. */
async function packFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .sort()
    .map((name) => join(folder, name));
}

function readPackText(text: string): Result<PolicyPack, string[]> {
  let json: unknown;
  try {
    json = parsePackText(text);
  } catch (error) {
    return fail([`is not JSON: ${error instanceof Error ? error.message : ''}`]);
  }
  const pack = readPack(json);
  return pack.ok ? pack : fail(pack.failure.map(({ at, problem }) => `${at} ${problem}`));
}
