import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** The same engine as the full one's, which draws a window of its own beside every page. */
const headlessShell = '/usr/bin/chromium-headless-shell';

const places = [
  process.env['CHROMIUM_PATH'],
  headlessShell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium on this machine; undefined when there is none. */
export function findChromium(): string | undefined {
  const own = chromium.executablePath();
  return [...places, own].find((path) => path && existsSync(path));
}

/** Installs Chromium where the headless one or any is missing: Debian's as root, else playwright's own. */
export function ensureChromium(): void {
  const hasApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (process.env['CHROMIUM_PATH'] || existsSync(headlessShell)) return;
  if (!hasApt && findChromium()) return;
  const quietly = { stdio: 'ignore' } as const;
  try {
    if (hasApt) {
      const install = ['install', '-y', '--no-install-recommends'];
      execFileSync('apt-get', ['update'], quietly);
      execFileSync(
        'apt-get',
        [...install, 'chromium-headless-shell', 'fonts-dejavu-core'],
        quietly,
      );
    } else {
      execFileSync('npx', ['playwright-core', 'install', 'chromium'], quietly);
    }
  } catch {
    // what is missing is said below, in one line
  }
  if (!findChromium()) {
    throw new Error(
      'The browser tests need Chromium: install it, or set CHROMIUM_PATH to where it is.',
    );
  }
}

/** A headless browser that calls nobody by itself. @param more further switches */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      ...more,
    ],
  });
}
