/**
 * Windows of pages listen for Escape at the document, before the panel hears it, and theirs would close under ours.
 * Heard at the window, it is told to what has the focus in the panel and to nothing of the page: from the innermost
 * shadow tree outwards, until something takes it; else the browser closes the panel.
 */
export function escapeInside(host: Element, event: KeyboardEvent): void {
  const { key, isComposing } = event;
  const [inner, ...around] = event.composedPath() as Element[];
  if (key !== 'Escape' || !around.includes(host)) return;
  event.stopImmediatePropagation();
  for (let at = inner; at && at !== host; at = (at.getRootNode() as ShadowRoot).host) {
    const told = new KeyboardEvent('keydown', {
      key,
      isComposing,
      bubbles: true,
      cancelable: true,
    });
    if (!at.dispatchEvent(told)) return event.preventDefault();
  }
}
