import type { LocalText } from '#shared/wire/decision.ts';

/** A public holiday that the labour code names, on its month and day. */
export interface FixedHoliday {
  /** `MM-DD`. */
  readonly on: string;
  readonly name: LocalText;
  /** False where a day off that coincides is moved by decree only (1–8 January in Russia). */
  readonly moves: boolean;
}

/** A feast of the lunar calendar, by its month and day in the Umm al-Qura reckoning. */
export interface LunarHoliday {
  readonly month: number;
  readonly day: number;
  readonly name: LocalText;
}

const fixed = (on: string, ru: string, uz: string, en: string, moves = true): FixedHoliday => ({
  on,
  name: { ru, uz, en },
  moves,
});

const newYearWeek = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-08'].map((on) =>
  fixed(on, 'Новогодние каникулы', 'Yangi yil taʼtili', 'New Year holidays', false),
);

/** Labour Code of the Russian Federation, art. 112. */
export const russianHolidays: readonly FixedHoliday[] = [
  ...newYearWeek,
  fixed('01-07', 'Рождество Христово', 'Rojdestvo', 'Orthodox Christmas', false),
  fixed(
    '02-23',
    'День защитника Отечества',
    'Vatan himoyachilari kuni',
    'Defender of the Fatherland Day',
  ),
  fixed(
    '03-08',
    'Международный женский день',
    'Xalqaro xotin-qizlar kuni',
    'International Women’s Day',
  ),
  fixed('05-01', 'Праздник Весны и Труда', 'Bahor va mehnat bayrami', 'Spring and Labour Day'),
  fixed('05-09', 'День Победы', 'Gʻalaba kuni', 'Victory Day'),
  fixed('06-12', 'День России', 'Rossiya kuni', 'Russia Day'),
  fixed('11-04', 'День народного единства', 'Xalq birligi kuni', 'Unity Day'),
];

/** Labour Code of the Republic of Uzbekistan, art. 208. */
export const uzbekHolidays: readonly FixedHoliday[] = [
  fixed('01-01', 'Новый год', 'Yangi yil', 'New Year'),
  fixed('03-08', 'День женщин', 'Xotin-qizlar kuni', 'Women’s Day'),
  fixed('03-21', 'Навруз', 'Navroʻz bayrami', 'Navruz'),
  fixed(
    '05-09',
    'День памяти и почестей',
    'Xotira va qadrlash kuni',
    'Day of Remembrance and Honour',
  ),
  fixed('09-01', 'День независимости', 'Mustaqillik kuni', 'Independence Day'),
  fixed(
    '10-01',
    'День учителя и наставника',
    'Oʻqituvchi va murabbiylar kuni',
    'Teachers’ and Mentors’ Day',
  ),
  fixed('12-08', 'День Конституции', 'Konstitutsiya kuni', 'Constitution Day'),
];

/** First days of the two feasts of art. 208; a presidential resolution names them days before. */
export const uzbekFeasts: readonly LunarHoliday[] = [
  {
    month: 10,
    day: 1,
    name: { ru: 'Рамазан хайит', uz: 'Ramazon hayiti', en: 'Ramazon hayit (Eid al-Fitr)' },
  },
  {
    month: 12,
    day: 10,
    name: { ru: 'Курбан хайит', uz: 'Qurbon hayiti', en: 'Qurbon hayit (Eid al-Adha)' },
  },
];

const dayAndMonth = (locale: string) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
const formats = { ru: dayAndMonth('ru'), uz: dayAndMonth('uz-Latn'), en: dayAndMonth('en-GB') };

/** Name of a day off that a holiday or a weekend on another date was moved to. @param at that other date as UTC midnight */
export const movedDayName = (at: number): LocalText => ({
  ru: `Выходной, перенесённый с ${formats.ru.format(at)}`,
  uz: `${formats.uz.format(at)}dan koʻchirilgan dam olish kuni`,
  en: `Day off moved from ${formats.en.format(at)}`,
});
