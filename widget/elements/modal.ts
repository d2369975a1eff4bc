import type { LitElement } from 'lit';
import { whileOpen } from '#widget/elements/while-open.ts';

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
  let end: (() => void) | undefined;
  const dialogOf = () => host.shadowRoot?.querySelector('dialog');

  /** While nobody can see it nothing is asked for. */
  const rest = () => {
    clearInterval(timer);
    end?.();
    end = undefined;
  };

  const raise = () => {
    const dialog = dialogOf();
    if (!dialog || !host.isConnected) return;
    if (dialog.open) dialog.close();
    // written into the markup it would be the page's own: a browser looks for that as soon as it is drawn
    const title = dialog.querySelector('h2');
    if (title) title.autofocus = true;
    dialog.showModal();
    rest();
    end = whileOpen(host, dialog);
    timer = setInterval(() => {
      if (document.visibilityState === 'visible') tick();
    }, tickMs);
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
    // a dialog is closed a moment before its page hears of it
    get open() {
      closed();
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
