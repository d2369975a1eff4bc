import { isTimezone } from './zone.ts';

const keptNames = 2000;
const known = new Map<string, string | undefined>();

/**
 * The name that the time zone database has for a zone, whichever case or old name was given; undefined
 * where it has none. Asking Intl costs more than all the rest of reading a schedule, so names are kept.
 */
export function canonicalTimezone(name: string): string | undefined {
  if (known.has(name)) return known.get(name);
  const canonical = isTimezone(name)
    ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
    : undefined;
  if (known.size >= keptNames) known.clear();
  known.set(name, canonical);
  return canonical;
}
