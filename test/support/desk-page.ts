import type { Browser, Page } from 'playwright-core';
import type { rowDesk } from '#test/support/row-desk.ts';

type RowDesk = Awaited<ReturnType<typeof rowDesk>>;

export interface DeskLook {
  readonly width?: number;
  readonly dark?: boolean;
  readonly locale?: 'ru-RU' | 'uz-UZ' | 'en-GB';
}

/** A page of an agent who is signed in, at an address of the desk such as `modme/api-keys`. */
export async function deskPage(
  browser: Browser,
  row: RowDesk,
  place: string,
  look: DeskLook = {},
): Promise<Page> {
  const desk = await browser.newPage({
    viewport: { width: look.width ?? 1280, height: 800 },
    colorScheme: look.dark ? 'dark' : 'light',
    locale: look.locale ?? 'ru-RU',
    timezoneId: 'Europe/Moscow',
    bypassCSP: true,
  });
  await desk.goto(`${row.server.url}/desk#token=${await row.server.signInToken()}`);
  await desk.locator('desk-rail').waitFor();
  await desk.goto(`${row.server.url}/desk#/${place}`);
  return desk;
}
