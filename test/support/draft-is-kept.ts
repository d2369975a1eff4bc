import type { Page } from 'playwright-core';

/** Waits until everything that stands in the form would outlive the page. */
export const draftIsKept = (page: Page): Promise<void> =>
  page.locator('.kept[aria-busy=false]').getByText('Черновик сохранён').waitFor();
