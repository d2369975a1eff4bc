import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { launch, type Browser } from 'puppeteer-core';

const places = [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** Path of a Firefox on this machine; undefined when there is none. */
export const findFirefox = (): string | undefined =>
  places.find((path) => path && existsSync(path));

/** Installs Debian's Firefox where there is none, as root; where that is not possible, says what is not tested. */
export function ensureFirefox(): void {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!findFirefox() && mayInstall) {
    try {
      for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'firefox-esr']])
        execFileSync('apt-get', args, { stdio: 'ignore' });
    } catch {
      // what is missing is said below, in one line
    }
  }
  if (!findFirefox())
    console.warn(
      'No Firefox here: the widget is tested in Chromium only. Install it, or set FIREFOX_PATH to where it is.',
    );
}

/** A headless Firefox that calls nobody by itself, driven by WebDriver BiDi. */
export const launchFirefox = (executablePath: string): Promise<Browser> =>
  launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: {
      'intl.accept_languages': 'ru-RU',
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
