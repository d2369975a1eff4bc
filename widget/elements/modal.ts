import type { LitElement } from 'lit';
import { escapeInside } from '#widget/elements/escape-inside.ts';
import { followKeyboard } from '#widget/elements/sheet-height.ts';

const tickMs = 5_000;

/** The dialog of a panel while a person has it open, wherever the page moves the panel meanwhile. */
export interface Modal {
  readonly open: boolean;
  show(): void;
  close(): void;
  /** For the dialog's own `close`: Escape closes it as well. */
  readonly closed: () => void;
}

/**
 * Stands in the top layer; a page that takes the open panel away and brings it back finds it open.
 *
 * @param tick every five seconds while somebody can see it
 * @param told once each time it was closed by a person or the page
 */
export function modalOf(host: LitElement, tick: () => void, told: () => void): Modal {
  let open = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  let stopFollowing: (() => void) | undefined;
  const dialogOf = () => host.shadowRoot?.querySelector('dialog');
  const pressed = (event: KeyboardEvent) => escapeInside(host, event);

  /** While nobody can see it nothing is asked for. */
  const rest = () => {
    clearInterval(timer);
    stopFollowing?.();
    removeEventListener('keydown', pressed, true);
  };

  const raise = () => {
    const dialog = dialogOf();
    if (!dialog || !host.isConnected) return;
    if (dialog.open) dialog.close();
    dialog.showModal();
    rest();
    stopFollowing = followKeyboard(dialog);
    addEventListener('keydown', pressed, true);
    timer = setInterval(() => {
      if (document.visibilityState === 'visible') tick();
    }, tickMs);
    void takeAccent(host);
  };

  const closed = () => {
    if (!open || !host.isConnected || dialogOf()?.open) return;
    open = false;
    rest();
    told();
  };

  host.addController({
    hostConnected() {
      if (open) void host.updateComplete.then(raise);
    },
    hostDisconnected: rest,
  });

  return {
    get open() {
      return open;
    },
    show() {
      open = true;
      raise();
    },
    close() {
      dialogOf()?.close();
      closed();
    },
    closed,
  };
}

/** The page's accent as it is now, where the page has set one. */
async function takeAccent(host: LitElement) {
  const wish = getComputedStyle(host.parentElement ?? host)
    .getPropertyValue('--rg-accent')
    .trim();
  const { adoptedStyleSheets: sheets } = host.renderRoot as ShadowRoot;
  const own = (host.constructor as typeof LitElement).elementStyles.length;
  if (!wish || sheets.length > own) return;
  const { hostAccentSheet } = await import('#widget/host-theme.ts');
  const accent = hostAccentSheet(host, wish);
  if (accent) sheets.push(accent);
}
