import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AttachmentView } from '#shared/wire/ticket.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { completeRequest } from '#test/support/api.ts';
import { deskPage } from '#test/support/desk-page.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let row: Awaited<ReturnType<typeof rowDesk>>;
let browser: Browser;
beforeAll(async () => {
  row = await rowDesk();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await row.close();
});

test('an address of a file opens its ticket there: a picture at once, any other file to be saved', async () => {
  const api = await row.requesterOf('modme');
  const picture = new Uint8Array(PNG.sync.write(new PNG({ width: 40, height: 30 })));
  const file = async (bytes: Uint8Array<ArrayBuffer>, type: string, name: string) =>
    (await (await api.upload(bytes, type, name)).json()) as AttachmentView;
  const seen = await file(picture, 'image/png', 'Счёт.png');
  const saved = await file(new TextEncoder().encode('строка'), 'text/plain', 'журнал.txt');
  const { id } = await api.open({
    ...completeRequest(row.packOf('modme')),
    attachments: [seen.id, saved.id],
  });
  for (let count = 0; count < 12; count += 1)
    await api.post(`/v1/tickets/${id}/messages`, { text: `Ещё ${count}\n\n\n\n`, attachments: [] });

  const desk = await deskPage(browser, row, `modme/${id}/${seen.id}`);
  await desk.getByRole('dialog', { name: 'Счёт.png' }).waitFor();
  await desk.keyboard.press('Escape');
  const picturesTile = desk.getByRole('button', { name: /Счёт\.png/ });
  await expect.poll(() => picturesTile.evaluate((tile) => tile.matches(':focus'))).toBe(true);

  await desk.goto(`${row.server.url}/desk#/modme/${id}/${saved.id}`);
  const link = desk.getByRole('link', { name: /журнал\.txt/ });
  await expect.poll(() => link.evaluate((tile) => tile.matches(':focus'))).toBe(true);
  await expect
    .poll(() => link.evaluate((tile) => tile.getBoundingClientRect().top >= 0))
    .toBe(true);
  expect(await desk.getByRole('dialog').count()).toBe(0);

  await desk.goto(`${row.server.url}/desk#/modme/${id}/att_gone`);
  await desk.getByText('Ещё 11').waitFor();
  await desk.close();
});
