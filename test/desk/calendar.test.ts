import { describe, expect, test } from 'vitest';
import { calendarNotice } from '#desk/text/calendar-notice.ts';
import { eventLine } from '#desk/text/event-line.ts';
import { wordsOf } from '#desk/text/words.ts';
import { aTicket } from '#test/support/desk-fixtures.ts';

const moved = {
  at: '2026-11-23T11:00:00.000Z',
  kind: 'due_moved',
  actor: null,
  params: {
    from: '2026-11-24T05:00:00.000Z',
    to: '2026-11-25T05:00:00.000Z',
    calendar: 'uz-six-day 2026 1f3a5b7c',
  },
} as const;
const opened = { at: '2026-11-22T13:20:00.000Z', kind: 'opened', actor: null } as const;

/** The ticket after its promise moved by a day. */
const ticket = () => {
  const { decision } = aTicket();
  const firstResponse = { ...decision.firstResponse, dueAt: moved.params.to };
  return aTicket({ decision: { ...decision, firstResponse }, events: [opened, moved] });
};

test.each([
  ['ru', 'Календарь изменился: первый ответ до ср 10:00, раньше было до вт 10:00'],
  ['uz', 'Taqvim oʻzgardi: birinchi javob muddati cho 10:00, avval se 10:00 edi'],
  ['en', 'The calendar has changed: first reply by Wed 10:00, before that by Tue 10:00'],
] as const)('a promise that a calendar moved is told in %s', (locale, line) => {
  expect(eventLine(wordsOf(locale), ticket(), moved)).toBe(line);
});

test('the receipt goes on telling what it promised', () => {
  expect(eventLine(wordsOf('ru'), ticket(), opened)).toContain('первый ответ до вт 10:00');
});

describe('a calendar that somebody should look after', () => {
  const ru = wordsOf('ru');
  const noticeAt = (now: string, finalUntil: string | null) =>
    calendarNotice(ru, { calendar: { finalUntil }, now });

  test.each([
    [
      '2026-11-22T08:00:00.000Z',
      '2026-12-31',
      'Календарь утверждён до 31.12.2026. Сроки, которые заходят дальше, предварительные.',
    ],
    [
      '2026-12-31T23:00:00.000Z',
      '2026-12-31',
      'Календарь утверждён до 31.12.2026. Сроки, которые заходят дальше, предварительные.',
    ],
    [
      '2027-01-01T08:00:00.000Z',
      '2026-12-31',
      'Утверждённый календарь закончился 31.12.2026. Пока не загружен новый, сроки предварительные.',
    ],
    ['2027-01-01T08:00:00.000Z', null, 'Утверждённого календаря нет. Все сроки предварительные.'],
  ])('at %s with %s', (now, finalUntil, sentence) => {
    expect(noticeAt(now, finalUntil)).toBe(sentence);
  });

  test('nothing is said of one that is in order', () => {
    expect(calendarNotice(ru, { now: '2026-11-22T08:00:00.000Z' })).toBeUndefined();
  });
});
