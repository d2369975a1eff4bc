import { el } from '#server/demo/pages/kit/el.ts';

/** What the tried page tells of its widget. */
export interface TriedEvent {
  readonly tried: string;
  readonly about: string;
}

const most = 60;

/** A list of what the tried widget told, the newest on top. */
export function happeningLog(label: string, empty: string) {
  const list = el('ol', {
    class: 'log',
    'aria-label': label,
    'aria-live': 'polite',
    tabindex: '0',
  });
  const none = el('li', { class: 'none' }, empty);
  list.append(none);
  return {
    element: list,
    clear: () => list.replaceChildren(none),
    add: (time: string, { tried, about }: TriedEvent) => {
      none.remove();
      list.prepend(
        el('li', {}, el('time', {}, time), el('code', {}, tried), el('span', {}, about)),
      );
      for (const old of [...list.children].slice(most)) old.remove();
    },
  };
}
