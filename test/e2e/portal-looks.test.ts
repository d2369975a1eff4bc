import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeComplaints } from '#test/support/axe.ts';
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

const looks = (['ru', 'uz', 'en'] as const).flatMap((language) =>
  [1280, 360].flatMap((width) => [false, true].map((dark) => ({ language, width, dark }))),
);

/** A press on a button, by the place that it has on every page of whatever language. */
const press = (frame: Frame, place: string) => frame.locator(place).first().click();

test.each(looks)(
  'installer and app can be read by everybody: $language, $width wide, dark $dark',
  async ({ language, width, dark }) => {
    // neither the portal nor we take as much in a minute as all of this asks for
    app.pass(120);
    app.installed('alpha', false);
    const { page, open, complaints } = await portalTab(app, browser, 'alpha', {
      userId: 1,
      width,
      dark,
    });
    await page.route(/\/b24\/didox24\/(?:app|install)\?/, (route) =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/LANG=\w+/, `LANG=${language}`),
      }),
    );
    const seen: string[] = [];
    const look = async (name: string, frame: Frame) => {
      const found = await axeComplaints(frame);
      seen.push(...found.map((one) => `${name}: ${one}`));
      const wide = await frame.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wide > 0) seen.push(`${name}: ${wide} pixels too wide`);
      const folder = process.env['LOOKS_DIR'];
      const file = `${folder}/${name}-${language}-${width}${dark ? '-dark' : ''}.png`;
      if (folder) await page.screenshot({ path: file, fullPage: true });
    };

    const installer = await open();
    expect(await installer.evaluate(() => document.documentElement.lang)).toBe(language);
    await installer.locator('.button.primary').waitFor();
    await look('install', installer);
    await press(installer, '.button.primary');
    await page.waitForURL(/install_finished=Y/);
    const frame = await open();
    await frame.locator('#did').waitFor();
    await look('form', frame);
    await press(frame, 'footer .primary');
    await frame.locator('.error').first().waitFor();
    await look('form-asked', frame);
    await frame.locator('#did').fill('Отправил счёт-фактуру из сделки');
    await frame.locator('#got').fill('Ошибка подписи');
    await press(frame, 'footer .primary');
    await frame.locator('rg-receipt .number').first().waitFor();
    await look('receipt', frame);
    await press(frame, 'rg-receipt footer .quiet');
    await frame.locator('rg-list').getByText(/^DDX-/).first().waitFor();
    await look('list', frame);
    await frame.locator('rg-list').getByText(/^DDX-/).first().click();
    await frame.locator('rg-thread').getByRole('log').waitFor();
    await look('thread', frame);
    await page.context().close();

    expect(seen).toEqual([]);
    expect(complaints).toEqual([]);
  },
);
