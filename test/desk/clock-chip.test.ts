import { expect, test } from 'vitest';
import type { ClockView } from '#shared/wire/desk.ts';
import type { TicketStatus } from '#shared/vocabulary.ts';
import { clockChip } from '#desk/text/clock-chip.ts';
import { wordsOf } from '#desk/text/words.ts';
import { aClock } from '#test/support/desk-fixtures.ts';

const zone = 'Asia/Tashkent';
const metAt = '2026-11-23T11:31:00.000Z';
const nothing = { remainingSeconds: null, targetSeconds: null, dueAt: null };

test.each<[string, Partial<ClockView>, TicketStatus, string, string, string]>([
  ['runs', {}, 'open', 'running', 'clock', '2 ч 10 мин'],
  [
    'a quarter or less',
    { state: 'soon', remainingSeconds: 3000 },
    'open',
    'soon',
    'hourglass',
    '50 мин',
  ],
  ['breached', { state: 'breached', remainingSeconds: -2400 }, 'open', 'late', 'alert', '−40 мин'],
  ['met', { state: 'met', metAt }, 'in_progress', 'met', 'check', 'пн 16:31'],
  ['met late', { state: 'met_late', metAt }, 'in_progress', 'late', 'alert', 'пн 16:31'],
  [
    'estimated',
    { estimated: true, remainingSeconds: 18_000 },
    'open',
    'estimate',
    'clock',
    '≈ 5 ч',
  ],
  ['no term', { state: 'none', ...nothing }, 'open', 'none', 'doc', 'Без срока'],
  [
    'not started',
    { state: 'not_started', ...nothing },
    'awaiting_channel',
    'paused',
    'pause',
    'Стоит',
  ],
  [
    'asked after the reply',
    { state: 'met', metAt },
    'waiting_requester',
    'paused',
    'pause',
    'Ждём',
  ],
])('S0.9.1 DSK: the chip of a clock that %s', (_case, change, status, tone, icon, text) => {
  const chip = clockChip(wordsOf('ru'), aClock(change), status, zone);

  expect(chip).toMatchObject({ tone, icon, text });
  expect(chip.label).not.toBe('');
});

test('S0.9.1 DSK: a first reply still owed is not hidden by a question to the requester', () => {
  const overdue = aClock({ state: 'breached', remainingSeconds: -60 });

  expect(clockChip(wordsOf('ru'), overdue, 'waiting_requester', zone).text).toBe('−1 мин');
});

test('an estimate that was missed is a breach, not an estimate', () => {
  const overdue = aClock({ state: 'breached', remainingSeconds: -60, estimated: true });

  expect(clockChip(wordsOf('ru'), overdue, 'open', zone).tone).toBe('late');
});

test('the value is said in the reader’s language', () => {
  expect(clockChip(wordsOf('uz'), aClock(), 'open', zone).text).toBe('2 soat 10 daq');
  expect(clockChip(wordsOf('en'), aClock(), 'open', zone).text).toBe('2 h 10 min');
});
