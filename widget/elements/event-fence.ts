const fenced =
  'keydown keyup keypress focusin focusout pointerdown pointerup mousedown mouseup click ' +
  'touchstart touchmove touchend input change paste copy cut drop dragover wheel';

/**
 * Keeps what happens inside the panel from the page: its hotkeys would see keys aimed at a custom
 * element, and its focus traps would pull the focus back.
 */
export function fenceEvents(element: HTMLElement): void {
  for (const name of fenced.split(' ')) {
    element.addEventListener(name, (event) => event.stopPropagation(), { passive: true });
  }
}
