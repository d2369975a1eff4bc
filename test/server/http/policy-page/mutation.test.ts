import { describe, expect, test } from 'vitest';
import { compilePolicy, type Policy, readPack } from '#server/policy/packs.ts';
import { changed } from '#test/support/pack-variants.ts';
import { calendarYears, packFiles, readPackFile } from '#test/support/policies.ts';
import { type Surfaces, surfacesOf } from '#test/support/policy-surfaces.ts';

/** Numbers that the page does not show, and why; `*` stands for a part of a list. */
const notShown: readonly (readonly [place: string, why: string])[] = [
  ['* /format', 'the format of the file, no rule of the regulation'],
  ['modme /intake/secrets/expireAfterDays', 'no field of the form is secret'],
  ['moidokumenty /intake/secrets/expireAfterDays', 'no field of the form is secret'],
  ['technokad /intake/secrets/expireAfterDays', 'no field of the form is secret'],
  ['jokercrm /intake/secrets/expireAfterDays', 'no field of the form is secret'],
  ['moidokumenty /publication/changes/daysBefore', 'no notice is demanded'],
  ['technokad /followUp/agentFromScore', 'only the service asks'],
  ['technokad /escalation/informWithin/value', 'the text promises no word of a hand-over'],
];

/** Numbers that no decision of the policy core depends on, and why. */
const decidesNothing: readonly (readonly [place: string, why: string])[] = [
  ['* /format', 'another number is another format, which is refused'],
  ['* /intake/secrets/expireAfterDays', 'storage erases by it; nothing is decided'],
  ['moidokumenty /publication/changes/daysBefore', 'no notice is demanded'],
  ['technokad /followUp/agentFromScore', 'only the service asks'],
  ['technokad /escalation/informWithin/value', 'the text promises no word of a hand-over'],
  ['jokercrm /hours/quantumMinutes', 'minutes are not rounded'],
];

/** Where a number stands in all four, or where the widget only prepares a message, in three. */
const everywhere: readonly (readonly [place: string, on: readonly (keyof Surfaces)[]])[] = [
  ['modme /clocks/firstResponse/target/value', ['page', 'widget', 'letter', 'engine']],
  ['moidokumenty /clocks/firstResponse/target/value', ['page', 'letter', 'engine']],
  ['modme /desk/offices/0/hours/tue/0/1', ['page', 'widget', 'letter', 'engine']],
  ['moidokumenty /desk/offices/0/hours/tue/0/0', ['page', 'widget', 'letter', 'engine']],
  ['moidokumenty /desk/offices/0/hours/tue/0/1', ['page', 'widget', 'letter', 'engine']],
];

const clock = /^(\d\d):(\d\d)$/;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const times = ['00:30', '08:20', '12:55'];

/** Before, within and after the day that a number is about; a week for a promise, else any moment. */
function instantsFor(at: string): string[] {
  const weekday = weekdays.indexOf(/\/hours\/(\w+)\//.exec(at)?.[1] ?? '');
  const days =
    weekday < 0 ? [21, 22, 23, 24, 25, 26, 27] : [22, 23, 24].map((day) => day + weekday);
  return weekday >= 0 || at.startsWith('/clocks/')
    ? days.flatMap((day) => times.map((time) => `2026-11-${day}T${time}:00Z`))
    : ['2026-11-24T08:20:00Z'];
}

interface Place {
  readonly at: string;
  readonly value: number | string;
}

/** Every number and every time of day in a file, worked cases left out. */
function numbersOf(part: unknown, at = ''): Place[] {
  if (at === '/cases') return [];
  if (typeof part === 'number') return [{ at, value: part }];
  if (typeof part === 'string') return clock.test(part) ? [{ at, value: part }] : [];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => numbersOf(inner, `${at}/${key}`));
}

/** Ten minutes later for a time of day, one more for a number; a weight alone is taken away. */
function another({ at, value }: Place): number | string {
  if (typeof value === 'number') return at.startsWith('/queue/planWeights/') ? 0 : value + 1;
  const [, hours = '', minutes = ''] = clock.exec(value) ?? [];
  const later = Number(hours) * 60 + Number(minutes) + 10;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(later / 60))}:${two(later % 60)}`;
}

function compiled(json: unknown): Policy | undefined {
  const read = readPack(json);
  return read.ok ? compilePolicy(read.value, calendarYears) : undefined;
}

const listed = (list: readonly (readonly [string, unknown])[], vendor: string, at: string) =>
  list.find(([place]) => place === `${vendor} ${at}` || place === `* ${at}`)?.[1];

const places = packFiles.flatMap((name) => {
  const file = readPackFile(name) as { readonly vendor: string };
  return numbersOf(file).map((place) => ({ ...place, name, vendor: file.vendor }));
});
const before = new Map<string, Promise<Surfaces>>();

/** Surfaces of the shipped pack, asked for once an instant. */
function shipped(name: string, at: string): Promise<Surfaces> {
  const key = `${name} ${at}`;
  const known = before.get(key) ?? surfacesOf(compiled(readPackFile(name))!, at);
  before.set(key, known);
  return known;
}

describe.each(places)('$vendor $at', (place) => {
  const { name, vendor, at } = place;
  const mutant = compiled(changed(readPackFile(name), at, another(place)));

  test('S0.1.1 PUB: page, widget, acknowledgement and engine change together', async () => {
    if (!mutant) {
      expect(listed(decidesNothing, vendor, at)).toBeDefined();
      return;
    }
    const seen = new Set<keyof Surfaces>();
    for (const instant of instantsFor(at)) {
      const [a, b] = [await shipped(name, instant), await surfacesOf(mutant, instant)];
      for (const one of ['page', 'widget', 'letter', 'engine'] as const) {
        if (a[one] !== b[one]) seen.add(one);
      }
      const due = a.due.engine !== b.due.engine;
      expect({ instant, due: a.due.page !== b.due.page }).toEqual({ instant, due });
      expect({ instant, due: a.due.letter !== b.due.letter }).toEqual({ instant, due });
      expect(b.due.page).toBe(b.due.engine);
      if (mutant.pack.widget.mode === 'official') expect(b.due.widget).toBe(b.due.engine);
      const hours = a.hours.engine !== b.hours.engine;
      expect({ instant, hours: a.hours.page !== b.hours.page }).toEqual({ instant, hours });
      expect(b.hours.widget).toBe(b.hours.engine);
    }

    expect(seen.has('page')).toBe(listed(notShown, vendor, at) === undefined);
    expect(seen.has('engine')).toBe(listed(decidesNothing, vendor, at) === undefined);
    const needed = everywhere.find(([where]) => where === `${vendor} ${at}`)?.[1] ?? [];
    expect(needed.filter((one) => !seen.has(one))).toEqual([]);
  });
});

test('every exception still is one', () => {
  const known = places.flatMap(({ vendor, at }) => [`${vendor} ${at}`, `* ${at}`]);
  const named = [...notShown, ...decidesNothing, ...everywhere].map(([place]) => place);

  expect(named.filter((place) => !known.includes(place))).toEqual([]);
  expect(places.length).toBeGreaterThan(80);
});
