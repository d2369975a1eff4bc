import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eraseContent } from '#server/features/erasure/erase-content.ts';
import { keepRecord } from '#server/features/vendor-portal/records.repository.ts';
import {
  saveVendorPortal,
  stopVendorPortal,
} from '#server/features/vendor-portal/vendor-portals.repository.ts';
import { vendorPortalSettings } from '#server/features/vendor-portal/vendor-portal-settings.ts';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
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

test('what of an erased ticket stands in a stopped portal is said beside it and in a list, and checked off by keyboard', async () => {
  const { db } = row.server.deps;
  const at = new Date(row.clock.now());
  const settings = vendorPortalSettings.parse({ agent: 'demo', item: { entityTypeId: 1302 } });
  const host = 'acme.bitrix24.ru';
  const portal = { tenantId: 'modme', host, sealedUrl: '', sealedEventKey: null, settings };
  await saveVendorPortal(db, portal, at);
  const { id, receipt } = await row.open('modme');
  const kept = { tenantId: 'modme', ticketId: id, stage: '', createdAt: at, erasedAt: null };
  const connected = { formerHost: null, formerEntityTypeId: null };
  await keepRecord(db, { ...kept, ...connected, key: 'item', type: 'item', remoteId: 342 });
  await keepRecord(db, { ...kept, ...connected, key: 'task', type: 'task', remoteId: 3712 });
  await stopVendorPortal(db, 'modme', at);
  await eraseContent(row.server.deps, { tenantId: 'modme', ticketId: id });

  const ticket = await deskPage(browser, row, `modme/${id}`);
  await ticket.getByText(/В неподключённом Битрикс24 остались 2 копии/).waitFor();
  expect(await ticket.getByText('Слова обращения остались там: удалите их вручную').count()).toBe(
    2,
  );
  expect(await axeComplaints(ticket)).toEqual([]);
  await ticket.close();

  const desk = await deskPage(browser, row, 'modme/vendor-portal', { width: 360 });
  const deleted = (record: string) =>
    desk.getByRole('button', { name: `Удалено там: ${receipt.number}, ${record}` });
  const item = desk.getByRole('link', { name: `${host}: Элемент 342` });
  expect(await item.getAttribute('href')).toBe(`https://${host}/crm/type/1302/details/342/`);
  expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
  await deleted('Элемент 342').press('Enter');
  const task = deleted('Задача 3712');
  await expect.poll(() => task.evaluate((button) => button.matches(':focus'))).toBe(true);
  await desk.keyboard.press('Enter');
  await task.waitFor({ state: 'detached' });
  await expect.poll(() => desk.getByText('Удалить вручную').count()).toBe(0);
  await desk.close();
});
