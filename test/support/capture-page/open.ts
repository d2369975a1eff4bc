import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { widgetHost, type WidgetHost } from '#test/support/widget-host.ts';
import { root } from '#test/support/sources.ts';

/** A page on which pictures are taken without panel or press. */
export interface CapturePage {
  readonly tab: Page;
  readonly host: WidgetHost;
  /** The picture as PNG, what was hidden in it, and every address that was drawn on the way, decoded. */
  take(selectors?: string): Promise<{
    readonly bytes: Buffer;
    readonly hidden: number;
    readonly drawn: readonly string[];
  }>;
  close(): Promise<void>;
}

/** Address of the built chunk that exports a capture function. */
export function chunkOf(host: WidgetHost, name: string): string {
  const file = readdirSync(join(root, 'dist/widget/c')).find((file) => file.startsWith(`${name}-`));
  if (!file) throw new Error(`no chunk ${name}`);
  return `${host.widgetUrl}/widget/c/${file}`;
}

/** Opens a page of markup with the built renderer at hand; `waits: false` where something of it never comes. */
export async function openCapturePage(
  browser: Browser,
  markup: string,
  options?: BrowserContextOptions & { readonly waits?: boolean },
): Promise<CapturePage> {
  const host = await widgetHost(markup);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  await tab.goto(host.pageUrl, { waitUntil: options?.waits === false ? 'commit' : 'load' });
  await tab.locator('body').waitFor({ state: 'attached' });
  if (options?.waits !== false) await tab.evaluate(() => document.fonts.ready);
  const content = `import { takePicture } from '${chunkOf(host, 'take-picture')}'; Object.assign(window, { takePicture });`;
  await tab.addScriptTag({ type: 'module', content });
  await tab.waitForFunction(() => 'takePicture' in window);
  return {
    tab,
    host,
    async take(selectors = '') {
      const taken = await tab.evaluate(async (wanted) => {
        const drawn: string[] = [];
        const draw = CanvasRenderingContext2D.prototype.drawImage;
        CanvasRenderingContext2D.prototype.drawImage = function (
          this: CanvasRenderingContext2D,
          ...all: unknown[]
        ) {
          const { src } = all[0] as { src?: string };
          if (src) drawn.push(decodeURIComponent(src));
          return Reflect.apply(draw, this, all);
        } as typeof draw;
        const { takePicture } = window as unknown as {
          takePicture(page: Document, selectors: string): Promise<{ blob: Blob; hidden: number }>;
        };
        const { blob, hidden } = await takePicture(document, wanted);
        CanvasRenderingContext2D.prototype.drawImage = draw;
        const letters = [...new Uint8Array(await blob.arrayBuffer())]
          .map((byte) => String.fromCharCode(byte))
          .join('');
        return { base64: btoa(letters), hidden, drawn };
      }, selectors);
      return {
        bytes: Buffer.from(taken.base64, 'base64'),
        hidden: taken.hidden,
        drawn: taken.drawn,
      };
    },
    async close() {
      await context.close();
      await host.close();
    },
  };
}
