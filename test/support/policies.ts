import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type CalendarYear, calendarYear } from '#server/policy/calendar/calendar-year.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { compilePolicy, type Policy, readPack } from '#server/policy/packs.ts';

const folder = (name: string) => new URL(`../../server/policy/${name}/`, import.meta.url);
const readJson = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'));

const calendarsFolder = folder('calendars');

/** Every calendar year that the project ships. */
export const calendarYears: readonly CalendarYear[] = readdirSync(calendarsFolder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => calendarYear.parse(readJson(new URL(name, calendarsFolder))));

const otherPacks = process.env['REGLAMENT_TEST_PACKS'];

/** Whether packs are tested that are not shipped. */
export const hasOtherPacks = otherPacks !== undefined;

/** The shipped packs, or a folder put in their stead to see whether tests notice a broken rule. */
const packsFolder = otherPacks ? pathToFileURL(`${otherPacks}/`) : folder('packs');

/** Names of all pack files; the editors' schema beside them is none. */
export const packFiles: readonly string[] = readdirSync(packsFolder)
  .filter((name) => name.endsWith('.json') && name !== 'pack.schema.json')
  .sort();

export const readPackFile = (name: string): unknown => readJson(new URL(name, packsFolder));

/** A shipped pack. @throws Error with what is wrong in the file */
export function packOf(name: string): PolicyPack {
  const pack = readPack(readPackFile(name));
  if (!pack.ok) throw new Error(`${name}: ${JSON.stringify(pack.failure, null, 2)}`);
  return pack.value;
}

/** The shipped policy of a vendor, compiled. */
export function policyOf(vendor: string): Policy {
  const name = packFiles.findLast((file) => file.startsWith(`${vendor}.`));
  if (name === undefined) throw new Error(`there is no pack of ${vendor}`);
  return compilePolicy(packOf(name), calendarYears);
}
