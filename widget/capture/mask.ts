/** The parts of an element that decide whether it is private; a real element has them all. */
export interface Maskable {
  readonly localName: string;
  readonly type?: string;
  readonly autocomplete?: string;
  readonly name?: string;
  readonly id?: string;
  readonly placeholder?: string;
  readonly ariaLabel?: string | null;
  readonly labels?: Iterable<{ readonly textContent: string | null }> | null;
  hasAttribute(name: string): boolean;
  matches(selectors: string): boolean;
}

const cardNames = /(^|[^a-z])(card|cc|pan|cvc|cvv|csc)([^a-z]|$)|card.?(number|no|num)|cvv|cvc/i;
const codeNames = /(^|[^a-z])(otp|totp|one.?time|sms.?code|pin.?code|2fa)([^a-z]|$)/i;
// a password that its person lets be seen is a plain text field by then
const secretNames =
  /passw|pwd|parol|парол|махфий|api.?key|(^|[^a-z])(pass|secret|token)([^a-z]|$)/i;
// to people a field says what it holds in words: frameworks give it a name that tells nothing
const spokenNames =
  /passw|parol|парол|махфий|api.?key|card.?(number|no|num)|cvv|cvc|номер карт|karta raqam|карта рақам|(sms|смс).?(kod|код)|код из (смс|sms)|код подтверждения|tasdiqlash kod|тасдиқлаш код/i;
/** Longer ones hold more than a name. */
const longestLabel = 60;

/** What a field is called before a person's eyes; nothing for a box that is ticked. */
function spokenOf({ type = '', placeholder = '', ariaLabel, labels }: Maskable): string {
  if (/checkbox|radio|button|submit/.test(type)) return '';
  const said = Array.from(labels ?? [], ({ textContent }) => (textContent ?? '').trim());
  return [placeholder, ariaLabel ?? '', ...said]
    .filter(({ length }) => length <= longestLabel)
    .join('\n');
}

/** Whether an element is one of a vendor's own; a list of selectors that no browser reads matches nothing. */
function isNamed(element: Maskable, selectors: string): boolean {
  try {
    return selectors !== '' && element.matches(selectors);
  } catch {
    return false;
  }
}

/**
 * Whether an element is hidden before any pixel of it exists: what the developer marked
 * `data-private` or named by `selectors`, passwords and keys, one-time codes and card fields.
 */
export function isPrivate(element: Maskable, selectors = ''): boolean {
  if (element.hasAttribute('data-private') || isNamed(element, selectors)) return true;
  if (!['input', 'textarea', 'select'].includes(element.localName)) return false;
  const autocomplete = element.autocomplete ?? '';
  const names = `${element.name ?? ''} ${element.id ?? ''}`;
  return (
    element.type === 'password' ||
    /(^|\s)(cc-|one-time-code|current-password|new-password)/.test(autocomplete) ||
    cardNames.test(names) ||
    codeNames.test(names) ||
    secretNames.test(names) ||
    spokenNames.test(spokenOf(element))
  );
}

/** What an element stands in as it is shown: its slot, its parent, or whatever has its shadow tree. */
export const parentOf = (element: Element): Element | null =>
  element.assignedSlot ??
  element.parentElement ??
  (element.getRootNode() as ShadowRoot).host ??
  null;

export const isElement = (node: Node): node is Element => node.nodeType === 1;

/** Document of a frame that the page may look into; undefined for a stranger's. */
export function frameDocument(element: Element): Document | undefined {
  try {
    return (element as HTMLIFrameElement).contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

/** Outermost private elements of a document: open shadow trees and the frames of its origin included. */
export function privateElements(root: ParentNode, selectors = ''): Element[] {
  const found: Element[] = [];
  const search = (from: ParentNode) => {
    // not `children`: a form with a field of that name has none
    for (const element of from.childNodes) {
      if (!isElement(element)) continue;
      if (isPrivate(element as Element & Maskable, selectors)) found.push(element);
      else {
        if (element.shadowRoot) search(element.shadowRoot);
        const inner = frameDocument(element);
        if (inner) search(inner);
        search(element);
      }
    }
  };
  search(root);
  return found;
}
