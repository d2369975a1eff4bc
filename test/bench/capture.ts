import type { Browser } from 'playwright-core';
import { heavyPage } from '#test/support/capture-page/heavy.ts';
import { openCapturePage } from '#test/support/capture-page/open.ts';
import { ensureChromium, launchChromium } from '#test/support/chromium.ts';

/**
 * `npm run bench:capture`: how long a picture of a list takes and how long it holds the page up, beside what
 * the same page costs the same browser to lay out once, so that a busy machine is no slower. Milliseconds,
 * the middle of five; in brackets times the page's own layout.
 */

const runs = 5;
const cases = [
  { elements: 1400, slowdown: 1, limits: { total: Infinity, task: 200 } },
  { elements: 1400, slowdown: 4, limits: { total: Infinity, task: Infinity } },
  { elements: 4800, slowdown: 1, limits: { total: Infinity, task: Infinity } },
  { elements: 4800, slowdown: 4, limits: { total: 2500, task: Infinity } },
];

interface Measured {
  readonly total: number;
  readonly task: number;
  readonly layout: number;
}

const middle = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

ensureChromium();
const browser = await launchChromium();
let kept = true;
try {
  for (const { elements, slowdown, limits } of cases) {
    const seen = await measure(browser, elements, slowdown);
    const [total, task, layout] = [
      middle(seen.map((one) => one.total)),
      middle(seen.map((one) => one.task)),
      middle(seen.map((one) => one.layout)),
    ];
    const first = seen[0]!;
    kept &&= total <= limits.total && task <= limits.task;
    const times = (value: number) =>
      `${value.toFixed(0).padStart(5)} ms (${(value / layout).toFixed(1)}×)`;
    console.log(
      `${String(elements).padStart(5)} elements, ${slowdown}× slower: picture ${times(total)}, ` +
        `longest task ${times(task)}, first picture ${times(first.total)} with a task of ${times(first.task)}`,
    );
  }
} finally {
  await browser.close();
}
process.exitCode = kept ? 0 : 1;

async function measure(at: Browser, elements: number, slowdown: number): Promise<Measured[]> {
  const page = await openCapturePage(at, heavyPage(elements), {
    viewport: { width: 1280, height: 800 },
  });
  const session = await page.tab.context().newCDPSession(page.tab);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const seen: Measured[] = [];
  for (let run = 0; run < runs; run += 1) {
    seen.push(
      await page.tab.evaluate(async () => {
        const { takePicture } = window as unknown as {
          takePicture(page: Document): Promise<unknown>;
        };
        const layoutFrom = performance.now();
        document.body.style.width = `${document.body.clientWidth - 1}px`;
        document.body.getBoundingClientRect();
        const layout = Math.max(0.1, performance.now() - layoutFrom);
        document.body.style.width = '';
        const tasks: number[] = [];
        const watch = new PerformanceObserver((list) =>
          tasks.push(...list.getEntries().map(({ duration }) => duration)),
        );
        watch.observe({ type: 'longtask' });
        await new Promise((resolve) => setTimeout(resolve, 300));
        tasks.length = 0;
        const from = performance.now();
        await takePicture(document);
        const total = performance.now() - from;
        await new Promise((resolve) => setTimeout(resolve, 300));
        watch.disconnect();
        return { total, task: Math.max(0, ...tasks), layout };
      }),
    );
  }
  await page.close();
  return seen;
}
