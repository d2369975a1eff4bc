const closingMs = 160;

/** A panel that slides over the page from the right, until it is closed. */
export interface Slider {
  readonly body: HTMLElement;
  readonly closed: Promise<void>;
  close(): void;
}

/**
 * @param closeLabel in the portal's language
 * @param width in pixels, as an app may wish it
 */
export function openSlider(title: string, closeLabel: string, width?: number): Slider {
  const dialog = document.createElement('dialog');
  dialog.className = 'slider';
  dialog.setAttribute('aria-label', title);
  if (width !== undefined) dialog.style.width = `min(${width}px, calc(100vw - 48px))`;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'slider-close';
  close.title = closeLabel;
  close.setAttribute('aria-label', closeLabel);
  close.textContent = '×';
  const body = document.createElement('div');
  body.className = 'slider-body';
  dialog.append(close, body);
  document.body.append(dialog);
  dialog.showModal();
  const closed = new Promise<void>((resolve) => {
    dialog.addEventListener('close', () => {
      resolve();
      setTimeout(() => dialog.remove(), closingMs);
    });
  });
  close.addEventListener('click', () => dialog.close());
  return { body, closed, close: () => dialog.close() };
}
