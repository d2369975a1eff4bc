/**
 * The form lays an element that found something over its end while the story is written; the field that is
 * being written stays in sight beside it.
 */
export function keepInSight(element: HTMLElement, found: boolean): void {
  const had = element.hasAttribute('found');
  if (element.toggleAttribute('found', found) === had || !found) return;
  const { activeElement } = element.getRootNode() as ShadowRoot;
  activeElement?.scrollIntoView({ block: 'nearest' });
}
