import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const places = [
  process.env['CHROMIUM_PATH'],
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

/** Installs Chromium where none is: Debian's package as root, playwright's own elsewhere. */
export function ensureChromium(): void {
  if (findChromium()) return;
  const quietly = { stdio: 'ignore' } as const;
  try {
    if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
      execFileSync('apt-get', ['update'], quietly);
      execFileSync(
        'apt-get',
        ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
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

/** A headless browser that calls nobody by itself. */
export function launchChromium(): Promise<Browser> {
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
    ],
  });
}
