import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launcher, openHostPage } from '#test/support/journey.ts';
import type { OpenedTicket, rowDesk } from '#test/support/row-desk.ts';

const people: Readonly<Record<string, string>> = {
  technokad: 'irina',
  modme: 'dilnoza',
  didox24: 'sherzod',
};

/** A page of the vendor's portal with the panel open, as one of the demo's people has it. @param options `at` is what the browser's clock says */
export async function ownPanel(
  browser: Browser,
  { server }: Pick<Awaited<ReturnType<typeof rowDesk>>, 'server'>,
  vendor: string,
  options: BrowserContextOptions & { readonly person?: string; readonly at?: string } = {},
): Promise<Page> {
  const { person = people[vendor], at, ...rest } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    bypassCSP: true,
    reducedMotion: 'reduce',
    ...rest,
  });
  if (at) await context.clock.setFixedTime(at);
  const { page } = await openHostPage(context, server, {
    page: 'portal',
    vendor,
    ...(person ? { person } : {}),
  });
  await launcher(page).click();
  return page;
}

/** Opens one of the person's requests from the list. */
export async function openOwn(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: /^Мои/ }).click();
  await page
    .locator('rg-list')
    .getByRole('button', { name: new RegExp(`^${number}\\b`) })
    .click();
  await page.locator('rg-own-acts').waitFor({ state: 'attached' });
}

/** The thread of a ticket, as the person sees it who opened it. */
export async function ownThread(
  browser: Browser,
  row: Pick<Awaited<ReturnType<typeof rowDesk>>, 'server'>,
  { vendor, receipt }: OpenedTicket,
  options: BrowserContextOptions & { readonly at?: string } = {},
): Promise<Page> {
  const page = await ownPanel(browser, row, vendor, options);
  await openOwn(page, receipt.number);
  return page;
}
