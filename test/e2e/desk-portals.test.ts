import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#server/db/transact.ts';
import { saveContractAsk } from '#server/features/portals/portal-contract-asks.repository.ts';
import type { PortalHost } from '#server/features/portals/portal-host.ts';
import { savePortalApp, saveSeenPortal } from '#server/features/portals/portals.repository.ts';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { enterContract } from '#test/support/contracts.ts';
import { deskPage } from '#test/support/desk-page.ts';
import { rowDesk } from '#test/support/row-desk.ts';

const tenantId = 'didox24';
const [asking, silent] = ['a'.repeat(32), 'b'.repeat(32)];
let row: Awaited<ReturnType<typeof rowDesk>>;
let browser: Browser;
beforeAll(async () => {
  row = await rowDesk();
  browser = await launchChromium();
  const { db, now } = row.server.deps;
  const createdAt = new Date(now());
  await savePortalApp(db, {
    tenantId,
    clientId: 'app.65a1b2c3d4e5f6.12345678',
    code: 'vendor.app',
    sealedSecret: '',
    createdAt,
  });
  await enterContract(row.signedIn(), tenantId, 'ООО «Ромашка»', {
    number: 'ТП-2026/7',
    validUntil: '2027-12-31',
    portals: [{ url: 'https://romashka.bitrix24.ru', kind: 'cloud' }],
  });
});
afterAll(async () => {
  await browser.close();
  await row.close();
});
beforeEach(async () => {
  const { db, now } = row.server.deps;
  const at = new Date(now());
  await row.database.client.unsafe('truncate portals cascade');
  for (const [memberId, domain] of [
    [asking, 'romashka.bitrix24.ru'],
    [silent, 'lutik.example:8443'],
  ] as const)
    await saveSeenPortal(db, {
      tenantId,
      memberId,
      domain: domain as PortalHost,
      restUrl: null,
      oauthSide: 'east',
      version: '3',
      status: 'S',
      license: 'ru_basic',
      boxed: memberId === silent,
      seenAt: at,
      installedAt: at,
    });
  await inTransaction(db, (tx) =>
    saveContractAsk(
      tx,
      { tenantId, memberId: asking },
      {
        number: 'ТП-2026/7',
        userId: 1,
        askedBy: 'Анна Админова',
        askedAt: at,
      },
    ),
  );
});

test('S1.2.5 B24: a number that waits is confirmed at the desk by keys alone, changed and unbound', async () => {
  const desk = await deskPage(browser, row, 'didox24/portals');
  await desk.getByText('Анна Админова').waitFor();
  await desk.getByText('На учёте: ООО «Ромашка», по 31.12.2027').waitFor();
  await desk.getByText('Адрес портала указан в договоре').waitFor();
  await desk.getByLabel('Показать').selectOption('true');
  await desk.getByText('lutik.example:8443').waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: 'Подтвердить' }).press('Enter');
  const form = desk.getByRole('dialog');
  const number = form.getByRole('textbox', { name: 'Номер договора' });
  expect(await number.inputValue()).toBe('ТП-2026/7');
  await number.fill('ТП-0000/0');
  await number.press('Enter');
  await form.getByText('Такого договора нет.').waitFor();
  await number.fill('ТП-2026/7');
  await number.press('Enter');
  await desk.getByText('Решения ничего не ждёт').waitFor();
  await desk.getByLabel('Показать').selectOption('');
  await desk.getByText('Договор подтверждён').waitFor();
  await desk.getByText('Договор ТП-2026/7: ООО «Ромашка», по 31.12.2027').waitFor();
  await desk.getByRole('button', { name: 'Отвязать' }).press('Enter');
  await form.getByRole('button', { name: 'Отвязать' }).press('Enter');
  await desk.getByText('Договор подтверждён').waitFor({ state: 'detached' });

  await expect.poll(() => desk.getByText('Без договора').count()).toBe(2);
  await desk.close();
});

test('a number is refused with a reason, upon what the desk saw of it', async () => {
  const desk = await deskPage(browser, row, 'didox24/portals');
  await desk.getByRole('button', { name: 'Отказать' }).press('Enter');
  const form = desk.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Причина' }).fill('Договор закончился');
  await inTransaction(row.server.deps.db, (tx) =>
    saveContractAsk(tx, { tenantId, memberId: asking }, { number: 'Другой', askedAt: new Date() }),
  );
  await form.getByRole('button', { name: 'Отказать' }).press('Enter');
  await form.getByText('тем временем').waitFor();
  await desk.reload();
  await desk.getByRole('button', { name: 'Отказать' }).press('Enter');
  await form.getByRole('textbox', { name: 'Причина' }).fill('Такого договора не было');
  await form.getByRole('button', { name: 'Отказать' }).press('Enter');
  await desk.getByText(/Отказано .*: Такого договора не было/).waitFor();

  await expect.poll(() => desk.getByText('Договора с таким номером на учёте нет').count()).toBe(1);
  await desk.close();
});

test.each([1280, 360])(
  'a ticket from a portal says that its contract waits, and leads to where that is decided: at %d px',
  async (width) => {
    const { id } = await row.open(tenantId);
    const portal = {
      memberId: asking,
      domain: 'romashka.bitrix24.ru',
      kind: 'cloud',
      license: 'ru_basic',
      version: '3',
      installed: true,
    };
    await row.database.client.unsafe(
      `update tickets set portal = '${JSON.stringify(portal)}' where id = '${id}'`,
    );
    const desk = await deskPage(browser, row, `didox24/${id}`, { width });
    if (width === 360)
      await desk.getByRole('button', { name: 'Сроки, заявитель, среда' }).press('Enter');
    const link = desk.getByRole('link', { name: 'номер ждёт решения' });
    await link.scrollIntoViewIfNeeded();
    expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);
    const folder = process.env['LOOKS_DIR'];
    if (folder) await desk.screenshot({ path: `${folder}/ticket-${width}.png` });
    await link.press('Enter');
    await desk.getByRole('button', { name: 'Подтвердить' }).waitFor();
    await desk.close();
  },
);

test.each(
  (['ru-RU', 'uz-UZ', 'en-GB'] as const).flatMap((locale) =>
    [1280, 360].flatMap((width) => [false, true].map((dark) => ({ locale, width, dark }))),
  ),
)('the portals can be read by everybody: $locale, $width wide, dark $dark', async (look) => {
  const desk = await deskPage(browser, row, 'didox24/portals', look);
  await desk.getByText('romashka.bitrix24.ru').first().waitFor();
  const seen = [await axeComplaints(desk), await sideways(desk)];
  const folder = process.env['LOOKS_DIR'];
  const file = `${folder}/portals-${look.locale}-${look.width}${look.dark ? '-dark' : ''}.png`;
  if (folder) await desk.screenshot({ path: file });
  await desk.locator('desk-portals').getByRole('button').last().click();
  await desk.getByRole('dialog').waitFor();
  seen.push(await axeComplaints(desk), await sideways(desk));
  await desk.close();

  expect(seen).toEqual([[], 0, [], 0]);
});
