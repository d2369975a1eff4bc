import type { Page } from 'playwright-core';

/** Texts of people, which a list shows on one line; they are whole where they are opened. */
const mayBeCut = '.subject, .file, .caption, .title span';

/**
 * Texts that a person cannot read whole in the open panel: wider than their own box, cut off by it, or
 * reaching over the panel's edge. What can be scrolled to by itself is read.
 */
export const cutTexts = (tab: Page): Promise<string[]> =>
  tab.evaluate((excused) => {
    const found: string[] = [];
    const scrolls = (overflow: string) => /auto|scroll/.test(overflow);
    const look = (element: HTMLElement, edge: DOMRect) => {
      const said = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (!said || !element.checkVisibility({ visibilityProperty: true })) return;
      const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
      if (element.matches(excused) || (clientWidth === 1 && clientHeight === 1)) return;
      const { overflowX, overflowY } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const wide = clientWidth > 0 && scrollWidth > clientWidth && !scrolls(overflowX);
      const tall = /hidden|clip/.test(overflowY) && scrollHeight > clientHeight + 1;
      const over = box.right > edge.right + 1 || box.left < edge.left - 1;
      const within = element.closest('pre, .table');
      if ((wide || tall || over) && !within) {
        const how = wide ? `${scrollWidth} > ${clientWidth}` : tall ? 'tall' : 'over the edge';
        found.push(`${element.localName}.${element.className} «${element.innerText}» ${how}`);
      }
    };
    const visit = (root: Element | ShadowRoot, edge: DOMRect) => {
      for (const element of root.children) {
        if (element.localName === 'dialog' && !(element as HTMLDialogElement).open) continue;
        const own = element.localName === 'dialog' ? element.getBoundingClientRect() : edge;
        if (element instanceof HTMLElement) look(element, own);
        if (element.shadowRoot) visit(element.shadowRoot, own);
        visit(element, own);
      }
    };
    const window = new DOMRect(0, 0, innerWidth, innerHeight);
    for (const tag of ['rg-launcher', 'reglament-widget'])
      for (const element of document.querySelectorAll(tag))
        if (element.shadowRoot) visit(element.shadowRoot, window);
    return found;
  }, mayBeCut);

/**
 * Controls of the open dialog that nobody can press: those that no scrolling brings into the window, or
 * that something else lies upon.
 */
export const unreachable = (tab: Page): Promise<string[]> =>
  tab.evaluate(() => {
    const found: string[] = [];
    const all = (root: Element | ShadowRoot): Element[] =>
      [...root.children].flatMap((one) => [
        one,
        ...(one.shadowRoot ? all(one.shadowRoot) : []),
        ...all(one),
      ]);
    const panel = document.querySelector('reglament-widget')?.shadowRoot;
    const dialog = (panel ? all(panel) : []).findLast(
      (one) => one instanceof HTMLDialogElement && one.open,
    );
    const above = (node: Node | null): Element[] => {
      const up = node && (node.parentNode ?? (node as ShadowRoot).host ?? null);
      return node instanceof Element ? [node, ...above(up)] : up ? above(up) : [];
    };
    const topmost = (x: number, y: number) => {
      let at = document.elementFromPoint(x, y);
      for (;;) {
        const inner = at?.shadowRoot?.elementFromPoint(x, y);
        if (!inner || inner === at) return at;
        at = inner;
      }
    };
    for (const control of dialog ? all(dialog) : []) {
      if (!control.matches('button, input, select, textarea, a[href], summary')) continue;
      if (!control.checkVisibility() || control.matches(':disabled')) continue;
      if (above(control).some((one) => one.matches('[inert]'))) continue;
      control.scrollIntoView({ block: 'center', inline: 'nearest' });
      // a link may begin on one line and end on another
      const [{ x, y, width, height } = new DOMRect()] = control.getClientRects();
      const hit = topmost(x + width / 2, y + height / 2);
      if (!above(hit).includes(control) && hit?.closest('label')?.control !== control)
        found.push(
          `${control.localName} «${control.ariaLabel ?? control.textContent?.trim() ?? control.id}» lies under ${hit?.localName}.${hit?.className}`,
        );
    }
    return found;
  });
