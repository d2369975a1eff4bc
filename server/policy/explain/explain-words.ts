import { inLocale, withCyrillic } from '#shared/i18n/cyrillic.ts';
import { type Message, type Slots, fillMessage } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/explain/en.ts';
import { ru } from '#shared/i18n/explain/ru.ts';
import { uz } from '#shared/i18n/explain/uz.ts';
import { civilDate, dateAndTime, durationText } from '#shared/time.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type {
  CountedSpan,
  ExplanationParam,
  ExplanationSentence,
  SkippedDays,
} from '#shared/wire/explanation.ts';
import {
  type DateContext,
  dateWords,
  datesWords,
  momentWords,
  openingWords,
} from './explain-dates.ts';
import { dateText, dayOf } from '#server/policy/time/local-date.ts';

const catalogs: Readonly<Record<Locale, Readonly<Record<string, Message>>>> = withCyrillic({
  ru,
  uz,
  en,
});

/** The sentence in words. @throws RangeError when the catalog has no such sentence */
export function sayThat(
  context: DateContext,
  { code, clause, params }: ExplanationSentence,
): string {
  const slots = Object.entries(params).map(([name, param]) => [name, words(context, param, name)]);
  const said = say(context, code, {
    ...Object.fromEntries(slots),
    ...(clause === undefined ? {} : { clause: clauseWords(context, clause) }),
  });
  return said.charAt(0).toLocaleUpperCase(context.locale) + said.slice(1);
}

function say({ locale }: DateContext, key: string, slots: Slots = {}): string {
  const message = catalogs[locale][key];
  if (message === undefined) throw new RangeError(`no such sentence: ${key}`);
  return fillMessage(locale, message, slots);
}

const clauseWords = (context: DateContext, clause: string): string =>
  say(context, 'clause.ref', { clause });

/** The instant that is promised is said as everywhere else; those that led to it are said shorter. */
function words(context: DateContext, param: ExplanationParam, name: string): string | number {
  const { locale, zone } = context;
  if (typeof param !== 'object') return param;
  if ('at' in param) {
    const at = Date.parse(param.at);
    const near = param.at.startsWith(`${context.year}-`);
    return name === 'due' && near
      ? dateAndTime(locale, zone.timezone, at)
      : momentWords(context, at);
  }
  if ('day' in param) return civilDate(locale, param.day);
  if ('workingMs' in param) return durationText(locale, param.workingMs / 1000);
  if ('text' in param) return inLocale(param.text, locale).replace(/\.$/, '');
  if ('calendar' in param) return calendarWords(context, param.calendar);
  if ('channel' in param) return say(context, `channel.${param.channel}`);
  return listWords(context, param);
}

type ListParam = Extract<
  ExplanationParam,
  | { spans: unknown }
  | { workingDays: unknown }
  | { skipped: unknown }
  | { pauses: unknown }
  | { fields: unknown }
  | { rights: unknown }
>;

function listWords(context: DateContext, list: ListParam): string {
  if ('spans' in list) return list.spans.map((span) => spanWords(context, span)).join('; ');
  if ('workingDays' in list) return datesWords(context, list.workingDays);
  if ('skipped' in list) return skippedWords(context, list.skipped);
  if ('pauses' in list) {
    const stretch = ({ from, to }: { from: string; to: string }) =>
      [from, to].map((at) => momentWords(context, Date.parse(at))).join(' – ');
    return list.pauses.map(stretch).join('; ');
  }
  if ('fields' in list) {
    return list.fields
      .map(
        ({ label, clause }) =>
          `${inLocale(label, context.locale)} (${clauseWords(context, clause)})`,
      )
      .join(', ');
  }
  const rights = list.rights.map(({ action, clause }) =>
    say(context, `right.${action}`, { clause: clauseWords(context, clause) }),
  );
  return [...new Set(rights)].join('; ');
}

function spanWords(context: DateContext, { firstDay, lastDay, days, openings }: CountedSpan) {
  const hours = openings
    .map(({ from, to }) => openingWords(context, Date.parse(from), Date.parse(to)))
    .join(', ');
  if (days === 1) return say(context, 'span.day', { day: dateWords(context, firstDay), hours });
  const [first, last] = [dateWords(context, firstDay), dateWords(context, lastDay)];
  return say(context, 'span.days', { first, last, hours });
}

/** What was skipped for one reason stands together, in the order in which the reasons first came. */
function skippedWords(context: DateContext, skipped: readonly SkippedDays[]): string {
  const byReason = new Map<string, string[]>();
  for (const { firstDay, days, reason, name } of skipped) {
    const key = name ? `named ${inLocale(name, context.locale)}` : reason;
    const dates = Array.from({ length: days }, (_, index) => dateText(dayOf(firstDay) + index));
    byReason.set(key, [...(byReason.get(key) ?? []), ...dates]);
  }
  return [...byReason]
    .map(([key, dates]) => {
      const days = datesWords(context, dates);
      return key.startsWith('named ')
        ? say(context, 'skipped.named', { days, name: key.slice('named '.length) })
        : say(context, `skipped.${key}`, { days, count: dates.length });
    })
    .join('; ');
}

/** `uz-six-day 2026` in words; a calendar of an unknown kind keeps its id. */
function calendarWords(context: DateContext, calendar: string): string {
  const [id = '', ...revision] = calendar.split(' ');
  const key = `calendars.${id}`;
  const name = key in en ? say(context, key) : id;
  return [name, ...revision].join(', ');
}
