import type { TrailStep } from '#shared/wire/capture.ts';
import { isPrivate, type Maskable } from '#widget/capture/mask.ts';
import { isField, nameOf, roleOf } from '#widget/record/element-name.ts';
import { listen, patchFunction, unseen, type Undo } from '#widget/record/patch.ts';

const ownTags = ['rg-launcher', 'reglament-widget'];

/** A step before it gets its time. */
export type Step = Omit<TrailStep, 'at'>;

/** Whether a selector of the vendor fits; one that the browser cannot read fits everything, so that nothing slips through. */
export function selectorTest(selector: string): (element: Element) => boolean {
  return (element) => {
    if (!selector) return false;
    try {
      return element.matches(selector);
    } catch {
      return true;
    }
  };
}

/**
 * Hears what a person presses, fills in and where they go. Only roles and names are told; nothing inside
 * what is private, what the vendor leaves out, or what is ours.
 *
 * @param isLeftOut by the vendor's own list
 */
export function watchTrail(
  page: Window,
  isLeftOut: (element: Element) => boolean,
  note: (step: Step) => void,
): Undo {
  const isKept = (element: Element) => !isLeftOut(element);
  const elementsOf = (event: Event) =>
    event.composedPath().filter((one): one is Element => (one as Node).nodeType === 1);
  const isSilent = (element: Element) =>
    ownTags.includes(element.localName) ||
    isLeftOut(element) ||
    isPrivate(element as Element & Maskable);

  const stepOf = (elements: readonly Element[]): { element: Element; role: string } | undefined => {
    for (const element of elements) {
      const role = roleOf(element);
      if (role) return { element, role };
    }
    return undefined;
  };

  const pressed = (event: Event) => {
    const elements = elementsOf(event);
    const [first] = elements;
    if (!event.isTrusted || !first || elements.some(isSilent)) return;
    const found = stepOf(elements);
    if (!found) return note({ act: 'press', role: first.localName.slice(0, 40), name: '' });
    const { element, role } = found;
    if (!isField(role)) note({ act: 'press', role, name: nameOf(element, role, isKept) });
  };

  const filled = (event: Event) => {
    const elements = elementsOf(event);
    const found = stepOf(elements);
    if (!found || !isField(found.role) || elements.some(isSilent)) return;
    const { element, role } = found;
    note({ act: 'fill', role, name: nameOf(element, role, isKept) });
  };

  let path = '';
  const gone = () => {
    const { pathname } = page.location;
    if (pathname === path) return;
    path = pathname;
    note({ act: 'go', role: '', name: path });
  };
  const goes = ['pushState', 'replaceState'].map((name) =>
    patchFunction(Object.getPrototypeOf(page.history) as object, name, ({ run }) => {
      const answer = run();
      unseen(gone);
      return answer;
    }),
  );
  unseen(gone);

  const undoings = [
    ...goes,
    listen(page, ['click'], pressed, { capture: true, passive: true }),
    listen(page, ['change'], filled, { capture: true, passive: true }),
    listen(page, ['popstate', 'hashchange'], gone),
  ];
  return () => {
    for (const undo of undoings) undo();
  };
}
