import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Connection } from '#server/db/connect.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { testDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

export interface Stage {
  readonly server: TestServer;
  readonly browser: Browser;
  /** A person with a browser of their own, in Moscow, reading Russian. */
  person(options?: BrowserContextOptions): Promise<BrowserContext>;
  strike(): Promise<void>;
}

/** Server, database and browser for one file of browser tests. */
export async function setStage(own?: Connection): Promise<Stage> {
  const database = own ? undefined : await testDatabase();
  const server = await testServer(own ?? database!);
  const browser = await launchChromium();
  return {
    server,
    browser,
    person: (options) =>
      browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'ru-RU',
        timezoneId: 'Europe/Moscow',
        ...options,
      }),
    strike: async () => {
      await browser.close();
      await server.close();
      await database?.drop();
    },
  };
}
