import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { misuse, refuse } from '#server/commands/print.ts';
import { packageRoot } from '#server/package-root.ts';
import { calendarIds } from '#server/policy/calendar/calendar.ts';
import { packId } from '#server/policy/pack/words.ts';

interface Options {
  /** Folder for the file. */
  readonly to?: string;
  /** Date of the text, `YYYY-MM-DD`; left out where it has none. */
  readonly edition?: string;
  /** Calendar of the desk; the zone goes with it. */
  readonly calendar?: string;
}

const shipped = join(packageRoot(import.meta.url), 'server/policy');
const schema = 'pack.schema.json';

const moscow = { ru: 'Москва', uz: 'Moskva', en: 'Moscow' };
const tashkent = { ru: 'Ташкент', uz: 'Toshkent', en: 'Tashkent' };
const zones = [
  ['ru-production', 'Europe/Moscow', moscow],
  ['uz-six-day', 'Asia/Tashkent', tashkent],
  ['uz-five-day', 'Asia/Tashkent', tashkent],
] as const satisfies readonly (readonly [(typeof calendarIds)[number], string, object])[];

/**
 * `reglament policy new VENDOR --to FOLDER`: writes a pack to begin with and the schema that editors
 * read it by. The linter says what it still needs. An existing pack is left alone.
 */
export async function policyNew(
  [vendor]: readonly string[],
  { to, edition, calendar = 'ru-production' }: Options,
): Promise<number> {
  if (!packId.safeParse(vendor).success || to === undefined) {
    return misuse('Say `policy new VENDOR --to FOLDER`; a vendor is named in small letters.');
  }
  if (edition !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(edition)) {
    return misuse('--edition is the date of the text: 2026-11-22.');
  }
  const zone = zones.find(([id]) => id === calendar);
  if (!zone) return misuse(`--calendar is one of ${calendarIds.join(', ')}.`);
  const [, timezone, timezoneLabel] = zone;
  const named = edition ?? `undated-${new Date().toISOString().slice(0, 10)}`;
  const date = edition ?? null;
  const starter = await readFile(join(shipped, 'starter-pack.json'), 'utf8');
  const begun = JSON.parse(starter) as { desk: object };
  const pack = {
    ...begun,
    timezoneLabel,
    desk: { ...begun.desk, timezone, calendar },
    vendor,
    edition: named,
    editionDate: date,
    validFrom: date,
  };
  const file = join(to, `${vendor}.${named}.json`);
  await mkdir(to, { recursive: true });
  try {
    await writeFile(file, `${JSON.stringify(pack, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return refuse(`${file} exists already.`);
  }
  await copyFile(join(shipped, 'packs', schema), join(to, schema));
  console.log(file);
  return 0;
}
