import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** A person who has a keyboard and nothing else. */
export interface Keys {
  press(...keys: string[]): Promise<void>;
  /** Goes on with Tab, or another key, until what is named so has the focus. */
  to(name: string | RegExp, key?: string): Promise<void>;
  /** Waits until what is named so has the focus by itself. */
  on(name: string | RegExp): Promise<void>;
  /** Stops of the focus that nothing showed. */
  readonly unseen: readonly string[];
}

/** What has the focus inside all shadow roots: its name, and whether it can be seen to have it. */
export const focusOf = (tab: Page): Promise<{ name: string; seen: boolean }> =>
  tab.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at) return { name: '', seen: false };
    const { labels } = at as HTMLInputElement;
    const name = at.ariaLabel ?? labels?.[0]?.innerText ?? (at as HTMLElement).innerText ?? '';
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    // a title that was led to is no control, and behind the last control is the browser itself
    const seen = ring || at.matches('[tabindex="-1"], body');
    return { name: name.trim().slice(0, 60), seen };
  });

/** Most presses that lead from one control to any other. */
const patience = 60;

export function keysOf(tab: Page): Keys {
  const unseen = new Set<string>();
  /** A label may go on with what is asked of its field. */
  const fits = (name: string, wanted: string | RegExp) =>
    typeof wanted === 'string' ? name.startsWith(wanted) : wanted.test(name);
  return {
    get unseen() {
      return [...unseen];
    },
    async press(...all) {
      for (const key of all) await tab.keyboard.press(key);
    },
    async to(wanted, key = 'Tab') {
      const passed: string[] = [];
      for (let step = 0; step < patience; step += 1) {
        await tab.keyboard.press(key);
        const { name, seen } = await focusOf(tab);
        if (!seen) unseen.add(name);
        if (fits(name, wanted)) return;
        passed.push(name);
      }
      throw new Error(`${String(wanted)} is on no way: ${passed.join(' → ')}`);
    },
    on: (wanted) =>
      expect
        .poll(async () => (await focusOf(tab)).name, { timeout: 20_000 })
        .toSatisfy((name: string) => fits(name, wanted)),
  };
}
