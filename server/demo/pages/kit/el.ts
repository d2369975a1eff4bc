type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** `undefined` is left out, so that a part may be absent. */
export type Child = Node | string | undefined;

/** One HTML element with attributes and children; text stays text. `true` is an empty attribute. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Runs `act` on every press; the button is returned for nesting. */
export function onPress<E extends HTMLElement>(element: E, act: () => void): E {
  element.addEventListener('click', act);
  return element;
}
