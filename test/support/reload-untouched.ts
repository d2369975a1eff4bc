import type { Page } from 'playwright-core';

/** From now on pages of this tab are taken for untouched: what a test looks at counts as a person's press otherwise. */
export const pagesUntouched = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    Object.defineProperty(UserActivation.prototype, 'hasBeenActive', { get: () => false });
  });

/** The page anew, as a person gets it who has not pressed anything on it yet: an open panel opens again. */
export async function reloadUntouched(page: Page): Promise<void> {
  await pagesUntouched(page);
  await page.reload();
}
