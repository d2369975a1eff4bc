import type { Frame } from 'playwright-core';

/** One line an element and property: `h1#total color red`. */
export type StyleLines = readonly string[];

const mostShown = 100;

/** What stands in `one` and not in `other`, then the other way round, marked; the first of it. */
export function differences(one: StyleLines, other: StyleLines): string[] {
  const [here, there] = [new Set(one), new Set(other)];
  return [
    ...one.filter((line) => !there.has(line)).map((line) => `- ${line}`),
    ...other.filter((line) => !here.has(line)).map((line) => `+ ${line}`),
  ].slice(0, mostShown);
}

/**
 * How the page's own elements look to the browser, and what else a guest could leave behind: attributes of the
 * root, children of the head, style sheets. Outlines are left out: they follow the focus.
 *
 * @returns a function that tells what is not as it was; the thousands of lines stay in the page
 */
export async function watchHost(frame: Frame): Promise<() => Promise<string[]>> {
  const read = () => {
    const { documentElement: html, head, body, adoptedStyleSheets, styleSheets } = document;
    const ours = 'rg-launcher, reglament-widget, rg-recording';
    const lines = [html, body].flatMap((element) =>
      [...element.attributes].map(({ name, value }) => `${element.localName} [${name}] ${value}`),
    );
    lines.push(`head ${head.childElementCount}`, `body ${body.childElementCount}`);
    lines.push(`sheets ${adoptedStyleSheets.length} ${styleSheets.length}`);
    const elements = [...document.querySelectorAll('*')].filter((one) => !one.matches(ours));
    for (const [index, element] of elements.entries()) {
      const name = `${index} ${element.localName}#${element.id}`;
      const style = getComputedStyle(element);
      for (const property of style) {
        if (!property.startsWith('outline'))
          lines.push(`${name} ${property} ${style.getPropertyValue(property)}`);
      }
    }
    return lines;
  };
  const reader = `(${read.toString()})()`;
  const before = await frame.evaluateHandle<StyleLines>(reader);
  return async () => {
    const now = await frame.evaluateHandle<StyleLines>(reader);
    return frame.evaluate(
      ([one, other, most]) => {
        const [here, there] = [new Set(one), new Set(other)];
        return [...one, ...other]
          .filter((line) => !here.has(line) || !there.has(line))
          .slice(0, most);
      },
      [before, now, mostShown] as const,
    );
  };
}

/** How launcher and panel look to the browser, through every shadow tree of theirs. */
export const widgetStyles = (frame: Frame): Promise<StyleLines> =>
  frame.evaluate(() => {
    const lines: string[] = [];
    const read = (tree: ParentNode, path: string) => {
      for (const [index, element] of [...tree.children].entries()) {
        const name = `${path}/${index}${element.localName}`;
        const style = getComputedStyle(element);
        for (const property of style)
          lines.push(`${name} ${property} ${style.getPropertyValue(property)}`);
        if (element.shadowRoot) read(element.shadowRoot, name);
        read(element, name);
      }
    };
    for (const element of document.querySelectorAll('rg-launcher, reglament-widget'))
      if (element.shadowRoot) read(element.shadowRoot, element.localName);
    return lines;
  });
