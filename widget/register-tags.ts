/** Registers tags where there is a browser; one that an earlier load of the widget took is left alone. */
export function registerTags(tags: Readonly<Record<string, CustomElementConstructor>>): void {
  if (typeof customElements === 'undefined') return;
  for (const [tag, element] of Object.entries(tags)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}
