import type { Browser, Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CustomerPortal } from '#shared/wire/desk-portals.ts';
import { deskApi } from '#test/support/api.ts';
import { axeComplaints } from '#test/support/axe.ts';
import { enterContract } from '#test/support/contracts.ts';
import { portalApp, portalTab, type PortalApp, type PortalTab } from '#test/support/portal-app.ts';

const vendor = 'didox24';
let app: PortalApp;
let browser: Browser;
let desk: Awaited<ReturnType<typeof deskApi>>;
let tab: PortalTab | undefined;
beforeAll(async () => {
  app = await portalApp();
  browser = await app.browser();
  desk = await deskApi(app.server);
  await enterContract(desk, vendor, 'Ромашка', { number: 'ТП-2026/7' });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(() => app.pass(120));
afterEach(async () => tab?.page.context().close());

/** An administrator at the installer, in a language. */
async function installer(language = 'ru', width = 1280, dark = false) {
  app.installed('alpha', false);
  tab = await portalTab(app, browser, 'alpha', { userId: 1, width, dark });
  await tab.page.route(/\/b24\/didox24\/install\?/, (route) =>
    route.continue({
      url: route
        .request()
        .url()
        .replace(/LANG=\w+/, `LANG=${language}`),
    }),
  );
  const frame = await tab.open();
  await frame.locator('rg-portal-install input[type=radio]').first().waitFor();
  return { frame, page: tab.page };
}
const portal = async () => {
  const path = `/portals/${app.portal('alpha').memberId}`;
  return (await (await desk.get(vendor, path)).json()) as CustomerPortal;
};
const press = (frame: Frame, name: string) => frame.getByRole('button', { name }).click();
const finished = () => tab?.page.waitForURL(/install_finished=Y/);

test('S1.3.1.5 B24: the number that the installer is told waits in the desk, by keys alone', async () => {
  const { frame, page } = await installer();
  await frame.getByRole('radio', { name: 'Договор есть' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ТП-2026/7');
  await frame.getByRole('button', { name: 'Завершить установку' }).focus();
  await page.keyboard.press('Enter');
  await finished();

  expect(await portal()).toMatchObject({
    state: 'asked',
    ask: {
      number: 'ТП-2026/7',
      by: 'Анна Админова',
      onRecord: { organisation: { name: 'Ромашка' } },
    },
  });
});

test('a number that is awaited and not written is asked for, and nothing is installed meanwhile', async () => {
  const { frame } = await installer();
  await frame.getByRole('radio', { name: 'Договор есть' }).check();
  await frame.getByLabel('Номер договора').fill('  ');
  await press(frame, 'Завершить установку');
  await frame.getByText('Напишите номер или выберите, что договора нет.').waitFor();

  const field = frame.getByLabel('Номер договора');
  await expect.poll(() => field.evaluate((one) => one.matches(':focus'))).toBe(true);
  expect(app.portal('alpha').installs.values().next().value?.installed).toBe(false);
});

test('S1.2.1 B24, S1.3.1.1 B24: without a contract the installer says by which clause one is needed, and where it is asked for', async () => {
  const { frame } = await installer();
  await frame.getByRole('radio', { name: 'Договора нет' }).check();
  await frame.getByText('По п. 2 регламента для помощи по обращениям договор нужен.').waitFor();
  const link = frame.getByRole('link', { name: 'Попросить договор' });
  expect(await link.getAttribute('href')).toBe('https://t.me/technounit');
  await press(frame, 'Завершить установку');
  await finished();

  expect((await portal()).state).toBe('none');
});

test('a number that is not taken stays in its field, and the app can be installed without it', async () => {
  const { frame, page } = await installer();
  await page.route(/\/v1\/portals\/didox24\/contract$/, (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await frame.getByRole('radio', { name: 'Договор есть' }).check();
  await frame.getByLabel('Номер договора').fill('ТП-2026/7');
  await press(frame, 'Завершить установку');
  await frame.getByText('Номер не отправлен, он остался в поле.').waitFor();
  expect(await frame.getByLabel('Номер договора').inputValue()).toBe('ТП-2026/7');
  await press(frame, 'Завершить без номера');
  await finished();

  expect((await portal()).state).toBe('none');
});

test('a confirmed contract is not asked for again when the app is installed anew', async () => {
  await installer();
  await tab?.page.context().close();
  await desk.put(vendor, `/portals/${app.portal('alpha').memberId}/contract`, {
    number: 'ТП-2026/7',
  });
  app.installed('alpha', false);
  tab = await portalTab(app, browser, 'alpha', { userId: 1 });
  const frame = await tab.open();
  await frame.getByText('Договор ТП-2026/7 на поддержку подтверждён для этого портала.').waitFor();
  expect(await frame.getByRole('radio').count()).toBe(0);
  await press(frame, 'Завершить установку');
  await finished();

  expect((await portal()).state).toBe('confirmed');
  await fetch(
    `${app.server.url}/v1/desk/vendors/${vendor}/portals/${app.portal('alpha').memberId}/contract`,
    { method: 'DELETE', headers: { cookie: desk.cookie } },
  );
});

test.each(
  (['ru', 'uz', 'en'] as const).flatMap((language) =>
    [1280, 360].flatMap((width) => [false, true].map((dark) => ({ language, width, dark }))),
  ),
)('both ways can be read by everybody: $language, $width wide, dark $dark', async (look) => {
  const { language, width, dark } = look;
  const { frame, page } = await installer(language, width, dark);
  const seen: string[] = [];
  for (const at of [0, 1]) {
    await frame.getByRole('radio').nth(at).check();
    await frame.locator('.under').waitFor();
    seen.push(...(await axeComplaints(frame)));
    const wide = await frame.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (wide > 0) seen.push(`${wide} pixels too wide`);
    const folder = process.env['LOOKS_DIR'];
    const file = `${folder}/contract-${at}-${language}-${width}${dark ? '-dark' : ''}.png`;
    if (folder) await page.screenshot({ path: file, fullPage: true });
  }

  expect(seen).toEqual([]);
});
