import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** A picture in which hardly two pixels are alike, so that one that stays can be told. */
export function noisyPicture(width: number, height: number): Buffer {
  const picture = new PNG({ width, height });
  let state = 7;
  for (let at = 0; at < picture.data.length; at += 1) {
    state = (state * 1664525 + 1013904223) >>> 0;
    picture.data[at] = at % 4 === 3 ? 255 : state >>> 24;
  }
  return PNG.sync.write(picture);
}

/** The editor of the only picture on the shelf, as a person meets it. */
export function editorPage(tab: Page) {
  const stage = tab.locator('rg-editor .stage');
  /** Where a pixel of the picture is in the window, once the editor has risen to its place. */
  const at = async (x: number, y: number) => {
    const canvas = stage.locator('canvas');
    const { left, top, scale } = await canvas.evaluate(async (shown: HTMLCanvasElement) => {
      await Promise.all(
        shown
          .closest('dialog')!
          .getAnimations()
          .map(({ finished }) => finished),
      );
      const box = shown.getBoundingClientRect();
      return { left: box.left, top: box.top, scale: box.width / shown.width };
    });
    return { x: left + x * scale, y: top + y * scale };
  };
  const said = () => tab.locator('rg-editor [role="status"]').innerText();

  return {
    stage,
    at,
    said,
    async add(name: string, mimeType: string, buffer: Buffer) {
      await tab
        .locator('rg-attachments input[type=file][multiple]')
        .setInputFiles({ name, mimeType, buffer });
    },
    async open() {
      // by its icon, in any language: while a picture is read in, only removing it is offered
      await tab.locator('rg-tile button:has(rg-icon[name="pencil"])').click();
      // how large it is seen is known with its first layout
      await stage.locator('canvas[style]').waitFor();
    },
    async drag(from: readonly [number, number], to: readonly [number, number]) {
      const [start, end] = [await at(...from), await at(...to)];
      await tab.mouse.move(start.x, start.y);
      await tab.mouse.down();
      await tab.mouse.move(end.x, end.y, { steps: 3 });
      await tab.mouse.up();
    },
    async done() {
      await tab.getByRole('button', { name: 'Приложить снимок' }).click();
      await tab.locator('rg-editor').waitFor({ state: 'detached' });
    },
  };
}
