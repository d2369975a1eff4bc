import type { ClockView } from '#shared/wire/desk.ts';
import type { TicketStatus } from '#shared/vocabulary.ts';
import { durationText, weekdayAndTime } from '#shared/time.ts';
import type { Words } from '#desk/text/words.ts';
import type { IconName } from '#desk/icons.ts';

/** A clock as the chip draws it: the tone gives colour and edge, icon and text carry the meaning. */
export interface ClockChip {
  readonly tone: 'running' | 'soon' | 'late' | 'paused' | 'met' | 'estimate' | 'none';
  readonly icon: IconName;
  readonly text: string;
  /** The whole sentence, for a reader who does not see the colour. */
  readonly label: string;
}

/** Whether working time is being counted now: only then can the promise still be kept or broken. */
export const isLive = (clock: ClockView): boolean =>
  clock.state === 'running' || clock.state === 'soon' || clock.state === 'breached';

/**
 * The same string in list and ticket. A live clock is always shown, also while a requester is
 * asked: no policy of this storey stops the first response for a question, and a promise that
 * still runs must not hide behind the wait.
 */
export function clockChip(
  words: Words,
  clock: ClockView,
  status: TicketStatus,
  zone: string,
): ClockChip {
  const { say, locale } = words;
  if (isLive(clock)) return liveChip(words, clock);
  if (clock.state === 'not_started') {
    return {
      tone: 'paused',
      icon: 'pause',
      text: say('chip.stands'),
      label: say('chip.label.stands'),
    };
  }
  if (status === 'waiting_requester') {
    return {
      tone: 'paused',
      icon: 'pause',
      text: say('chip.waiting'),
      label: say('chip.label.waiting'),
    };
  }
  if (clock.state === 'none' || !clock.metAt) {
    return { tone: 'none', icon: 'doc', text: say('chip.none'), label: say('chip.label.none') };
  }
  const value = weekdayAndTime(locale, zone, Date.parse(clock.metAt));
  return clock.state === 'met_late'
    ? { tone: 'late', icon: 'alert', text: value, label: say('chip.label.metLate', { value }) }
    : { tone: 'met', icon: 'check', text: value, label: say('chip.label.met', { value }) };
}

function liveChip({ say, locale }: Words, clock: ClockView): ClockChip {
  const value = durationText(locale, clock.remainingSeconds ?? 0);
  if (clock.state === 'breached') {
    return {
      tone: 'late',
      icon: 'alert',
      text: value,
      label: say('chip.label.breached', { value }),
    };
  }
  if (clock.estimated) {
    const text = `≈ ${value}`;
    return { tone: 'estimate', icon: 'clock', text, label: say('chip.label.estimated', { value }) };
  }
  const soon = clock.state === 'soon';
  return {
    tone: soon ? 'soon' : 'running',
    icon: soon ? 'hourglass' : 'clock',
    text: value,
    label: say(soon ? 'chip.label.soon' : 'chip.label.running', { value }),
  };
}
