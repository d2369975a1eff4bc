import type { LifeClock } from '#shared/wire/desk-life.ts';
import type { QueueRow } from '#shared/wire/desk.ts';
import { isLive } from '#desk/text/clock-chip.ts';
import { weekdayMoment } from '#desk/text/moments.ts';
import type { Words } from '#desk/text/words.ts';

/** Why a ticket stands where it stands: what is owed, by when; the clause is written after it. */
export function dutyOf(
  { say, locale }: Words,
  row: Pick<QueueRow, 'clock' | 'status'>,
  zone: string,
  now: number,
): string {
  const { clock, status } = row;
  const near = (at: string) => weekdayMoment(locale, zone, Date.parse(at), now);
  if (isLive(clock) && clock.dueAt) {
    return clock.state === 'breached'
      ? say('duty.late', { at: near(clock.dueAt) })
      : say('duty.due', { at: near(clock.dueAt) });
  }
  if (status === 'awaiting_channel') {
    return say('duty.notStarted');
  }
  if (status === 'waiting_requester') return say('duty.waiting');
  if (clock.metAt) {
    return say(clock.state === 'met_late' ? 'duty.metLate' : 'duty.met', { at: near(clock.metAt) });
  }
  return status === 'resolved' ? say('duty.resolved') : say('duty.none');
}

/** What is owed by a clock besides the first response: `Диагностика: до вт 10:00`. */
export function dutyOfClock(
  { say, locale }: Words,
  { kind, state, dueAt }: LifeClock,
  zone: string,
  now: number,
): string {
  const at = weekdayMoment(locale, zone, Date.parse(dueAt ?? ''), now);
  return say(state === 'breached' ? 'duty.clockLate' : 'duty.clock', {
    clock: say(`clock.${kind}`),
    at,
  });
}
