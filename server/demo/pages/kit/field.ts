import { el } from './el.ts';

/** A labelled native input. */
export function field(
  label: string,
  attributes: Readonly<Record<string, string | boolean | undefined>>,
): HTMLLabelElement {
  return el('label', { class: 'field' }, el('span', {}, label), el('input', attributes));
}

/** A labelled native list of choices; the first one is chosen. */
export function picker(label: string, name: string, options: readonly string[]): HTMLLabelElement {
  const select = el('select', { name }, ...options.map((option) => el('option', {}, option)));
  return el('label', { class: 'field' }, el('span', {}, label), select);
}
