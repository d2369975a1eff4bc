import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

test.each([
  ['light', 360],
  ['dark', 1280],
] as const)(
  'the reference of the API shows every operation with its examples, %s at %d px',
  async (colorScheme, width) => {
    const tab = await browser.newPage({
      viewport: { width, height: 800 },
      colorScheme,
      locale: 'ru-RU',
      bypassCSP: true,
    });
    await tab.goto(`${server.url}/api#post-v1-desk-vendors-vendor-webhooks`);
    const { paths } = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as {
      paths: Record<string, object>;
    };
    const operations = Object.values(paths).flatMap(Object.keys).length;
    const opened = tab.locator('details[open]');
    await opened.waitFor();

    expect(await tab.locator('details').count()).toBe(operations);
    expect(await opened.innerText()).toContain('https://crm.example.org/hooks/support');
    expect(await opened.innerText()).toContain('Ключ с разрешением webhooks:write');
    expect([await axeComplaints(tab), await sideways(tab)]).toEqual([[], 0]);

    await tab.getByRole('searchbox').fill('webhooks delete');
    expect(await tab.locator('details').count()).toBe(1);
    await tab.getByRole('combobox').selectOption('uz');
    await tab.getByText('1 ta amal').waitFor();
    await tab.getByRole('searchbox').fill('nothing like this');
    await tab.getByText('Bunday soʻzlar bilan amal yoʻq.').waitFor();
    await tab.close();
  },
);

test('the reference keeps to the policy of our own pages', async () => {
  const tab = await browser.newPage();
  const refused: string[] = [];
  tab.on('console', (line) => line.type() === 'error' && refused.push(line.text()));
  tab.on('request', (request) => {
    if (!request.url().startsWith(server.url)) refused.push(request.url());
  });
  await tab.goto(`${server.url}/api`);
  await tab.locator('details').first().waitFor();

  expect(refused).toEqual([]);
  await tab.close();
});
