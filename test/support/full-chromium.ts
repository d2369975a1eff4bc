import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { launchChromium } from '#test/support/chromium.ts';

const places = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** A Chromium that can share its own tab, and whether this one really does. */
export interface SharingBrowser {
  readonly browser: Browser;
  readonly shares: boolean;
}

/**
 * The full Chromium without a window, told to share its tab without asking: the headless one has no sharing.
 * Where only that is installed, a page gets `sharedCanvas` instead.
 */
export async function launchSharing(): Promise<SharingBrowser> {
  const executablePath = places.find(
    (path) => path && !path.includes('headless-shell') && existsSync(path),
  );
  if (!executablePath) return { browser: await launchChromium(), shares: false };
  const browser = await chromium.launch({
    executablePath,
    headless: false,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--auto-accept-this-tab-capture',
    ],
  });
  return { browser, shares: true };
}

/** For `addInitScript`: sharing by a green canvas of the tab's size, as strict about its options as a browser. */
export function sharedCanvas(): void {
  let handle: string | undefined;
  Object.assign(navigator.mediaDevices, {
    setCaptureHandleConfig: (config: { handle: string }) => {
      ({ handle } = config);
    },
  });
  navigator.mediaDevices.getDisplayMedia = (options) => {
    if (!navigator.userActivation.isActive)
      return Promise.reject(new DOMException('no gesture', 'InvalidStateError'));
    if (!options?.video) return Promise.reject(new TypeError('no video asked for'));
    const canvas = document.createElement('canvas');
    canvas.width = innerWidth;
    canvas.height = innerHeight;
    const brush = canvas.getContext('2d')!;
    const paint = () => {
      brush.fillStyle = '#00aa00';
      brush.fillRect(0, 0, canvas.width, canvas.height);
      requestAnimationFrame(paint);
    };
    paint();
    const stream = canvas.captureStream(15);
    for (const track of stream.getVideoTracks())
      Object.assign(track, { getCaptureHandle: () => ({ handle }) });
    return Promise.resolve(stream);
  };
}
