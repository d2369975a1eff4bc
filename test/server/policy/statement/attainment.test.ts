import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TimedEvent } from '#server/policy/statement/promise-runs.ts';
import { ticketLines } from '#server/policy/statement/ticket-lines.ts';

const hour = 3_600_000;
const begin = Date.UTC(2026, 8, 30, 19);
const months = [0, 1, 2, 3, 4].map((month) => ({
  from: begin + month * 30 * 24 * hour,
  until: begin + (month + 1) * 30 * 24 * hour,
}));
const iso = (at: number) => new Date(at).toISOString();

/** A ticket with one promise. Epoch milliseconds; null where nobody answered or marked it. */
interface Told {
  readonly openedAt: number;
  readonly startsAt: number;
  readonly dueAt: number;
  readonly answeredAt: number | null;
  readonly markedAt: number | null;
}

function lifeOf({ openedAt, startsAt, dueAt, answeredAt, markedAt }: Told): TimedEvent[] {
  const opened: TimedEvent = {
    at: openedAt,
    event: {
      kind: 'opened',
      params: {
        edition: 'e',
        category: 'c',
        severity: 'normal',
        complete: true,
        acknowledged: false,
        digest: '',
        receivedAt: iso(openedAt),
        responseStartsAt: iso(startsAt),
        responseDueAt: iso(dueAt),
        responseWarnAt: null,
        diagnosisDueAt: null,
      },
    },
  };
  const answered: TimedEvent[] =
    answeredAt === null
      ? []
      : [{ at: answeredAt, event: { kind: 'first_responded', params: { by: 'answer' } } }];
  const marked: TimedEvent[] =
    markedAt === null
      ? []
      : [
          {
            at: markedAt,
            event: { kind: 'due_breached', params: { clock: 'first_response' } },
          },
        ];
  return [opened, ...[...marked, ...answered].toSorted((a, b) => a.at - b.at)];
}

/** What each month says of the promise, of the log up to its end, as it is stated. */
const stated = (told: Told) =>
  months.map((month) => {
    const known = lifeOf(told).filter(({ at }) => at < month.until);
    return ticketLines(known, month, () => null)?.promises[0]?.outcome;
  });
const no = undefined;
const { from: november, until: december } = months[1]!;

test.each([
  ['answered in the month before its time began', -3, 5, 14, -2, null, [no, 'kept', no, no, no]],
  ['open over the end, answered in time', -3, -2, 5, 1, null, [no, 'open', 'kept', no, no]],
  ['its time begins in the next month', -3, 5, 14, 6, null, [no, no, 'kept', no, no]],
  ['too late and marked after the end', -9, -8, -1, null, 4, [no, 'broken', no, no, no]],
  ['too late and never marked', -9, -8, -1, null, null, [no, 'broken', no, no, no]],
  ['too late, and answered later on', -9, -8, -1, 30, null, [no, 'broken', no, no, no]],
  ['due at the end to the millisecond', -9, -8, 0, null, 0, [no, 'open', 'broken', no, no]],
])('a promise around the end of a month: %s', (_case, opened, starts, due, answer, mark, says) => {
  const at = (hours: number) => december + hours * hour;
  const told = {
    openedAt: at(opened),
    startsAt: at(starts),
    dueAt: at(due),
    answeredAt: answer === null ? null : at(answer),
    markedAt: mark === null ? null : at(mark),
  };

  expect(stated(told)).toEqual(says);
});

test('every promise is decided in one month and no other, whenever its log is read', () => {
  const within = fc.integer({ min: 0, max: 45 * 24 * hour });
  fc.assert(
    fc.property(
      fc.integer({ min: begin, max: december }),
      within,
      within,
      fc.option(within),
      fc.option(within),
      (openedAt, untilStart, untilDue, untilAnswer, untilMark) => {
        const dueAt = openedAt + untilStart + untilDue;
        const answeredAt = untilAnswer === null ? null : openedAt + untilAnswer;
        const late = answeredAt === null || answeredAt >= dueAt;
        const markedAt =
          late && untilMark !== null ? Math.min(dueAt + untilMark, answeredAt ?? Infinity) : null;
        const outcomes = stated({
          openedAt,
          startsAt: openedAt + untilStart,
          dueAt,
          answeredAt,
          markedAt,
        });

        const decided = outcomes.filter((outcome) => outcome && outcome !== 'open');
        expect(decided).toEqual([late ? 'broken' : 'kept']);
        expect(outcomes.lastIndexOf('open')).toBeLessThan(outcomes.indexOf(decided[0]));
      },
    ),
    { numRuns: 1000, seed: 1 },
  );
});

test('a month that still runs says of what is too late that it is broken', () => {
  const told = { openedAt: november, startsAt: november, dueAt: november + hour };
  const life = lifeOf({ ...told, answeredAt: null, markedAt: null });
  const outcomeAt = (until: number) =>
    ticketLines(life, { from: november, until }, () => null)?.promises[0];

  expect(outcomeAt(november + hour)).toMatchObject({ outcome: 'open', brokenAt: null });
  expect(outcomeAt(november + hour + 1)).toMatchObject({
    outcome: 'broken',
    brokenAt: iso(november + hour),
  });
});
