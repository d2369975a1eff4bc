import { fail, type Result, succeed } from '#shared/result.ts';

/** Flags that become names of `in`. */
export const inFlags = {
  at: 'An instant, ISO 8601 with Z',
  seconds: 'A length of working time, seconds',
  from: 'An instant; of businessDaysBetween also a date, YYYY-MM-DD',
  to: 'As --from',
  until: 'An instant',
  count: 'How many openings',
  date: 'A date, YYYY-MM-DD',
  days: 'How many business days; before the date as --days=-3',
  mode: 'clamped, sameClockRoll, sameClockRollBack, sameClock, endOfDay or businessHours(9)',
  range: '[), (] or []',
  start: 'An instant',
  pauses: 'JSON: [["…Z","…Z"], …]',
  timezone: 'IANA name',
  time: 'HH:MM[:SS]',
  other: 'A second schedule, as --schedule',
} as const;

/** Flags that are of no use without `--op`. */
export const hoursFlags = ['schedule', 'in', ...(Object.keys(inFlags) as InFlag[])] as const;

type InFlag = keyof typeof inFlags;

/** The flags as they are parsed: numbers where a value looks like one. */
export type HoursOptions = Readonly<
  Partial<Record<'schedule' | 'op' | 'in' | InFlag, string | number | boolean>>
>;

/** The question that the flags ask, as a line would hold it, or sentences saying which flags are no JSON or too many. */
export function questionOf(options: HoursOptions): Result<unknown, string> {
  const wrong: string[] = [];
  const parsed = (name: string, value: unknown, starts: RegExp): unknown => {
    if (typeof value !== 'string' || !starts.test(value)) return value;
    try {
      return JSON.parse(value);
    } catch {
      wrong.push(`--${name} is not JSON.`);
      return undefined;
    }
  };
  const flags = (Object.keys(inFlags) as InFlag[]).flatMap((name) => {
    const value = options[name];
    if (value === undefined) return [];
    if (name === 'pauses') return [[name, parsed(name, value, /^/)]];
    return [[name, name === 'other' ? parsed(name, value, /^\s*\{/) : value]];
  });
  const whole = parsed('in', options.in, /^/);
  if (options.in !== undefined && flags.length > 0) {
    const twice = flags.map(([name]) => `--${name}`).join(', ');
    wrong.push(`--in already holds the question; ${twice} says it twice.`);
  }
  const schedule = parsed('schedule', options.schedule, /^\s*\{/);
  const asked = whole ?? (flags.length > 0 ? Object.fromEntries(flags) : undefined);
  const question = { schedule, op: options.op, in: asked };
  return wrong.length > 0 ? fail(wrong.join(' ')) : succeed(question);
}
