import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { setStage, type Stage } from '#test/support/stage.ts';

let stage: Stage;
let tab: Page;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.strike());
beforeEach(async () => {
  await tab?.context().close();
  tab = await (await stage.person({ bypassCSP: true })).newPage();
});

/** The page to try the widget as an address sets it, with the launcher in its frame. */
async function trying(query: string): Promise<FrameLocator> {
  await tab.goto(`${stage.server.url}/demo/try?${query}`);
  const frame = tab.frameLocator('.stage iframe');
  await frame.locator('rg-launcher button, .button[data-reglament-open]').first().waitFor();
  return frame;
}
const tag = () => tab.locator('.tag code').innerText();
const told = (name: string) => tab.locator('.log code', { hasText: name }).first();
const open = (frame: FrameLocator) => frame.locator('rg-launcher button').click();
const form = (frame: FrameLocator) => frame.locator('rg-form').waitFor();

test('settings stand in the address, in the frame and in the tag that a vendor copies; the widget’s events are told', async () => {
  const frame = await trying('vendor=didox24&lang=uz');
  expect(await tag()).toContain(`src="${stage.server.url}/widget.js"`);
  await tab.getByLabel('Mavzu').selectOption('dark');
  await expect.poll(tag).toContain('data-theme="dark"');
  await tab.getByLabel('Urgʻu rangi').selectOption('#8ab4f8');
  await expect.poll(tag).toContain('--rg-accent: #8ab4f8;');
  expect(new URL(tab.url()).searchParams.get('theme')).toBe('dark');
  await open(frame);
  await form(frame);
  await told('open').waitFor();
  // judged beside the open panel, and taken in a transition
  await expect
    .poll(() =>
      frame
        .locator('rg-form footer .primary')
        .evaluate((button) => getComputedStyle(button).backgroundColor),
    )
    .toBe('rgb(138, 180, 248)');

  await tab.getByLabel('Qotirilgan versiya').check();
  await expect.poll(tag).toMatch(/integrity="sha384-[^"]+"\n\s+crossorigin/);
  await frame.locator('rg-launcher button').waitFor();
  await open(frame);
  await form(frame);
});

test('the policies are those that the server runs, each with its people and a guest', async () => {
  await trying('vendor=technokad&lang=en');
  const vendors = await tab.getByLabel('Regulation').locator('option').allTextContents();
  const people = await tab.getByLabel('User').locator('option').allTextContents();

  expect(vendors).toHaveLength(stage.server.deps.policies.vendors.length);
  expect(people.length).toBeGreaterThan(2);
  expect(people.at(-1)).toBe('A guest, not signed');
});

test.each([
  ['62.5 % root font', 'root=62.5'],
  ['* { all: unset }', 'reset=all'],
  ['* { … !important }', 'reset=important'],
  ['right to left', 'dir=rtl'],
  ['a modal of the page', 'modal=1'],
  ['a policy with Trusted Types', 'csp=strict'],
  ['a policy without images', 'csp=bare'],
  ['no storage', 'storage=blocked'],
  ['a pinned widget on a slow line', 'line=slow&pin=1'],
  ['a phone', 'size=360'],
  ['the recorder', 'record=console network clicks'],
])('the widget opens and can be written in beside %s', async (_name, query) => {
  const frame = await trying(`vendor=modme&lang=ru&${query}`);
  await open(frame);
  const did = frame.getByLabel('Что делали');
  await did.fill('Открыл отчёт');
  expect(await did.inputValue()).toBe('Открыл отчёт');
  expect(
    await did.evaluate((field) => {
      const { fontSize, letterSpacing, textTransform } = getComputedStyle(field);
      return [fontSize, letterSpacing, textTransform];
    }),
  ).toEqual(['14px', 'normal', 'none']);
  expect(await told('refused').count()).toBe(0);
});

test('on a line that broke after opening the request waits, and goes by itself once the line is good', async () => {
  const frame = await trying('vendor=modme&lang=ru&person=dilnoza&line=cut');
  await open(frame);
  await frame.getByLabel('Что делали').fill('Открыл отчёт');
  await frame.getByRole('button', { name: /^Отправить/ }).click();
  await frame.getByText(/Обращение сохранено в этом браузере/).waitFor();
  await tab.getByLabel('Связь').selectOption('');

  await told('sent').waitFor();
});

test('the page’s own button opens the widget, without a launcher', async () => {
  const frame = await trying('vendor=modme&lang=en&launcher=off');
  expect(await tag()).toContain('data-launcher="off"');
  await frame.getByRole('button', { name: 'Write to support' }).click();

  await form(frame);
  expect(await frame.locator('rg-launcher').count()).toBe(0);
});

test.each([
  [1280, 'light'],
  [360, 'dark'],
] as const)('is clean for axe and fits: %d px, %s', async (width, colorScheme) => {
  await tab.emulateMedia({ colorScheme });
  await tab.setViewportSize({ width, height: 740 });
  await trying('vendor=modme&lang=uz');

  expect(await axeComplaints(tab)).toEqual([]);
  expect(await sideways(tab)).toBe(0);
});

test('on a phone the page under trial fits the screen, so that panel and footer are seen at once', async () => {
  await tab.setViewportSize({ width: 360, height: 640 });
  const frame = await trying('vendor=modme&lang=ru');
  const { height } = (await tab.locator('.stage').boundingBox())!;

  expect(height).toBeLessThanOrEqual(640);
  await tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await open(frame);
  await form(frame);
});
