import type { LifeClock } from '#shared/wire/desk-life.ts';
import { durationText } from '#shared/time.ts';
import type { ClockChip } from '#desk/text/clock-chip.ts';
import type { Words } from '#desk/text/words.ts';

/** A clock that runs besides the first response; where nothing is due it is only measured. */
export function lifeClockChip(
  { say, locale }: Words,
  { kind, state, remainingSeconds }: LifeClock,
): ClockChip {
  const clock = say(`clock.${kind}`);
  if (remainingSeconds === null) {
    const label = say('clock.label.open', { clock });
    return { tone: 'none', icon: 'doc', text: say('chip.none'), label };
  }
  const value = durationText(locale, remainingSeconds);
  const slots = { clock, value };
  if (state === 'breached') {
    return { tone: 'late', icon: 'alert', text: value, label: say('clock.label.late', slots) };
  }
  return state === 'soon'
    ? { tone: 'soon', icon: 'hourglass', text: value, label: say('clock.label.soon', slots) }
    : { tone: 'running', icon: 'clock', text: value, label: say('clock.label.due', slots) };
}
