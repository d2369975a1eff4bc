import type { Happening } from './content.ts';
import { el } from './el.ts';
import type { Translate } from './text.ts';

/** A list of what happened; `add` puts a new line on top and reads it aloud. */
export function happeningList(happenings: readonly Happening[], t: Translate) {
  const line = ({ when, what }: Happening) =>
    el('li', {}, el('time', {}, t(when)), el('span', {}, t(what)));
  const element = el('ol', { class: 'happenings', 'aria-live': 'polite' });
  element.append(...happenings.map(line));
  return { element, add: (happening: Happening) => element.prepend(line(happening)) };
}
