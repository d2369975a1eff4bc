import type { Locator } from 'playwright-core';

/** What stands below an element in the order of reading, shadow roots included, one space between words. */
export const shownText = (of: Locator): Promise<string> =>
  of.evaluate((element) => {
    const read = (node: Node): string => {
      if (node instanceof HTMLStyleElement) return '';
      if (node instanceof Text) return node.data;
      const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      return [...inside.childNodes].map(read).join(' ');
    };
    return read(element).replace(/\s+/g, ' ').trim();
  });
