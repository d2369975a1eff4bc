import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { misuse, refuse } from '#server/commands/print.ts';
import { packageRoot } from '#server/package-root.ts';
import { calendarIds } from '#server/policy/calendar/calendar.ts';
import { parseDate } from '#server/policy/time/local-date.ts';
import { packId } from '#server/policy/pack/words.ts';
import { whyUnread } from '#server/why-unread.ts';

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
  [vendor, ...more]: readonly string[],
  { to, edition, calendar = 'ru-production' }: Options,
): Promise<number> {
  if (!packId.safeParse(vendor).success || more.length > 0 || to === undefined) {
    return misuse('Say `policy new VENDOR --to FOLDER`; a vendor is named in small letters.');
  }
  if (edition !== undefined && parseDate(edition) === undefined) {
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
  const unmade = await mkdir(to, { recursive: true }).then(() => undefined, whyUnwritten);
  if (unmade !== undefined) return refuse(`${to}: ${unmade}`);
  try {
    await writeFile(file, `${JSON.stringify(pack, null, 2)}\n`, { flag: 'wx' });
    await copyFile(join(shipped, 'packs', schema), join(to, schema));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return refuse(`${file} exists already.`);
    return refuse(`${to}: ${whyUnwritten(error)}`);
  }
  console.log(file);
  return 0;
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** @throws the error itself where the name of the folder is not to blame */
function whyUnwritten(error: unknown): string {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return 'it may not be written to';
  return code === 'EEXIST' ? 'it is no folder' : whyUnread(error);
}
