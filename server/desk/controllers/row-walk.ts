import type { LitElement } from 'lit';

/**
 * Walks the rows of a list by keyboard, and asks for more at its end: by the keyboard, by scrolling
 * there, or by the button `.more` that stands there while there is more.
 *
 * @param host renders links `.row`, the open one marked as current
 * @param more called once for each end that is reached
 */
export function rowWalk(host: LitElement, more: () => void) {
  /** The row from which the keyboard goes on once further ones are there. */
  let walkedTo: string | undefined;
  /** How many rows were shown when more were asked for. */
  let askedAt = 0;

  const links = () => [...host.renderRoot.querySelectorAll<HTMLAnchorElement>('.row')];
  const button = () => host.renderRoot.querySelector<HTMLButtonElement>('.more');
  const ask = () => {
    const shown = links().length;
    if (shown === askedAt) return;
    askedAt = shown;
    more();
  };
  const atEnd = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) ask();
  });

  host.addController({
    hostUpdated() {
      atEnd.disconnect();
      const end = button();
      if (end) atEnd.observe(end);
      const shown = links();
      const from = shown.findIndex(({ href }) => href === walkedTo);
      const next = from < 0 ? undefined : shown[from + 1];
      if (!next) return;
      walkedTo = undefined;
      focusOn(next);
    },
    hostDisconnected: () => atEnd.disconnect(),
  });

  return {
    ask,
    /** Another list: what was asked of the one before no longer counts. */
    reset(): void {
      walkedTo = undefined;
      askedAt = 0;
    },
    /** Moves the keyboard to the next (1) or previous (-1) row; the open one is where it starts. */
    move(step: 1 | -1): void {
      const shown = links();
      const focused = shown.findIndex((link) => link.matches(':focus'));
      const opened = shown.findIndex((link) => link.hasAttribute('aria-current'));
      const from = focused >= 0 ? focused : opened >= 0 ? opened : step > 0 ? -1 : shown.length;
      if (from + step === shown.length && button()) {
        walkedTo = shown.at(-1)?.href;
        ask();
        return;
      }
      focusOn(shown[Math.max(0, Math.min(shown.length - 1, from + step))]);
    },
  };
}

function focusOn(link: HTMLAnchorElement | undefined): void {
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
}
