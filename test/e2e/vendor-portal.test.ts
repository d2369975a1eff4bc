import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { device, completeRequest } from '#test/support/api.ts';
import { findChromium } from '#test/support/chromium.ts';
import { makeDataFolder, removeDataFolder } from '#test/support/data-folder.ts';
import { startServer, type ServerProcess } from '#test/support/server-process.ts';
import { testPolicies } from '#test/support/test-policies.ts';

let folder: string;
let server: ServerProcess;
let home: string;
let own: string;
let browser: Browser;
beforeAll(async () => {
  folder = makeDataFolder();
  const port = await freePort();
  home = `http://127.0.0.1:${port}`;
  own = `http://didox24.localhost:${port}`;
  server = await startServer({ DATA_DIR: folder, LOG_LEVEL: 'error', PORT: String(port) });
  const executablePath = findChromium();
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
afterAll(async () => {
  await browser.close();
  await server.exit('SIGTERM');
  removeDataFolder(folder);
});

/** The portals of the demo are at the port of its server, so it has to be known before. */
async function freePort(): Promise<number> {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  await new Promise((resolve) => taken.close(resolve));
  return port;
}

/** Looks at a page of the portal until something stands there. */
async function seen(page: Page, url: string, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(url);
        return page.getByText(text).count();
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0);
}

test('in the demo a request stands in the vendor’s own portal, and a word from there at the desk', async () => {
  const pack = (await testPolicies()).find(({ policy }) => policy.pack.vendor === 'didox24')!.policy
    .pack;
  const opened = await fetch(`${home}/v1/tickets`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'x-widget-key': 'didox24',
      authorization: `Bearer ${device()}`,
    },
    body: JSON.stringify(completeRequest(pack)),
  });
  const { number } = (await opened.json()) as { readonly number: string };
  const page = await browser.newPage();
  await seen(page, `${own}/crm/list/`, number);
  await page.getByText(number).click();
  await page.getByLabel('Комментарий').fill('Звонил клиент');
  await page.getByRole('button', { name: 'Добавить' }).click();
  await page.goto(/\S+\/desk#token=\S+/.exec(server.output())?.[0] ?? '');
  await page.getByText(number).first().click();
  await page.getByText('Звонил клиент').waitFor({ timeout: 60_000 });
});
