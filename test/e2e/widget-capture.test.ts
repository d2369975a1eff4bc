import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchSharing, sharedCanvas, type SharingBrowser } from '#test/support/full-chromium.ts';
import { readPicture } from '#test/support/picture.ts';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';
import { heavyElements } from '#widget/capture/picture-ways.ts';

const page = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Оплаты</title>
  <style>body { margin: 0; background: #00aa00 }</style>
  <h1>Оплаты</h1><p data-private id="private">Иванова Анна</p><p class="salary">12 000 000</p>
  <button id="own" onclick="this.textContent = 'нажато'">Кнопка страницы</button>
  <script src="WIDGET/widget.js" data-key="sample" data-locale="ru" data-private-selectors=".salary, .pay"></script>`;

let sharing: SharingBrowser;
let host: WidgetHost;
let tab: Page;
beforeAll(async () => {
  sharing = await launchSharing();
});
afterAll(() => sharing?.browser.close());
beforeEach(async () => {
  host = await widgetHost(page);
  tab = await sharing.browser.newPage({ viewport: { width: 1000, height: 760 } });
  if (!sharing.shares) await tab.addInitScript(sharedCanvas);
  await tab.addInitScript(() => {
    const share = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
    const asked: unknown[] = [];
    const tracks: MediaStreamTrack[] = [];
    Object.assign(window, { asked, tracks });
    navigator.mediaDevices.getDisplayMedia = async (options) => {
      asked.push(options);
      const ours = [...document.querySelectorAll('rg-launcher, reglament-widget')];
      Object.assign(window, {
        seen: ours.map((one) => getComputedStyle(one.shadowRoot!.firstElementChild!).visibility),
      });
      const stream = await share(options);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
  await tab.goto(host.pageUrl);
  await tab.getByRole('button', { name: 'Поддержка' }).click();
  await tab.getByLabel('Что делали').fill('Открыл отчёт');
  await tab.getByLabel('Что ожидали').fill('450 000');
  await tab.getByLabel('Что получили').fill('0');
});
afterEach(async () => {
  await tab.close();
  await host.close();
});

const button = (name: string | RegExp) => tab.getByRole('button', { name });
const tracksLive = () =>
  tab.evaluate(
    () =>
      (window as unknown as { tracks: MediaStreamTrack[] }).tracks.filter(
        ({ readyState }) => readyState === 'live',
      ).length,
  );
const send = async () => {
  await button(/^Отправить/).click();
  await tab.locator('rg-receipt').getByText('SMP-1', { exact: true }).waitFor();
};

test('a page too heavy to be drawn is shared at once, and the renderer is not even fetched', async () => {
  await tab.evaluate((count) => {
    for (let at = 0; at < count; at += 1) document.body.append(document.createElement('i'));
  }, heavyElements);
  await button('Снять страницу').click();
  await tab.locator('rg-tile rg-picture').waitFor();

  expect(await tab.evaluate(() => (window as unknown as { asked: unknown[] }).asked)).toHaveLength(
    1,
  );
  expect(await tracksLive()).toBe(0);
  expect(host.asked.filter((one) => one.includes('take-picture'))).toEqual([]);
});

test('an exact picture shows the tab without the panel, private places painted over, the sharing ended', async () => {
  const hidden = (await tab.locator('#private').boundingBox())!;
  const salary = (await tab.locator('.salary').boundingBox())!;
  await button('Точный снимок').click();
  await tab.getByText('Личное на точном снимке закрыто').waitFor();

  expect(await tracksLive()).toBe(0);
  expect(await tab.evaluate(() => (window as unknown as { asked: unknown[] }).asked)).toEqual([
    {
      preferCurrentTab: true,
      selfBrowserSurface: 'include',
      surfaceSwitching: 'exclude',
      monitorTypeSurfaces: 'exclude',
      video: true,
      audio: false,
    },
  ]);
  await tab.getByText('Снимок, 2 скрыто').waitFor();
  await send();
  const picture = readPicture(host.files[0]?.bytes ?? Buffer.alloc(0));
  expect([picture.width, picture.height]).toEqual([1000, 760]);
  expect([...picture.coloursIn(hidden)]).toEqual(['16,19,18']);
  expect([...picture.coloursIn(salary)]).toEqual(['16,19,18']);
  const [red, green, blue] = picture.at(760, 500);
  // the colours of a film, not of the page: near is near enough, the panel would be white
  expect(Math.abs(green - 170) + red + blue).toBeLessThan(60);
  expect(await tab.evaluate(() => (window as unknown as { seen: unknown }).seen)).toEqual([
    'hidden',
    'hidden',
  ]);
});

test('what the element’s own attribute names is painted over as well', async () => {
  const own = (await tab.locator('#own').boundingBox())!;
  await tab
    .locator('reglament-widget')
    .evaluate((element) => element.setAttribute('private-selectors', '#own'));
  await button('Точный снимок').click();
  await tab.getByText('Снимок, 2 скрыто').waitFor();
  await send();

  const picture = readPicture(host.files[0]?.bytes ?? Buffer.alloc(0));
  expect([...picture.coloursIn(own)]).toEqual(['16,19,18']);
});

test('what is private is painted over where it stood as the picture was taken, though the page moves meanwhile', async () => {
  const hidden = (await tab.locator('#private').boundingBox())!;
  await tab.evaluate(() => {
    const grab = ImageCapture.prototype.grabFrame;
    ImageCapture.prototype.grabFrame = async function () {
      const frame = await grab.call(this);
      document.getElementById('private')!.style.marginTop = '400px';
      return frame;
    };
  });
  await button('Точный снимок').click();
  await tab.getByText('Снимок, 2 скрыто').waitFor();
  await send();

  const picture = readPicture(host.files[0]?.bytes ?? Buffer.alloc(0));
  expect([...picture.coloursIn(hidden)]).toEqual(['16,19,18']);
});

test('words that stick out of their private place are painted over too, also where no box holds them', async () => {
  const shown = await tab.evaluate(() => {
    const place = document.getElementById('private')!;
    Object.assign(place.style, { width: '40px', height: '20px', whiteSpace: 'nowrap' });
    const bare = document.querySelector<HTMLElement>('.salary')!;
    bare.style.display = 'contents';
    return [place, bare].map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      const { x, y, width, height } = range.getBoundingClientRect();
      return {
        x: Math.floor(x),
        y: Math.floor(y),
        width: Math.ceil(width),
        height: Math.ceil(height),
      };
    });
  });
  expect(shown[0]!.width).toBeGreaterThan(60);
  await button('Точный снимок').click();
  await tab.getByText('Снимок, 2 скрыто').waitFor();
  await send();

  const picture = readPicture(host.files[0]?.bytes ?? Buffer.alloc(0));
  for (const box of shown) expect([...picture.coloursIn(box)]).toEqual(['16,19,18']);
});

test('private places are painted over where they are seen on a page that two fingers made larger', async () => {
  const control = await tab.context().newCDPSession(tab);
  await control.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
  await expect.poll(() => tab.evaluate(() => visualViewport!.scale)).toBe(2);
  // by a key: a press is placed without the enlargement
  await button('Точный снимок').focus();
  const seen = await tab.evaluate(() => {
    const { offsetLeft: left, offsetTop: top } = visualViewport!;
    const { style } = document.getElementById('private')!;
    Object.assign(style, {
      position: 'fixed',
      margin: '0',
      left: `${left + 100}px`,
      top: `${top + 150}px`,
    });
    return { x: 200, y: 300, width: 100, height: 30 };
  });
  await tab.keyboard.press('Enter');
  await tab.getByText('Снимок, 2 скрыто').waitFor();
  await control.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
  await send();

  const picture = readPicture(host.files[0]?.bytes ?? Buffer.alloc(0));
  expect([...picture.coloursIn(seen)]).toEqual(['16,19,18']);
});

test('where what is shared gives no picture the panel comes back and says so', async () => {
  await tab.evaluate(() => {
    ImageCapture.prototype.grabFrame = () => new Promise(() => undefined);
    const later = window.setTimeout.bind(window);
    window.setTimeout = ((run: () => void, ms = 0) =>
      later(run, ms === 10_000 ? 0 : ms)) as typeof setTimeout;
  });
  await button('Точный снимок').click();
  await tab.getByText('Браузер не дал снимка. Вставьте картинку или выберите файл').waitFor();

  expect(await tracksLive()).toBe(0);
  await tab.getByLabel('Что делали').fill('Дальше');
});

test('of another tab, though of the same shape, nothing is painted over and the person is told to look', async () => {
  await tab.evaluate(() => {
    const share = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getDisplayMedia = async (options) => {
      const stream = await share(options);
      for (const track of stream.getTracks())
        Object.assign(track, { getCaptureHandle: () => null });
      return stream;
    };
  });
  await button('Точный снимок').click();

  await tab.getByText('На этом снимке ничего не скрыто: посмотрите его перед отправкой').waitFor();
  expect(await tracksLive()).toBe(0);
});

test('who refuses to share hears of no error and can go on', async () => {
  await tab.evaluate(() => {
    navigator.mediaDevices.getDisplayMedia = () =>
      Promise.reject(new DOMException('refused', 'NotAllowedError'));
  });
  for (const name of ['Точный снимок', 'Записать экран']) {
    await button(name).click();
    await expect.poll(() => button(name).isEnabled()).toBe(true);
  }

  expect(await tab.locator('rg-attachments').getByRole('alert').count()).toBe(0);
  expect(await tab.locator('rg-ways p').count()).toBe(0);
  await send();
});

test('S1.3.1.9 WID: a film of the screen is recorded over the usable page, kept on a press, and arrives with the request', async () => {
  await button('Записать экран').click();
  const bar = tab.locator('rg-recording');
  await bar.getByText(/^Запись 0:(?:0[1-9]|[1-5]\d) из 1:00, [\d,]+ МБ из 5/).waitFor();
  expect(await tab.locator('reglament-widget dialog').isVisible()).toBe(false);
  await tab.locator('#own').click();
  expect(await tab.locator('#own').textContent()).toBe('нажато');
  await bar.getByRole('button', { name: 'Закончить и приложить' }).click();

  await tab.getByText(/^Записано: 0:\d\d, [\d,]+ МБ/).waitFor();
  await tab
    .locator('rg-tile')
    .getByText(/^screen-0m\d\ds\.webm$/)
    .waitFor();
  expect(await bar.count()).toBe(0);
  expect(await tracksLive()).toBe(0);
  expect(await tab.getByLabel('Что делали').inputValue()).toBe('Открыл отчёт');
  await send();
  expect(host.files[0]?.type).toBe('video/webm');
  expect(host.files[0]?.bytes.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
});

test('a film is ended over a dialog that the page opens meanwhile, and once that dialog is gone', async () => {
  const openDialog = () =>
    tab.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.append(document.createElement('input'));
      document.body.append(dialog);
      dialog.showModal();
    });
  await button('Записать экран').click();
  const bar = tab.locator('rg-recording');
  await bar.getByText(/^Запись 0:(?:0[1-9]|[1-5]\d)/).waitFor();
  await openDialog();
  await bar.getByRole('button', { name: 'Закончить и приложить' }).click({ trial: true });
  expect(
    await tab.locator('body > dialog > input').evaluate((input) => input.matches(':focus')),
  ).toBe(true);
  await tab.evaluate(() => document.querySelector('body > dialog')?.remove());
  await bar.getByRole('button', { name: 'Закончить и приложить' }).click({ trial: true });
  await openDialog();
  await bar.getByRole('button', { name: 'Закончить и приложить' }).click();

  await tab.getByText(/^Записано: 0:\d\d, [\d,]+ МБ/).waitFor();
  expect(await bar.count()).toBe(0);
});

test('a film goes into the draft of a panel that the page took away meanwhile', async () => {
  await button('Записать экран').click();
  const bar = tab.locator('rg-recording');
  await bar.getByText(/^Запись 0:(?:0[1-9]|[1-5]\d)/).waitFor();
  await tab.evaluate(() => document.querySelector('reglament-widget')!.remove());
  await bar.getByRole('button', { name: 'Закончить и приложить' }).click();
  await bar.waitFor({ state: 'detached' });
  await button('Поддержка').click();

  await tab
    .locator('rg-tile')
    .getByText(/^screen-0m\d\ds\.webm$/)
    .waitFor();
  expect(await tracksLive()).toBe(0);
});

test('a browser that records nothing after all says so, and goes on sharing nothing', async () => {
  await tab.evaluate(() => {
    MediaRecorder.prototype.start = () => {
      throw new DOMException('', 'NotSupportedError');
    };
  });
  await button('Записать экран').click();
  await tab.getByText('Браузер не записал экран. Выберите видео файлом').waitFor();

  expect(await tracksLive()).toBe(0);
  expect(await tab.locator('rg-recording').count()).toBe(0);
});

test('a film that is not wanted is kept nowhere, and one that the browser ends is kept', async () => {
  await button('Записать экран').click();
  await tab
    .locator('rg-recording')
    .getByText(/^Запись 0:(0[1-9]|[1-5]\d)/)
    .waitFor();
  await button('Не сохранять').click();
  await button('Точный снимок').waitFor();
  expect(await tab.locator('rg-tile').count()).toBe(0);
  expect(await tracksLive()).toBe(0);

  await button('Записать экран').click();
  await tab
    .locator('rg-recording')
    .getByText(/^Запись 0:(0[1-9]|[1-5]\d)/)
    .waitFor();
  await tab.evaluate(() => {
    for (const track of (window as unknown as { tracks: MediaStreamTrack[] }).tracks) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });
  await tab.getByText(/^Записано: 0:\d\d/).waitFor();
  expect(await tab.locator('rg-tile').count()).toBe(1);
});

test('S4.4.4.2 WID: several pictures go with one message; a huge photo is made smaller and tells no more where it was taken', async () => {
  const made = await tab.evaluate(async () => {
    const draw = async (width: number, height: number, type: string) => {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const brush = canvas.getContext('2d')!;
      brush.fillStyle = '#2563eb';
      brush.fillRect(0, 0, width, height);
      const blob = await new Promise<Blob>((resolve) =>
        canvas.toBlob((drawn) => resolve(drawn!), type),
      );
      return [...new Uint8Array(await blob.arrayBuffer())];
    };
    return {
      photo: await draw(4032, 3024, 'image/jpeg'),
      small: await draw(300, 200, 'image/jpeg'),
      shot: await draw(300, 200, 'image/png'),
    };
  });
  const notes = Buffer.from('Exif\0\0MM\0*GPS-41.3111-69.2797', 'latin1');
  const length = Buffer.from([0, notes.length + 2]);
  const told = (bytes: readonly number[]) =>
    Buffer.concat([
      Buffer.from(bytes.slice(0, 2)),
      Buffer.from([0xff, 0xe1]),
      length,
      notes,
      Buffer.from(bytes.slice(2)),
    ]);
  const [photo, small] = [told(made.photo), told(made.small)];
  const shot = Buffer.from(made.shot);
  await tab
    .locator('rg-attachments > input, rg-attachments input[multiple]')
    .first()
    .setInputFiles([
      { name: 'IMG_4711.JPG', mimeType: 'image/jpeg', buffer: photo },
      // what was cut off lies behind the end still
      { name: 'экран.png', mimeType: 'image/png', buffer: Buffer.concat([shot, notes]) },
      { name: 'фото.png', mimeType: 'image/png', buffer: small },
      { name: 'журнал.txt', mimeType: 'text/plain', buffer: Buffer.from('строка') },
    ]);
  await tab.getByText('1 большое фото уменьшено; место и время съёмки удалены').waitFor();
  await tab
    .locator('rg-attachments input[multiple]')
    .setInputFiles([{ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from('нет') }]);
  await tab.getByText(/^HEIC здесь не открывается/).waitFor();
  await send();

  expect(host.files.map(({ type }) => type)).toEqual([
    'image/jpeg',
    'image/png',
    'image/jpeg',
    'text/plain',
  ]);
  const [sent, second, renamed, third] = host.files.map(({ bytes }) => bytes);
  for (const one of [sent!, renamed!])
    expect([one.includes('Exif'), one.includes('GPS')]).toEqual([false, false]);
  expect(second).toEqual(shot);
  expect(third!.toString()).toBe('строка');
  expect(host.bodies).toMatchObject([{ attachments: ['file-1', 'file-2', 'file-3', 'file-4'] }]);
  const size = await tab.evaluate(
    async (bytes) => {
      const { width, height } = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      return [width, height];
    },
    [...sent!],
  );
  expect(size).toEqual([2560, 1920]);
});

test('S0.10.3 WID: a file dropped anywhere on the panel, and one that is pasted, go with the request and come back with it', async () => {
  await tab.locator('rg-ways button').first().waitFor();
  await tab.evaluate(() => {
    const title = document
      .querySelector('reglament-widget')!
      .shadowRoot!.querySelector<HTMLElement>('#title')!;
    const carrying = (name: string) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([name], name, { type: 'text/plain' }));
      return dataTransfer;
    };
    const init = { bubbles: true, composed: true, cancelable: true };
    title.dispatchEvent(new DragEvent('drop', { ...init, dataTransfer: carrying('dropped.txt') }));
    title.dispatchEvent(
      new ClipboardEvent('paste', { ...init, clipboardData: carrying('pasted.txt') }),
    );
  });
  await tab.locator('rg-tile').getByText('pasted.txt').waitFor();
  await send();

  expect(host.files.map(({ bytes }) => bytes.toString()).toSorted()).toEqual([
    'dropped.txt',
    'pasted.txt',
  ]);
  await button('Дописать').click();
  await expect.poll(() => tab.locator('rg-thread rg-file').count()).toBe(2);
});

test('by keyboard alone a picture by either way leaves the focus where it was, and the request goes', async () => {
  for (const [count, name] of [
    [1, 'Снять страницу'],
    [2, 'Точный снимок'],
  ] as const) {
    await button(name).focus();
    await tab.keyboard.press('Enter');
    await expect.poll(() => tab.locator('rg-tile').count()).toBe(count);
    await expect.poll(() => button(name).evaluate((one) => one.matches(':focus'))).toBe(true);
  }
  await tab.keyboard.press('Control+Enter');

  await tab.locator('rg-receipt').getByText('SMP-1', { exact: true }).waitFor();
});

test('a phone offers the camera instead of sharing, for fingers', async () => {
  const context = await sharing.browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const phone = await context.newPage();
  await phone.goto(host.pageUrl);
  await phone.getByRole('button', { name: 'Поддержка' }).tap();
  await phone.getByLabel('Что делали').fill('Открыл отчёт');
  const photo = phone.getByRole('button', { name: 'Сфотографировать' });
  await photo.waitFor();

  expect((await photo.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  expect(await phone.locator('rg-ways button').count()).toBe(1);
  const camera = phone.locator('rg-ways input');
  expect(await camera.getAttribute('capture')).toBe('environment');
  const picture = await phone.screenshot();
  await camera.setInputFiles([{ name: 'photo.png', mimeType: 'image/png', buffer: picture }]);
  await phone.locator('rg-tile rg-picture').waitFor();
  await context.close();
});
