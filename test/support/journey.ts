import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect, onTestFailed } from 'vitest';
import { readPicture, type Box } from '#test/support/picture.ts';
import { root } from '#test/support/sources.ts';
import type { TestServer } from '#test/support/server.ts';

export interface HostPage {
  readonly page: Page;
  /** Errors of the page and refusals of its policy since it was opened. */
  readonly complaints: readonly string[];
}

/** Opens a demo page as one of its people and waits for the launcher. */
export async function openHostPage(
  context: BrowserContext,
  server: TestServer,
  place: {
    readonly page: 'crm' | 'mobile' | 'portal';
    readonly vendor: string;
    readonly person?: string;
  },
): Promise<HostPage> {
  const page = await context.newPage();
  keepPictureOfFailure(page, `${place.vendor}-${place.page}`);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  const query = new URLSearchParams({
    vendor: place.vendor,
    lang: 'ru',
    ...(place.person ? { person: place.person } : {}),
  });
  await page.goto(`${server.url}/demo/${place.page}?${query}`);
  await launcher(page).waitFor();
  return { page, complaints };
}

/** What the person saw when a test failed, in the folder of results that git ignores. */
function keepPictureOfFailure(page: Page, name: string): void {
  onTestFailed(async () => {
    await page.screenshot({ path: join(root, `test/.results/${name}.png`) }).catch(() => undefined);
  });
}

export const launcher = (page: Page): Locator => page.getByRole('button', { name: 'Поддержка' });

/** Opens the panel and answers fields by their labels; a select takes the label of an option. */
export async function fillRequest(
  page: Page,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  await launcher(page).click();
  for (const [label, value] of Object.entries(answers)) {
    const field = page.getByLabel(label).first();
    await field.waitFor();
    const tag = await field.evaluate((element) => element.tagName);
    if (tag === 'SELECT') await field.selectOption({ label: value });
    else await field.fill(value);
  }
}

export interface Photographed {
  readonly patch: Box;
  readonly hidden: Box;
  readonly viewport: { readonly width: number; readonly height: number };
}

/** Takes a picture of the host page and remembers what has to be where in it. */
export async function photograph(page: Page): Promise<Photographed> {
  const box = async (id: string): Promise<Box> => {
    const found = await page.locator(`#${id}`).boundingBox();
    if (!found) throw new Error(`${id} is not visible`);
    return found;
  };
  const [patch, hidden] = [await box('reference-patch'), await box('private-box')];
  await page.getByRole('button', { name: 'Снять страницу' }).click();
  await page.getByText(/^Снимок, \d+ скрыт/).waitFor();
  const viewport = page.viewportSize();
  if (!viewport) throw new Error('the page has no size');
  return { patch, hidden, viewport };
}

/** The stored picture of a ticket shows the page as it was, with the masked part as one flat colour. */
export async function expectStoredPicture(
  server: TestServer,
  vendor: string,
  seen: Photographed,
): Promise<void> {
  const rows = await server.deps.client.unsafe<{ id: string; media_type: string }[]>(
    'select id, media_type from attachments where tenant_id = $1 and message_id is not null',
    [vendor],
  );
  expect(rows).toMatchObject([{ media_type: 'image/png' }]);
  const bytes = await readFile(join(server.deps.config.DATA_DIR, 'files', vendor, rows[0]!.id));
  const picture = readPicture(bytes);
  const { patch, hidden } = seen;

  expect({ width: picture.width, height: picture.height }).toEqual(seen.viewport);
  expect(picture.at(patch.x + patch.width / 2, patch.y + patch.height / 2)).toEqual([37, 99, 235]);
  expect(picture.coloursIn(hidden).size).toBe(1);
}

/** Sends the request and reads the number off the receipt. */
export async function send(page: Page, button: RegExp = /^Отправить/): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  return shownNumber(page);
}

export async function shownNumber(page: Page): Promise<string> {
  const number = page
    .locator('rg-receipt')
    .getByText(/^[A-Z]{2,5}-\d+$/)
    .first();
  await number.waitFor({ timeout: 60_000 });
  return (await number.textContent())?.trim() ?? '';
}

/**
 * Signs an agent in and opens a ticket at a vendor's desk.
 *
 * @param view one of those that no line of tabs has room for
 */
export async function openAtDesk(
  context: BrowserContext,
  server: TestServer,
  vendor: string,
  number: string,
  view?: string,
): Promise<Page> {
  const desk = await context.newPage();
  keepPictureOfFailure(desk, `${vendor}-desk`);
  await desk.goto(`${server.url}/desk#token=${await server.signInToken()}`);
  await desk.getByRole('combobox', { name: 'Вендор' }).waitFor();
  await desk.goto(`${server.url}/desk#/${vendor}`);
  if (view) await desk.locator('desk-views select').selectOption(view);
  await desk.getByRole('link', { name: new RegExp(`^${number}\\b`) }).click();
  await desk.getByRole('region', { name: 'История обращения' }).waitFor();
  return desk;
}

/** The code and the link that hand a prepared request over to its official channel. */
export async function readBridge(
  page: Page,
): Promise<{ readonly code: string; readonly href: string }> {
  const link = page.locator('rg-receipt a[href^="mailto:"], rg-receipt a[href^="https:"]').first();
  const code = await page
    .locator('rg-receipt')
    .getByText(/^[A-Z2-9]{8}$/)
    .first()
    .textContent();
  return { code: code?.trim() ?? '', href: (await link.getAttribute('href')) ?? '' };
}

/** The agent has found the message in the channel. */
export async function confirmArrival(desk: Page, button: string): Promise<void> {
  await desk.getByRole('button', { name: button }).click();
  await desk.getByRole('textbox', { name: 'Ответ' }).waitFor();
}

export async function answerAtDesk(desk: Page, text: string): Promise<void> {
  await desk.getByRole('textbox', { name: 'Ответ' }).fill(text);
  await desk.getByRole('button', { name: /^Отправить ответ/ }).click();
  await desk.getByRole('region', { name: 'История обращения' }).getByText(text).waitFor();
}

/** The requester finds the answer in the thread of the ticket, from the receipt on. */
export async function seeAnswer(page: Page, number: string, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Все обращения' }).click();
  await page.locator('rg-list').getByText(number).click();
  await page.getByText(text).waitFor();
}
