import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { watchHost } from '#test/support/host-styles.ts';

export interface HostCase {
  /** Where the widget stands, when that is not the page itself. */
  readonly frame?: Frame;
  /** What a person presses to open the panel; the launcher unless said. */
  readonly trigger?: Locator;
  /** Something of the page that has to stay while the panel opens and closes: its own window. */
  readonly stays?: Locator;
  /** What the page itself changes about itself while somebody presses keys. */
  readonly ofThePage?: RegExp;
  /** Looks at the open panel before it is closed. */
  readonly whileOpen?: () => Promise<unknown>;
}

/** The innermost element that has the focus, through every shadow. */
const focused = (frame: Frame) =>
  frame.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return `${at?.localName}#${at?.id}`;
  });

/** Moving parts have come to rest. */
export const atRest = (frame: Frame): Promise<unknown> =>
  frame.evaluate(() =>
    Promise.all(
      document.getAnimations().map(({ finished }) => finished.catch(() => undefined)),
    ).then(() => undefined),
  );

/**
 * What has to hold on every host: one launcher and one panel; a press opens it and keys reach its fields and
 * nobody pulls the focus away; Escape closes the panel and nothing of the page; the draft is there on the next
 * opening; the page looks before, meanwhile and afterwards the same to the browser.
 */
export async function livesHere(tab: Page, host: HostCase = {}): Promise<void> {
  const { frame = tab.mainFrame(), stays, whileOpen, ofThePage } = host;
  const trigger = host.trigger ?? frame.getByRole('button', { name: 'Поддержка' });
  const field = (label: string) => frame.getByLabel(label);
  const open = frame.locator('reglament-widget dialog:modal');
  await trigger.waitFor();
  await stays?.waitFor();
  await atRest(frame);
  const changed = await watchHost(frame);
  const sameAsBefore = async () => {
    await atRest(frame);
    expect((await changed()).filter((line) => !ofThePage?.test(line))).toEqual([]);
    if (stays) expect(await stays.isVisible()).toBe(true);
  };

  await trigger.click();
  await field('Что делали').click();
  await tab.keyboard.type('opened it');
  await tab.keyboard.press('Tab');
  await tab.keyboard.type('c/?');
  expect(await field('Что делали').inputValue()).toBe('opened it');
  expect(await field('Что ожидали').inputValue()).toBe('c/?');
  expect(await focused(frame)).toBe('textarea#expected');
  expect(await frame.locator('rg-launcher').count()).toBeLessThanOrEqual(1);
  expect(await frame.locator('reglament-widget').count()).toBe(1);
  await sameAsBefore();
  await whileOpen?.();

  await tab.keyboard.press('Escape');
  await expect.poll(() => open.count()).toBe(0);
  await sameAsBefore();
  await trigger.click();
  await expect.poll(() => field('Что делали').inputValue()).toBe('opened it');
  await tab.keyboard.press('Escape');
  await expect.poll(() => open.count()).toBe(0);
  await sameAsBefore();
}
