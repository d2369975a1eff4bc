import { duration, type Duration } from '#shared/wire/decision.ts';

const units = { d: 'businessDay', h: 'businessHour', m: 'businessMinute' } as const;

/** Working days, hours or minutes as people type them: `1d`, `4h`, `30m`. Undefined where it is none. */
export function termOf(text: string): Duration | undefined {
  const [, value, unit] = /^(\d{1,4})([dhm])$/.exec(text) ?? [];
  const term = { value: Number(value), unit: units[unit as keyof typeof units] };
  return duration.safeParse(term).data;
}
