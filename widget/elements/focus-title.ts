/**
 * Moves the focus to the panel's title when a screen takes the place of another one, so that the new
 * title is read out and the keyboard stays in the panel; a focus that the change left alone stays.
 */
export function focusTitle(screen: HTMLElement): void {
  const panel = screen.getRootNode() as ShadowRoot;
  if (!panel.activeElement) panel.querySelector<HTMLElement>('#title')?.focus();
}
