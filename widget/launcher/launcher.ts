import { badgeStyles, launcherStyles } from '#widget/launcher/launcher.styles.ts';
import type { WidgetSettings } from '#widget/launcher/settings.ts';

export interface Launcher {
  setBusy(busy: boolean): void;
  /** Number on the mark; none at zero. The name says what is seen, so that it can be spoken to. */
  setUnread(count: number): void;
  remove(): void;
}

/** Tells when the page took the launcher away, with a swapped body or a removed dialog. */
class LauncherElement extends HTMLElement {
  left?: () => void;

  disconnectedCallback() {
    this.left?.();
  }
}

function sheet(text: string): CSSStyleSheet {
  const styles = new CSSStyleSheet();
  styles.replaceSync(text);
  return styles;
}

/** Puts launcher and panel into the corner that the page asks for. */
export function stand(element: HTMLElement, { position, offset }: WidgetSettings): void {
  element.setAttribute('position', position);
  const [x, y = x] = offset ?? [];
  if (!x) return;
  element.style.setProperty('--rg-offset-x', `${x}px`);
  element.style.setProperty('--rg-offset-y', `${y}px`);
}

/**
 * Topmost modal dialog of the page: everything outside it is inert, so the launcher moves inside. Of several, the
 * one whose backdrop a press beside it would meet, wherever they stand in the document; where something else is
 * met, as the open panel, the one it stands in.
 */
function place(launcher: Element): Element {
  const open = document.querySelectorAll('dialog:modal');
  return (
    (open[1] &&
      (document.elementFromPoint(1, 1)?.closest('dialog:modal') ??
        launcher.closest('dialog:modal'))) ??
    open[open.length - 1] ??
    document.documentElement
  );
}

/**
 * The button that opens the panel. It stands outside `body`, in the top layer, so that pages that
 * swap their body or show a modal dialog keep it; a host that removes it gets it back.
 *
 * @param pressing told as a press begins, which takes people a tenth of a second
 */
export function createLauncher(
  settings: WidgetSettings,
  label: string,
  pressing: () => void,
): Launcher {
  if (!customElements.get('rg-launcher')) customElements.define('rg-launcher', LauncherElement);
  const element = document.createElement('rg-launcher') as LauncherElement;
  const button = document.createElement('button');
  let badge: HTMLElement | undefined;
  const setUnread = (count: number) => {
    if (!badge) {
      badge = button.appendChild(document.createElement('i'));
      shadow.adoptedStyleSheets.push(sheet(badgeStyles));
    }
    badge.textContent = `${count}`;
    badge.hidden = !count;
    button.setAttribute('aria-label', count ? `${label} ${count}` : label);
  };
  // as an attribute: a list of tokens to set it by would be made for nothing else
  button.setAttribute('part', 'launcher');
  button.setAttribute('aria-haspopup', 'dialog');
  button.append(label);
  // opens like any element of the page that asks for it
  button.dataset['reglamentOpen'] = '';
  // windows of pages close when something outside them is pressed
  element.addEventListener('pointerdown', (event) => {
    event.stopPropagation();
    pressing();
  });
  const shadow = element.attachShadow({ mode: 'open', delegatesFocus: true });
  shadow.adoptedStyleSheets = [sheet(launcherStyles)];
  shadow.append(button);
  element.setAttribute('theme', settings.theme);
  stand(element, settings);
  element.popover = 'manual';

  const settle = () => {
    const home = place(element);
    if (!element.left || element.parentNode === home) return;
    home.append(element);
    element.showPopover?.();
  };
  const dialogs = new MutationObserver(settle);
  dialogs.observe(document, { attributeFilter: ['open'], subtree: true });
  element.left = () => setTimeout(settle, 100);
  settle();

  return {
    setBusy: (busy) => button.setAttribute('aria-busy', `${busy}`),
    setUnread,
    remove: () => {
      dialogs.disconnect();
      delete element.left;
      element.remove();
    },
  };
}
