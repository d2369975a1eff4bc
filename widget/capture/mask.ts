/** A box of the viewport in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const cardNames = /(^|[^a-z])(card|cc|pan|cvc|cvv|csc)([^a-z]|$)|card.?(number|no|num)|cvv|cvc/i;

/** The parts of an element that decide whether it is private; a real element has them all. */
export interface Maskable {
  readonly localName: string;
  readonly type?: string;
  readonly autocomplete?: string;
  readonly name?: string;
  readonly id?: string;
  hasAttribute(name: string): boolean;
}

/**
 * Whether an element is hidden before any pixel of it exists: what the developer marked
 * `data-private`, passwords, one-time codes and card fields.
 */
export function isPrivate(element: Maskable): boolean {
  if (element.hasAttribute('data-private')) return true;
  if (!['input', 'textarea', 'select'].includes(element.localName)) return false;
  const autocomplete = element.autocomplete ?? '';
  return (
    element.type === 'password' ||
    /(^|\s)(cc-|one-time-code|current-password|new-password)/.test(autocomplete) ||
    cardNames.test(element.name ?? '') ||
    cardNames.test(element.id ?? '')
  );
}

/** Private elements of a document, open shadow trees included. */
export function privateElements(root: Document | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(isPrivate(element as Element & Maskable) ? [element] : []),
    ...(element.shadowRoot ? privateElements(element.shadowRoot) : []),
  ]);
}

/** The part of a box that lies inside the viewport, on whole pixels; undefined when none does. */
export function visiblePart(box: Box, width: number, height: number): Box | undefined {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const right = Math.min(width, Math.ceil(box.x + box.width));
  const bottom = Math.min(height, Math.ceil(box.y + box.height));
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : undefined;
}
