import {
  type DeskCalendar,
  type DeskHours,
  compileDesk,
  deskHours,
} from '#server/policy/calendar/desk-hours.ts';
import { calendarYears } from '#test/support/policies.ts';

const name = { ru: 'Офис', uz: 'Ofis', en: 'Office' };
const office = (id: string, days: readonly string[], from: string, to: string) => ({
  id,
  name,
  clause: '1',
  hours: Object.fromEntries(days.map((day) => [day, [[from, to]]])),
});
const fiveDays = ['mon', 'tue', 'wed', 'thu', 'fri'];

type Options = Partial<
  Pick<DeskHours, 'closedOn' | 'workingWeekends' | 'shortenedDays' | 'missingYear' | 'coverage'>
>;

/** Monday to Saturday 10–19 in Tashkent, by the calendar of six days. */
export const tashkent = (options: Options = {}): DeskCalendar =>
  compile({
    timezone: 'Asia/Tashkent',
    calendar: 'uz-six-day',
    offices: [office('tashkent', [...fiveDays, 'sat'], '10:00', '19:00')],
    ...options,
  });

/** Tashkent from noon to midnight. */
export const lateDesk = (options: Options = {}): DeskCalendar =>
  compile({
    timezone: 'Asia/Tashkent',
    calendar: 'uz-six-day',
    offices: [office('tashkent', [...fiveDays, 'sat'], '12:00', '24:00')],
    ...options,
  });

/** Monday to Friday 9–18 in Moscow, by the Russian production calendar. */
export const moscow = (options: Options = {}): DeskCalendar =>
  compile({
    timezone: 'Europe/Moscow',
    calendar: 'ru-production',
    offices: [office('moscow', fiveDays, '09:00', '18:00')],
    ...options,
  });

/** Two offices on Moscow's clock: the head office 9–18, the branch 4–13. */
export const twoOffices = (options: Options = {}): DeskCalendar =>
  compile({
    timezone: 'Europe/Moscow',
    calendar: 'ru-production',
    offices: [
      office('moscow', fiveDays, '09:00', '18:00'),
      office('novosibirsk', fiveDays, '04:00', '13:00'),
    ],
    ...options,
  });

const compile = (desk: object): DeskCalendar =>
  compileDesk(deskHours.parse({ clause: '1', ...desk }), calendarYears);
