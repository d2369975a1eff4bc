import type { LitElement } from 'lit';
import { escapeInside } from '#widget/elements/escape-inside.ts';
import { followKeyboard } from '#widget/elements/sheet-height.ts';

/**
 * What an open panel takes from its page and keeps from it: a phone's keyboard, the page's accent, Escape.
 *
 * @returns ends it
 */
export function whileOpen(host: LitElement, dialog: HTMLElement): () => void {
  const pressed = (event: KeyboardEvent) => escapeInside(host, event);
  const stopFollowing = followKeyboard(dialog);
  addEventListener('keydown', pressed, true);
  takeAccent(host);
  return () => {
    stopFollowing();
    removeEventListener('keydown', pressed, true);
  };
}

/** The page's accent as it is now, where the page has set one; what judges it comes with it. */
function takeAccent(host: LitElement) {
  const wish = getComputedStyle(host.parentElement ?? host).getPropertyValue('--rg-accent');
  if (!wish) return;
  import('#widget/host-theme.ts').then(
    ({ wearAccent }) => wearAccent(host, wish),
    () => undefined,
  );
}
