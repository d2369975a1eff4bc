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
  return state === 'breached'
    ? { tone: 'late', icon: 'alert', text: value, label: say('clock.label.late', { clock, value }) }
    : {
        tone: 'running',
        icon: 'clock',
        text: value,
        label: say('clock.label.due', { clock, value }),
      };
}
