import { expect, test } from 'vitest';
import { isValidSchedule } from '#server/policy/time/schedule-rules.ts';

const day = [['09:00', '18:00']];
const plain = { timezone: 'UTC', hours: { mon: day, tue: day } };

test.each([
  ['plain hours', plain],
  [
    'hours in any order',
    {
      ...plain,
      hours: {
        mon: [
          ['14:00', '18:00'],
          ['09:00', '13:00'],
        ],
      },
    },
  ],
  [
    'hours that touch',
    {
      ...plain,
      hours: {
        mon: [
          ['09:00', '13:00'],
          ['13:00', '18:00'],
        ],
      },
    },
  ],
  ['a night up to the next hours', { ...plain, hours: { mon: [['22:00', '09:00']], tue: day } }],
  [
    'a night over the end of the week',
    { ...plain, hours: { mon: day, sun: [['22:00', '09:00']] } },
  ],
  [
    'around the clock',
    { ...plain, hours: { mon: [['00:00', '24:00']], tue: [['00:00', '24:00']] } },
  ],
  ['seconds', { ...plain, hours: { mon: [['09:00:30', '09:00:31']] } }],
  ['a closed weekday', { ...plain, hours: { mon: day, sun: [] } }],
  [
    'dates of every kind',
    {
      ...plain,
      holidays: ['2026-11-20', '2028-02-29'],
      shifts: { '2026-11-21': day, '2026-11-22': [] },
      breaks: { '2026-11-21': [['12:00', '13:00']] },
      weeklyBreaks: { mon: [['13:00', '14:00']] },
    },
  ],
  [
    'hours that leave a minute beside the break',
    { ...plain, weeklyBreaks: { mon: [['09:01', '18:00']] } },
  ],
  ['hours on one date alone', { ...plain, hours: {}, shifts: { '2026-11-21': day } }],
])('valid: %s', (_case, schedule) => {
  expect(isValidSchedule(schedule)).toBe(true);
});

test.each([
  ['nothing', null],
  ['a list', []],
  ['no zone', { hours: plain.hours }],
  ['no hours', { timezone: 'UTC' }],
  ['a name that is not of the format', { ...plain, holiday: ['2026-11-20'] }],
  ['never open', { ...plain, hours: {} }],
  ['never open on any day', { ...plain, hours: { mon: [] } }],
  ['breaks over all hours', { timezone: 'UTC', hours: { mon: day }, weeklyBreaks: { mon: day } }],
  [
    'breaks of a night over all hours',
    {
      timezone: 'UTC',
      hours: { mon: [['00:00', '06:00']] },
      weeklyBreaks: { sun: [['23:00', '07:00']] },
    },
  ],
  [
    'a shift on a holiday alone',
    { ...plain, hours: {}, shifts: { '2026-11-21': day }, holidays: ['2026-11-21'] },
  ],
  ['an unknown weekday', { ...plain, hours: { mon: day, monday: day } }],
  [
    'a weekday that every object has',
    { ...plain, weeklyBreaks: JSON.parse('{"mon":[],"__proto__":[]}') },
  ],
  ['a date that every object has', { ...plain, shifts: JSON.parse('{"__proto__":[]}') }],
  ['an unknown weekday of breaks', { ...plain, weeklyBreaks: { Mon: day } }],
  ['an unknown zone', { ...plain, timezone: 'Asia/Toshkent' }],
  ['a zone that is an offset', { ...plain, timezone: '+05:00' }],
  ['one digit', { ...plain, hours: { mon: [['9:00', '18:00']] } }],
  ['a clock past 24:00', { ...plain, hours: { mon: [['09:00', '24:01']] } }],
  ['sixty minutes', { ...plain, hours: { mon: [['09:60', '18:00']] } }],
  ['24:00 as a start', { ...plain, hours: { mon: [['24:00', '06:00']] } }],
  ['equal ends', { ...plain, hours: { mon: [['09:00', '09:00']] } }],
  ['equal ends, once with seconds', { ...plain, hours: { mon: [['09:00', '09:00:00']] } }],
  ['three ends', { ...plain, hours: { mon: [['09:00', '12:00', '18:00']] } }],
  [
    'overlap on a day',
    {
      ...plain,
      hours: {
        mon: [
          ['13:00', '18:00'],
          ['09:00', '13:01'],
        ],
      },
    },
  ],
  ['overlap by a night', { ...plain, hours: { mon: [['22:00', '09:01']], tue: day } }],
  [
    'overlap by a night over the end of the week',
    { ...plain, hours: { mon: day, sun: [['22:00', '09:01']] } },
  ],
  [
    'overlap on a date',
    {
      ...plain,
      shifts: {
        '2026-11-21': [
          ['09:00', '12:00'],
          ['11:00', '13:00'],
        ],
      },
    },
  ],
  [
    'overlap of a date by the night before',
    {
      ...plain,
      hours: { fri: [['22:00', '06:00']] },
      shifts: { '2026-11-21': [['05:00', '12:00']] },
    },
  ],
  [
    'overlap of a date with the day after',
    { ...plain, shifts: { '2026-11-22': [['22:00', '10:00']] } },
  ],
  [
    'overlap of breaks',
    {
      ...plain,
      breaks: {
        '2026-11-21': [
          ['12:00', '13:00'],
          ['12:30', '14:00'],
        ],
      },
    },
  ],
  ['an impossible holiday', { ...plain, holidays: ['2026-02-29'] }],
  ['an impossible date of a shift', { ...plain, shifts: { '2026-11-31': day } }],
  ['an impossible date of a break', { ...plain, breaks: { '2026-13-01': day } }],
  ['a date without leading zero', { ...plain, holidays: ['2026-1-01'] }],
])('invalid: %s', (_case, schedule) => {
  expect(isValidSchedule(schedule)).toBe(false);
});
