import { createHash } from 'node:crypto';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tinyPng } from '#test/support/picture.ts';
import { portalApp, portalTab, type PortalApp } from '#test/support/portal-app.ts';

let app: PortalApp;
let browser: Browser;
beforeAll(async () => {
  app = await portalApp();
  browser = await app.browser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A second of a film as this browser records one. */
const film = async (frame: Frame) =>
  Buffer.from(
    await frame.evaluate(async () => {
      const canvas = document.createElement('canvas');
      const brush = canvas.getContext('2d');
      const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
      const pieces: Blob[] = [];
      const whole = new Promise<Blob>((resolve) => {
        recorder.ondataavailable = ({ data }) => pieces.push(data);
        recorder.onstop = () => resolve(new Blob(pieces));
      });
      recorder.start();
      for (let shown = 0; shown < 25; shown += 1) {
        brush?.fillRect(shown, shown, 40, 40);
        await new Promise((next) => requestAnimationFrame(next));
      }
      recorder.stop();
      const bytes = new Uint8Array(await (await whole).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    }),
    'base64',
  );

/** Lets go of a file over the page, beside its form. */
const drop = (frame: Frame, name: string, bytes: Buffer) =>
  frame.evaluate(
    ([called, base64]) => {
      const dataTransfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      dataTransfer.items.add(new File([content], called, { type: 'text/plain' }));
      const wish = { dataTransfer, bubbles: true, composed: true, cancelable: true };
      const main = document.querySelector('rg-portal-page')?.shadowRoot?.querySelector('main');
      const over = new DragEvent('dragover', wish);
      main?.dispatchEvent(over);
      if (!over.defaultPrevented) throw new Error('the page would open the file');
      main?.dispatchEvent(new DragEvent('drop', wish));
    },
    [name, bytes.toString('base64')] as const,
  );

test('inside a portal files are chosen and dropped, the page is pictured, a film goes along, and all arrive whole', async () => {
  app.installed('alpha');
  const { open, complaints } = await portalTab(app, browser, 'alpha', { userId: 7 });
  const frame = await open();
  await frame.getByLabel('Что делали').fill('Отправил счёт-фактуру из сделки');
  await frame.getByLabel('Что ожидали').fill('Статус «Отправлен»');
  await frame.getByLabel('Что получили').fill('Ошибка подписи');
  const log = Buffer.from('12:01 отправка\n12:02 ошибка подписи\n');
  const recorded = await film(frame);

  const choose = frame.locator('rg-attachments input[type=file][multiple]');
  await choose.setInputFiles([
    { name: 'счёт.png', mimeType: 'image/png', buffer: tinyPng },
    { name: 'ошибка.webm', mimeType: 'video/webm', buffer: recorded },
  ]);
  await drop(frame, 'журнал.txt', log);
  await expect.poll(() => frame.locator('rg-tile').count()).toBe(3);
  await frame.getByRole('button', { name: 'Снять страницу' }).click();
  await expect.poll(() => frame.locator('rg-tile').count()).toBe(4);
  await frame.getByRole('button', { name: /^Отправить/ }).click();
  await frame
    .locator('rg-receipt')
    .getByText(/^DDX-\d+$/)
    .first()
    .waitFor();
  const receipt = frame.locator('rg-receipt');
  await receipt.getByText('Ответ придёт сюда и на i•••@romashka.example').waitFor();

  const stored = await app.server.deps.client.unsafe<
    { name: string; media_type: string; sha256: string; width_px: number | null }[]
  >(`select name, media_type, sha256, width_px from attachments where message_id is not null`);
  const kinds = Object.fromEntries(stored.map((one) => [one.name, one]));
  expect(stored).toHaveLength(4);
  expect(kinds['журнал.txt']).toMatchObject({ media_type: 'text/plain', sha256: sha256(log) });
  expect(kinds['ошибка.webm']).toMatchObject({
    media_type: 'video/webm',
    sha256: sha256(recorded),
  });
  expect(kinds['счёт.png']).toMatchObject({ media_type: 'image/png', width_px: 4 });
  const picture = stored.find(({ name }) => !/^(журнал|ошибка|счёт)/.test(name));
  expect(picture?.width_px).toBeGreaterThan(500);
  expect(complaints).toEqual([]);
});
