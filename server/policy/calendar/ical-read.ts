import { fail, type Result, succeed } from '#shared/result.ts';
import { type CalendarCode, type CalendarFinding, errorAt } from './calendar-findings.ts';
import { type IcalLine, parseLine, splitList, unescapeText, unfold } from './ical-lines.ts';
import { type LocalDay, parseDate } from '#server/policy/time/local-date.ts';

// Our own reader: of iCalendar we take whole days and refuse the rest by its line. A library (ical.js
// 2.2.1: 24 kB, MPL-2.0) reads times, zones and repetitions that are refused here anyway, and keeps no
// line to refuse them by.

/** Whole days of one event. */
export interface IcalEvent {
  /** Where the event begins in the file. */
  readonly line: number;
  readonly summary: string;
  readonly first: LocalDay;
  readonly days: number;
  /** Said again on the same day and month of every year from the first one on. */
  readonly yearly: boolean;
  readonly cancelled: boolean;
  /** In capitals. */
  readonly categories: readonly string[];
  /** Our own properties, by name; by name and language where they have one. */
  readonly own: ReadonlyMap<string, string>;
}

/** Largest file, in characters; a file of that many bytes is no larger. */
export const icalLimit = 1_000_000;
const longestDays = 366;

/** The whole-day events of a file, or everything in it that cannot be taken, line by line. */
export function readIcal(text: string): Result<IcalEvent[], CalendarFinding[]> {
  if (text.length > icalLimit) {
    return fail([errorAt('file')('ical.too_large', `more than ${icalLimit} bytes`)]);
  }
  const findings: CalendarFinding[] = [];
  const events: IcalEvent[] = [];
  const open: { readonly name: string; readonly line: number; lines: IcalLine[] }[] = [];
  let calendars = 0;

  for (const { line, text: content } of unfold(text)) {
    const wrong = errorAt(`line ${line}`);
    const parsed = parseLine(line, content);
    if (!parsed) {
      findings.push(wrong('ical.line', 'is no line of iCalendar'));
      continue;
    }
    const value = parsed.value.trim().toUpperCase();
    if (parsed.name === 'BEGIN') {
      if (open.length === 0 && value === 'VCALENDAR') calendars += 1;
      open.push({ name: value, line, lines: [] });
    } else if (parsed.name === 'END') {
      const closed = open.pop();
      if (closed?.name !== value) {
        return fail([...findings, wrong('ical.line', 'ends what did not begin')]);
      }
      if (value === 'VEVENT') {
        const event = eventOf(closed.line, closed.lines);
        if (event.ok) events.push(event.value);
        else findings.push(...event.failure);
      }
    } else {
      // an alarm inside an event keeps its lines to itself
      open.at(-1)?.lines.push(parsed);
    }
  }
  const left = open.at(-1);
  if (left) findings.push(errorAt(`line ${left.line}`)('ical.line', 'begins and does not end'));
  if (calendars === 0) findings.push(errorAt('file')('ical.unreadable', 'is no iCalendar file'));
  return findings.length > 0 ? fail(findings) : succeed(events);
}

function eventOf(line: number, lines: readonly IcalLine[]): Result<IcalEvent, CalendarFinding[]> {
  const named = (name: string) => lines.find((one) => one.name === name);
  const findings: CalendarFinding[] = [];
  const refuse = (at: IcalLine | undefined, code: CalendarCode, problem: string) =>
    findings.push(errorAt(`line ${at?.line ?? line}`)(code, problem));
  const dayOfLine = (at: IcalLine | undefined): LocalDay | undefined => {
    const value = at?.value.trim() ?? '';
    const day = parseDate(value.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
    if (!at) refuse(at, 'ical.date', 'an event without DTSTART');
    else if (/^\d{8}T/.test(value)) {
      refuse(at, 'ical.timed', 'has a time of day; only whole days are taken');
    } else if (day === undefined) refuse(at, 'ical.date', 'holds no date such as 20270102');
    return day;
  };

  for (const name of ['DTSTART', 'DTEND', 'DURATION', 'RRULE', 'STATUS']) {
    const [, again] = lines.filter((one) => one.name === name);
    if (again) refuse(again, 'ical.line', `says ${name} again`);
  }
  const first = dayOfLine(named('DTSTART'));
  const [end, lasting] = [named('DTEND'), named('DURATION')];
  // DTEND is the day after the last one; without it one day is meant
  const after = end && first !== undefined ? dayOfLine(end) : undefined;
  const days = lasting
    ? durationDays(lasting.value)
    : after !== undefined && first !== undefined
      ? after - first
      : 1;
  if (!(days >= 1 && days <= longestDays)) {
    refuse(lasting ?? end, 'ical.span', `does not last from 1 to ${longestDays} whole days`);
  }
  const rule = named('RRULE');
  if (rule && rule.value.trim().toUpperCase() !== 'FREQ=YEARLY') {
    refuse(rule, 'ical.rule', 'repeats otherwise than FREQ=YEARLY');
  }
  for (const name of ['RDATE', 'EXDATE', 'EXRULE', 'RECURRENCE-ID']) {
    const at = named(name);
    if (at) refuse(at, 'ical.rule', `has ${name}, which is not read`);
  }
  if (findings.length > 0 || first === undefined) return fail(findings);
  return succeed({
    line,
    summary: unescapeText(named('SUMMARY')?.value ?? '').trim(),
    first,
    days,
    yearly: rule !== undefined,
    cancelled: named('STATUS')?.value.trim().toUpperCase() === 'CANCELLED',
    categories: lines
      .filter(({ name }) => name === 'CATEGORIES')
      .flatMap(({ value }) => splitList(value).map((category) => category.toUpperCase())),
    own: new Map(
      lines
        .filter(({ name }) => name.startsWith('X-REGLAMENT-'))
        .map(({ name, params, value }) => [
          [name, params.get('LANGUAGE')?.toLowerCase()].filter(Boolean).join(' '),
          unescapeText(value),
        ]),
    ),
  });
}

/** Days of `P3D` or `P1W`; NaN for anything finer. */
function durationDays(value: string): number {
  const [, count, unit] = /^P(\d{1,3})([DW])$/.exec(value.trim()) ?? [];
  return Number(count) * (unit === 'W' ? 7 : 1);
}
