import { ensureChromium } from '#test/support/chromium.ts';

/** The browser tests need something to look with. */
export default function setup(): void {
  ensureChromium();
}
