import { isPrivate, parentOf, type Maskable } from '#widget/capture/mask.ts';
import { cutShort } from '#widget/record/cut-short.ts';

const longestName = 80;

const rolesOfInputs: Readonly<Record<string, string>> = {
  button: 'button',
  submit: 'button',
  reset: 'button',
  image: 'button',
  checkbox: 'checkbox',
  radio: 'radio',
};

const rolesOfTags: Readonly<Record<string, string>> = {
  button: 'button',
  summary: 'button',
  select: 'combobox',
  textarea: 'textbox',
};

const pressedRoles = [
  'button',
  'link',
  'tab',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'checkbox',
  'radio',
  'switch',
];

/** Role of an element that a person works with; undefined for anything else. */
export function roleOf(element: Element): string | undefined {
  const given = element.getAttribute('role')?.trim().toLowerCase();
  if (given) return pressedRoles.includes(given) || isField(given) ? given : undefined;
  const { localName } = element;
  if (localName === 'a') return element.hasAttribute('href') ? 'link' : undefined;
  if (localName === 'input') return rolesOfInputs[(element as HTMLInputElement).type] ?? 'textbox';
  return rolesOfTags[localName];
}

/** Whether a person fills it in instead of pressing it. */
export const isField = (role: string): boolean =>
  ['textbox', 'searchbox', 'combobox', 'listbox', 'spinbutton', 'slider'].includes(role);

const isHidden = (element: Element, isKept: (element: Element) => boolean) =>
  !isKept(element) || isPrivate(element as Element & Maskable);

const silentTags = ['textarea', 'select', 'script', 'style', 'input', 'svg', 'option'];

/** What stands in an element to read, without fields, private parts and what a person writes there. */
function textIn(element: Element, isKept: (element: Element) => boolean, left = 200): string {
  if (silentTags.includes(element.localName) || isHidden(element, isKept)) return '';
  if ((element as HTMLElement).isContentEditable) return '';
  let text = '';
  for (const child of element.childNodes) {
    if (text.length > left) break;
    if (child.nodeType === 3) text += child.nodeValue ?? '';
    else if (child.nodeType === 1) text += ` ${textIn(child as Element, isKept, left)} `;
  }
  return text;
}

/** Words of an element that names another one; none where it stands inside of what is private or left out. */
function wordsOf(element: Element, isKept: (element: Element) => boolean): string {
  for (let outer: Element | null = element; outer; outer = parentOf(outer))
    if (isHidden(outer, isKept)) return '';
  return textIn(element, isKept);
}

const short = (text: string) => cutShort(text.replace(/\s+/g, ' ').trim(), longestName);

/**
 * Name that a person sees on an element, shortened; empty where it has none. Never what a field holds.
 *
 * @param isKept false for elements that the vendor wants left out
 */
export function nameOf(
  element: Element,
  role: string,
  isKept: (element: Element) => boolean,
): string {
  const page = element.getRootNode() as Document | ShadowRoot;
  const labelled = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id ? page.getElementById(id) : null))
    .map((other) => (other ? wordsOf(other, isKept) : ''))
    .join(' ');
  const labels = [...((element as HTMLInputElement).labels ?? [])]
    .map((label) => wordsOf(label, isKept))
    .join(' ');
  const written =
    role === 'button' && element.localName === 'input' ? (element as HTMLInputElement).value : '';
  const own = isField(role) ? '' : textIn(element, isKept);
  const attributes = ['alt', 'placeholder', 'title'].map(
    (name) => element.getAttribute(name) ?? '',
  );
  const names = [labelled, element.getAttribute('aria-label') ?? '', labels, written, own];
  return names.concat(attributes).map(short).find(Boolean) ?? '';
}
