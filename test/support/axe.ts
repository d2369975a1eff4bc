import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { root } from '#test/support/sources.ts';

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

interface AxeScope {
  /** CSS selector of the part that is looked at; the page where it is not said. */
  readonly within?: string;
  /** The only rules that are asked; all of them, and the size of targets, where they are not said. */
  readonly rules?: readonly string[];
}

/** What axe finds wrong on a page as it stands, shadow roots included; the tab lets scripts of tests in. */
export async function axeComplaints(tab: Page | Frame, scope: AxeScope = {}): Promise<string[]> {
  if (!(await tab.evaluate(() => 'axe' in window))) await tab.evaluate(axe);
  return tab.evaluate(async ({ within, rules }) => {
    const { axe: checker } = window as unknown as {
      axe: {
        run(
          of: unknown,
          how: unknown,
        ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const how = rules
      ? { runOnly: { type: 'rule', values: rules } }
      : { rules: { 'target-size': { enabled: true } } };
    const part = within ? document.querySelector(within) : document;
    const { violations } = await checker.run(part, { ...how, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id} ${html.slice(0, 300)}`),
    );
  }, scope);
}

/** By how many pixels a page is wider than its window. */
export const sideways = (tab: Page): Promise<number> =>
  tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
