import { execFileSync } from 'node:child_process';
import { ensureChromium } from '#test/support/chromium.ts';
import { root } from '#test/support/sources.ts';

/** The browser tests look at what is built and need something to look with. */
export default function setup(): void {
  execFileSync('npx', ['tsx', 'server/build/build-if-stale.ts'], { cwd: root, stdio: 'inherit' });
  ensureChromium();
}
