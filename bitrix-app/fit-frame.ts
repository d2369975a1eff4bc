import type { PortalFrame } from '#bitrix-app/portal/frame.ts';

/**
 * Keeps the portal's frame as tall as its page, so that nothing in it scrolls, and never lower than the portal has
 * made it; `--least` of the page says how tall that is.
 */
export function fitFrame(portal: PortalFrame, page: HTMLElement): void {
  if (!portal.grows) return;
  page.style.setProperty('--least', `${innerHeight}px`);
  let last = innerHeight;
  new ResizeObserver(() => {
    const height = Math.ceil(page.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    portal.fit(height);
  }).observe(page);
}
