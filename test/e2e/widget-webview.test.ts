import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import { livesHere } from '#test/support/lives-here.ts';
import { readPicture } from '#test/support/picture.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';

const markup = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Полигон</title>
  <h1>Межевой план</h1><script>
    addEventListener('error', (event) => faults.push(event.message));
    addEventListener('unhandledrejection', (event) => faults.push(String(event.reason?.stack ?? event.reason)));
    window.faults = [];
  </script>
  <script src="WIDGET/widget.js" data-key="sample" data-locale="ru"></script>`;

let browser: Browser;
let host: WidgetHost;
let tab: Page;
beforeAll(async () => {
  browser = await launchChromium(['--host-resolver-rules=MAP plan.example 127.0.0.1']);
});
afterAll(() => browser?.close());
beforeEach(async () => {
  host = await widgetHost(markup);
  tab = await browser.newPage({
    viewport: { width: 1000, height: 700 },
    userAgent: 'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Program/7.2',
  });
});
afterEach(async () => {
  await tab.close();
  await host.close();
});

/** What a browser inside a desktop program leaves out: windows, sharing, choosing files, what came since 2023. */
function embedded(): void {
  window.open = () => null;
  HTMLInputElement.prototype.click = () => undefined;
  HTMLInputElement.prototype.showPicker = () => {
    throw new DOMException('not here', 'NotAllowedError');
  };
  const lost: [object | undefined, string[]][] = [
    [globalThis.MediaDevices?.prototype, ['getDisplayMedia', 'getUserMedia']],
    [Navigator.prototype, ['mediaDevices', 'clipboard', 'locks', 'share', 'serviceWorker']],
    [HTMLElement.prototype, ['showPopover', 'hidePopover', 'togglePopover']],
    [Document.prototype, ['startViewTransition']],
    [window, ['CloseWatcher', 'Notification', 'MediaRecorder', 'ImageCapture', 'scheduler']],
    [Element.prototype, ['moveBefore', 'setHTMLUnsafe', 'checkVisibility']],
    [Object, ['groupBy']],
    [Promise, ['withResolvers', 'try']],
  ];
  for (const [from, names] of lost)
    for (const name of names) if (from) Reflect.deleteProperty(from, name);
}

const button = (name: string | RegExp) => tab.getByRole('button', { name });

async function sendWithPicture() {
  await button('Поддержка').click();
  await tab.getByLabel('Что ожидали').fill('450 000');
  await tab.getByLabel('Что получили').fill('0');
  await button('Выбрать файл').click();
  await button('Снять страницу').click();
  await tab.locator('rg-tile').waitFor();
  await button(/^Отправить/).click();
  await tab.locator('rg-receipt').getByText('SMP-1', { exact: true }).waitFor();
  await button('Скопировать').click();
  await button('Дописать').click();
  await tab.getByLabel('Ваш ответ').fill('Ещё');
  await tab.keyboard.press('Control+Enter');
  await tab.locator('rg-thread article').nth(1).waitFor();

  const { width, height } = readPicture(host.files[0]?.bytes ?? Buffer.alloc(0));
  expect([width, height]).toEqual([1000, 700]);
  expect(await tab.evaluate(() => (window as unknown as { faults: string[] }).faults)).toEqual([]);
}

test('in a browser inside a desktop program all works that does not need what it lacks', async () => {
  await tab.addInitScript(embedded);
  await tab.goto(host.pageUrl);
  await livesHere(tab);
  expect(await tab.locator('rg-ways button').count()).toBe(0);
  await sendWithPicture();
});

test('the same on a page without TLS that keeps nothing: in memory, and it says so', async () => {
  await tab.addInitScript(embedded);
  await tab.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('not here', 'SecurityError');
        },
      });
  });
  await tab.goto(host.pageUrl.replace('localhost', 'plan.example'));
  expect(await tab.evaluate(() => isSecureContext)).toBe(false);
  await livesHere(tab, {
    whileOpen: () => tab.getByText('Черновик хранится, пока открыта страница').waitFor(),
  });
  await sendWithPicture();
});
