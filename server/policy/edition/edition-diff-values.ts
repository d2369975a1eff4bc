import { inLocale } from '#shared/i18n/cyrillic.ts';
import { civilDate, weekday } from '#shared/time.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { choiceWords, findWords, labelWords, say } from './edition-diff-labels.ts';
import type { PackNames } from './edition-diff-names.ts';
import { isDuration, isLocalText, isWeek } from './edition-diff-parts.ts';
import { dayMs, dayOf, parseDate, weekdays } from '#server/policy/time/local-date.ts';

/** What a value of a pack is said in. */
export interface ValueContext {
  readonly locale: Locale;
  readonly names: PackNames;
}

/** Keys that a description of a whole part leaves out: they name it or stand beside it. */
const unsaid = ['id', 'clause', 'clauses', 'reason', 'link', 'readOn', 'states'];

/** Any value of a pack in words. @param keys keys from the top of the pack down to it */
export function valueWords(context: ValueContext, keys: readonly string[], value: unknown): string {
  const { locale } = context;
  if (value === undefined || value === null) return say(locale, 'absent');
  if (typeof value === 'boolean') return say(locale, value ? 'yes' : 'no');
  if (typeof value === 'number') return numberWords(value);
  if (typeof value === 'string') return nameWords(context, keys, value);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.length === 0
      ? say(locale, 'nothing')
      : items.map((item) => valueWords(context, keys, item)).join(', ');
  }
  return objectWords(context, keys, value as object);
}

function objectWords(context: ValueContext, keys: readonly string[], value: object): string {
  const { locale } = context;
  if (isLocalText(value)) return say(locale, 'quote', { text: inline(inLocale(value, locale)) });
  if (isDuration(value)) {
    return findWords(locale, `target.${value.unit}`, { count: value.value }) ?? `${value.value}`;
  }
  if (isWeek(value)) return weekWords(locale, value);
  const name = itemName(context, keys, value);
  if (name !== undefined) return say(locale, 'quote', { text: name });
  return Object.entries(value)
    .filter(([key, part]) => !unsaid.includes(key) && !isEmpty(part))
    .map(([key, part]) =>
      say(locale, 'pair', {
        label: labelWords(locale, [...keys, key]),
        value: valueWords(context, [...keys, key], part),
      }),
    )
    .join('; ');
}

/** What an item of a list is called; undefined where nothing in it is a name. */
export function itemName(
  context: ValueContext,
  keys: readonly string[],
  item: object,
): string | undefined {
  const { locale } = context;
  const part = item as Record<string, unknown>;
  for (const key of ['label', 'name', 'text']) {
    const text = part[key];
    if (typeof text === 'object' && text !== null && isLocalText(text)) {
      return inline(inLocale(text, locale));
    }
  }
  const said = ['action', 'reason', 'code', 'kind', 'plan', 'cause', 'id'].flatMap((key) => {
    const name = part[key];
    return typeof name === 'string' ? [nameWords(context, [...keys, key], name, false)] : [];
  });
  // an id that nothing translates stands only where there is nothing else
  const translated = said.filter((words) => !Object.values(part).includes(words));
  const shown = translated.length > 0 ? translated : said;
  return shown.length > 0 ? shown.join(', ') : undefined;
}

/** A name: of a choice that the format gives, of a thing that the pack holds, or itself. */
export function nameWords(
  { locale, names }: ValueContext,
  keys: readonly string[],
  name: string,
  quoted = true,
): string {
  const text = names[keys.at(-1) ?? '']?.get(name)?.[locale];
  if (text !== undefined)
    return quoted ? say(locale, 'quote', { text: inline(text) }) : inline(text);
  const choice = choiceWords(locale, keys, name);
  if (choice !== undefined) return choice;
  return parseDate(name) === undefined ? inline(name) : civilDate(locale, name);
}

/** A text inside a sentence: in one line, without its full stop, with dots where something is filled in. */
const inline = (text: string): string =>
  text
    .replace(/\{\w+\}/g, '…')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '');

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** `12 500`: groups only where they help. */
const numberWords = (value: number): string =>
  value < 10_000 ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

const monday = dayOf('1970-01-05') * dayMs;

/** `пн–пт 10:00–19:00, сб 10:00–15:00`: days in a row with the same hours stand together. */
function weekWords(locale: Locale, week: Record<string, [string, string][]>): string {
  const runs: { first: number; last: number; hours: string }[] = [];
  for (const [index, key] of weekdays.entries()) {
    const hours = (week[key] ?? []).map(([from, to]) => `${from}–${to}`).join(' ');
    const run = runs.at(-1);
    if (run?.hours === hours && run.last === index - 1) run.last = index;
    else runs.push({ first: index, last: index, hours });
  }
  const day = (index: number) => weekday(locale, 'UTC', monday + index * dayMs);
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) =>
      first === last
        ? say(locale, 'week.day', { first: day(first), hours })
        : say(locale, 'week.days', { first: day(first), last: day(last), hours }),
    )
    .join(', ');
}
