import type { Locale } from '#shared/vocabulary.ts';

/**
 * Words for instants and durations. Everything here takes the zone and, where it matters, the
 * present instant; nothing reads a clock. Instants are epoch milliseconds.
 */

type Parts = Readonly<Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute', number>>;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale} ${zone} ${Object.entries(options).join()}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    formats.set(key, known);
  }
  return known;
}

const shortWeekdays = {
  ru: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

/** What is used of an engine's `Temporal`: ready at once, where the first format of `Intl` takes some 10 ms. */
interface Clockwork {
  readonly Instant: {
    fromEpochMilliseconds(at: number): {
      toZonedDateTimeISO(zone: string): Omit<Parts, 'weekday'> & { readonly dayOfWeek: number };
    };
  };
  readonly Now: { timeZoneId(): string };
}

/** Undefined in engines from before 2026. */
const clockwork = () => (globalThis as { readonly Temporal?: Clockwork }).Temporal;

function partsOf(zone: string, at: number): Parts {
  const ready = clockwork()?.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  if (ready) {
    const { dayOfWeek, day, month, year, hour, minute } = ready;
    return { weekday: dayOfWeek - 1, day, month, year, hour, minute };
  }
  const parts: Record<string, number> = {};
  const numeric = format('en-GB', zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  for (const { type, value } of numeric.formatToParts(at)) {
    parts[type] = type === 'weekday' ? shortWeekdays.en.indexOf(value) : Number(value);
  }
  return parts as Parts;
}

/**
 * Browsers ship without Uzbek date words (Chromium 156 answers `M11 24, Tue`), so they are kept
 * here; Russian and English come from Intl, and so do the months of Uzbek in Cyrillic letters, which
 * are named as in Russian.
 */
const uzbek = {
  uz: {
    weekdays: 'dushanba seshanba chorshanba payshanba juma shanba yakshanba',
    year: 'yil',
  },
  'uz-Cyrl': {
    weekdays: 'душанба сешанба чоршанба пайшанба жума шанба якшанба',
    year: 'йил',
  },
};
const months = 'yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr'.split(
  ' ',
);

const isUzbek = (locale: Locale): locale is keyof typeof uzbek => locale in uzbek;

function uzbekMonth(locale: Locale, zone: string, at: number): string {
  if (locale === 'uz') return months[partsOf(zone, at).month - 1] ?? '';
  return format('ru', zone, { month: 'long' }).format(at);
}

const intlTag = { ru: 'ru', en: 'en-GB' } as const;

/** `10:00`, the same in every language. */
export function timeOfDay(zone: string, at: number): string {
  const { hour, minute } = partsOf(zone, at);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** `вт` · `se` · `се` · `Tue`. */
export function weekday(locale: Locale, zone: string, at: number): string {
  // se, cho, sha; се, чо, ша
  if (isUzbek(locale)) return /^.h?./.exec(longWeekday(locale, zone, at))?.[0] ?? '';
  return shortWeekdays[locale][partsOf(zone, at).weekday] ?? '';
}

/** `вторник` · `seshanba` · `Tuesday`. */
export function longWeekday(locale: Locale, zone: string, at: number): string {
  if (isUzbek(locale)) return uzbek[locale].weekdays.split(' ')[partsOf(zone, at).weekday] ?? '';
  return format(intlTag[locale], zone, { weekday: 'long' }).format(at);
}

/** `24 ноября` · `24-noyabr` · `24 November`. */
export function dayAndMonth(locale: Locale, zone: string, at: number): string {
  if (isUzbek(locale)) return `${partsOf(zone, at).day}-${uzbekMonth(locale, zone, at)}`;
  return format(intlTag[locale], zone, { day: 'numeric', month: 'long' }).format(at);
}

/** `вт 10:00` · `se 10:00` · `Tue 10:00`. */
export function weekdayAndTime(locale: Locale, zone: string, at: number): string {
  return `${weekday(locale, zone, at)} ${timeOfDay(zone, at)}`;
}

/** `вт, 24 ноября, 10:00` · `24-noyabr, se, 10:00` · `Tue 24 November, 10:00`. */
export function dateAndTime(locale: Locale, zone: string, at: number): string {
  const date = dayAndMonth(locale, zone, at);
  const day = weekday(locale, zone, at);
  const time = timeOfDay(zone, at);
  if (isUzbek(locale)) return `${date}, ${day}, ${time}`;
  return locale === 'en' ? `${day} ${date}, ${time}` : `${day}, ${date}, ${time}`;
}

/** `ноябрь 2026 г.` · `2026-yil noyabr` · `November 2026`. @param month `2026-11` */
export function monthAndYear(locale: Locale, month: string): string {
  const at = Date.parse(`${month}-01T00:00:00Z`);
  if (isUzbek(locale))
    return `${partsOf('UTC', at).year}-${uzbek[locale].year} ${uzbekMonth(locale, 'UTC', at)}`;
  return format(intlTag[locale], 'UTC', { month: 'long', year: 'numeric' }).format(at);
}

/** As `dateAndTime`, with the year where it is not that of `now`: `вт, 24 ноября 2025 г., 10:00`. */
export function datedMoment(locale: Locale, zone: string, at: number, now: number): string {
  const { year } = partsOf(zone, at);
  if (year === partsOf(zone, now).year) return dateAndTime(locale, zone, at);
  const date = dayAndMonth(locale, zone, at);
  const day = weekday(locale, zone, at);
  const time = timeOfDay(zone, at);
  if (isUzbek(locale)) return `${year}-${uzbek[locale].year} ${date}, ${day}, ${time}`;
  return locale === 'en'
    ? `${day} ${date} ${year}, ${time}`
    : `${day}, ${date} ${year} г., ${time}`;
}

/** A calendar date without a zone: `25.11.2025` · `25.11.2025` · `25 Nov 2025`. */
export function civilDate(locale: Locale, isoDate: string): string {
  const at = Date.parse(`${isoDate}T00:00:00Z`);
  if (locale === 'en') {
    return format('en-GB', 'UTC', { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
  }
  const { day, month, year } = partsOf('UTC', at);
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
}

/** The calendar date of an instant in a zone, `YYYY-MM-DD`. */
export function localDate(zone: string, at: number): string {
  const { day, month, year } = partsOf(zone, at);
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** Whether two instants fall on one calendar day of the zone. */
export function sameDay(zone: string, a: number, b: number): boolean {
  const [left, right] = [partsOf(zone, a), partsOf(zone, b)];
  return left.day === right.day && left.month === right.month && left.year === right.year;
}

const sixDaysMs = 6 * 86_400_000;

/** As short as stays unambiguous from `now`: `19:00` today, `вт 10:00` within six days, else the date. */
export function nearMoment(locale: Locale, zone: string, at: number, now: number): string {
  if (sameDay(zone, at, now)) return timeOfDay(zone, at);
  if (Math.abs(at - now) < sixDaysMs) return weekdayAndTime(locale, zone, at);
  return dateAndTime(locale, zone, at);
}

/**
 * The reader's own time beside a moment already said in the vendor's zone; undefined when both
 * clocks show the same, so that it is said once. The weekday is added only where it differs.
 */
export function readersTime(
  locale: Locale,
  vendorZone: string,
  readerZone: string,
  at: number,
): string | undefined {
  const [vendor, reader] = [partsOf(vendorZone, at), partsOf(readerZone, at)];
  if (vendor.weekday !== reader.weekday) return weekdayAndTime(locale, readerZone, at);
  if (vendor.hour === reader.hour && vendor.minute === reader.minute) return undefined;
  return timeOfDay(readerZone, at);
}

const units = {
  ru: { hour: 'ч', minute: 'мин' },
  uz: { hour: 'soat', minute: 'daq' },
  'uz-Cyrl': { hour: 'соат', minute: 'дақ' },
  en: { hour: 'h', minute: 'min' },
} as const;

/** Working time: `2 ч 10 мин`, `50 мин`, `−40 мин` once breached. Whole minutes, rounded towards zero. */
export function durationText(locale: Locale, seconds: number): string {
  const total = Math.floor(Math.abs(seconds) / 60);
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  const words = [
    ...(hours > 0 ? [`${hours} ${units[locale].hour}`] : []),
    ...(minutes > 0 || hours === 0 ? [`${minutes} ${units[locale].minute}`] : []),
  ].join(' ');
  return seconds < 0 && total > 0 ? `−${words}` : words;
}

/** IANA name of the zone that this engine stands in. */
export const ownZone = (): string =>
  clockwork()?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone when this engine knows it, else the fallback: an old browser still shows a time. */
export function knownZone(zone: string, fallback: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone || fallback;
  } catch {
    return fallback;
  }
}
