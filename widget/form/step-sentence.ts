import type { Translate } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/recorded/en.ts';
import type { TrailStep } from '#shared/wire/capture.ts';

/** Says what was recorded. */
export type SayRecorded = Translate<keyof typeof en>;

const mostSteps = 20;

/** A recorded step in the reader's language: `Нажать «Сохранить»`. */
export function stepSentence(say: SayRecorded, { act, role, name }: TrailStep): string {
  if (act === 'go') return say('step.go', { name });
  if (act === 'press') return say(name ? 'step.press' : 'step.pressNameless', { name, role });
  return say(name ? 'step.fill' : 'step.fillNameless', { name, role });
}

/**
 * Steps of a request out of what was recorded, the newest at the end: what has no name is left out, and
 * what was done several times in a row is one step.
 */
export const recordedSteps = (say: SayRecorded, trail: readonly TrailStep[]): string[] =>
  trail
    .filter(({ name }) => name !== '')
    .map((step) => stepSentence(say, step))
    .filter((sentence, index, all) => sentence !== all[index - 1])
    .slice(-mostSteps);
