import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setStage, type Stage } from '#test/support/stage.ts';
import { policyOf } from '#test/support/policies.ts';
import { storeTickets } from '#test/support/stored-tickets.ts';

const amount = 250;
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  const from = Date.now() - amount * 47 * 60_000;
  await storeTickets(stage.server.deps.db, policyOf('modme'), { count: amount, from });
});
afterAll(() => stage.strike());

const rows = (desk: Page) => desk.getByRole('list', { name: 'Обращения' }).getByRole('link');
const shown = async (desk: Page, count: number) => {
  await rows(desk)
    .nth(count - 1)
    .waitFor();
  expect(await rows(desk).count()).toBe(count);
};

async function openQueue(viewport: { width: number; height: number }): Promise<Page> {
  const desk = await (await stage.person({ viewport })).newPage();
  await desk.goto(`${stage.server.url}/desk#token=${await stage.server.signInToken()}`);
  await desk.getByRole('combobox', { name: 'Вендор' }).waitFor();
  await desk.goto(`${stage.server.url}/desk#/modme`);
  await shown(desk, 100);
  return desk;
}

test('a long queue comes in pages: the keyboard walks past their ends, and what came stays', async () => {
  const desk = await openQueue({ width: 1280, height: 800 });
  const tab = desk.getByRole('tab', { name: /^По регламенту/ });
  expect(await tab.textContent()).toContain(String(amount));
  await rows(desk).nth(98).focus();
  const walked: string[] = [];
  for (let step = 0; step < 4; step += 1) {
    await desk.keyboard.press('j');
    await desk.waitForFunction((before) => {
      const active = (root: Document | ShadowRoot): Element | null =>
        root.activeElement?.shadowRoot ? active(root.activeElement.shadowRoot) : root.activeElement;
      const href = active(document)?.getAttribute('href') ?? '';
      return href !== '' && !before.includes(href);
    }, walked);
    walked.push((await desk.locator('.row:focus').getAttribute('href')) ?? '');
  }
  const hrefs = await rows(desk).evaluateAll((links) => links.map((a) => a.getAttribute('href')));

  expect(walked).toEqual(hrefs.slice(99, 103));
  await desk.waitForResponse((response) => response.url().includes('&after='));
  await shown(desk, 200);
  expect(await desk.locator('.row:focus').getAttribute('href')).toBe(walked.at(-1));
});

test('on a small screen the end of the list brings the next page until there is none', async () => {
  const desk = await openQueue({ width: 360, height: 640 });
  for (const count of [200, amount]) {
    await desk.mouse.move(180, 300);
    await desk.mouse.wheel(0, 100_000);
    await shown(desk, count);
  }

  expect(await desk.getByRole('button', { name: 'Показать ещё' }).count()).toBe(0);
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
