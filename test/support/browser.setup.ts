import { ensureChromium } from '#test/support/chromium.ts';
import { ensureFirefox } from '#test/support/firefox.ts';

/** The browser tests need something to look with. */
export default function setup(): void {
  ensureChromium();
  ensureFirefox();
}
