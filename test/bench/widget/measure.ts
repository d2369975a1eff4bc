import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { BenchServer } from '#test/bench/widget/bench-server.ts';
import { folderOf, type Way } from '#test/bench/widget/ways.ts';

/** What one visit to a page was seen to cost. */
export interface Visit {
  /** Milliseconds of script until the page was quiet. */
  readonly scriptMs: number;
  /** Tasks over 50 ms on the way, in milliseconds. */
  readonly longTasks: readonly number[];
  /** Cumulative layout shift. */
  readonly shift: number;
  /** From the press to the first painted frame with a field to write in; undefined where nothing is pressed. */
  readonly pressMs: number | undefined;
  /** The same to the frame with all of the form; no later than `pressMs` where it comes at once. */
  readonly wholeMs: number | undefined;
}

/** Paths of code, by what they were fetched for. */
export type Fetched = Readonly<Record<'load' | 'form' | 'picture', readonly string[]>>;

export interface Circumstances {
  /** How much slower the processor is. */
  readonly slowdown: number;
  /** So long the button is held down before it is let go; people take 60 to 120 ms, 0 unless told. */
  readonly holdMs?: number;
  readonly line?: { readonly latency: number; readonly download: number; readonly upload: number };
}

const quietMs = 1000;
const arrivalMs = 100;
const patienceMs = 60_000;

interface Seen {
  tasks: number[];
  shift: number;
}

interface Told {
  readonly usable: number;
  readonly whole: number;
}

/** Lets the page tell when it can be used, and when all of it is there; gives up after a minute. */
async function toldUsable(page: Page, way: Way): Promise<() => Promise<Told>> {
  let tell: (told: Told) => void = () => undefined;
  const told = new Promise<Told>((resolve) => (tell = resolve));
  await page.exposeFunction('usableAfter', (usable: number, whole: number) =>
    tell({ usable, whole }),
  );
  // the runner of these files gives functions their names by a helper that a page does not have
  await page.addInitScript('globalThis.__name = (named) => named;');
  await page.addInitScript(watch, [way.usable, way.whole ?? null] as const);
  return () => {
    const late = setTimeout(() => tell({ usable: Infinity, whole: Infinity }), patienceMs);
    return told.finally(() => clearTimeout(late));
  };
}

/** Runs in the page before its own code. */
function watch([usable, whole]: readonly [Way['usable'], Way['whole'] | null]) {
  const seen: Seen = { tasks: [], shift: 0 };
  const page = window as unknown as { seen: Seen; usableAfter(...ms: number[]): void };
  page.seen = seen;
  new PerformanceObserver((list) =>
    seen.tasks.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  /** When there is something to see at the end of the way, painted. */
  const shown = (way: readonly string[], from: number) =>
    new Promise<number>((tell) => {
      let asked = false;
      // in a frame after a change: a look in every frame would have a still page draw them all
      const ask = () => {
        if (!asked) requestAnimationFrame(look);
        asked = true;
      };
      const changes = new MutationObserver(ask);
      // what a tree does not tell of, as that it got another one inside
      const again = setInterval(ask, 100);
      const isThere = (
        tree: Document | ShadowRoot,
        [next = '', ...rest]: readonly string[],
      ): boolean => {
        // once, however often it is said
        changes.observe(tree, { attributes: true, childList: true, subtree: true });
        for (const element of tree.querySelectorAll(next)) {
          if (element instanceof HTMLIFrameElement) element.addEventListener('load', ask);
          if (rest.length > 0) {
            const inner =
              element instanceof HTMLIFrameElement ? element.contentDocument : element.shadowRoot;
            if (inner && isThere(inner, rest)) return true;
          } else if (element.getClientRects().length > 0) return true;
        }
        return false;
      };
      const look = () => {
        asked = false;
        if (!isThere(document, way)) return;
        clearInterval(again);
        changes.disconnect();
        // the frame that shows it is painted by then
        setTimeout(() => tell(performance.now() - from));
      };
      ask();
    });
  addEventListener(
    'pointerdown',
    async ({ timeStamp }) => {
      const first = await shown(usable, timeStamp);
      page.usableAfter(first, whole ? await shown(whole, timeStamp) : first);
    },
    { capture: true, once: true },
  );
}

async function slowed(page: Page, { slowdown, line }: Circumstances): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (line)
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latency,
      downloadThroughput: line.download,
      uploadThroughput: line.upload,
    });
  return session;
}

const openContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru' });

/** Middle of what is pressed. Found by the page's own means: a locator leaves listeners behind that every press would wait for. */
const middleOf = (page: Page, way: Way): Promise<readonly [number, number] | undefined> =>
  page.evaluate((path) => {
    let tree: Document | ShadowRoot | null | undefined = document;
    let element: Element | null | undefined;
    for (const selector of path) {
      element = tree?.querySelector(selector);
      tree = element?.shadowRoot;
    }
    const box = element?.getBoundingClientRect();
    return box?.width ? [box.x + box.width / 2, box.y + box.height / 2] : undefined;
  }, way.press);

async function press(page: Page, way: Way, holdMs = 0): Promise<void> {
  const at = await middleOf(page, way);
  if (!at) throw new Error(`${way.name}: nothing to press`);
  // nobody's pointer arrives as it presses
  await page.mouse.move(...at);
  await page.waitForTimeout(arrivalMs);
  await page.mouse.click(...at, { delay: holdMs });
}

async function visitIn(
  context: BrowserContext,
  server: BenchServer,
  way: Way,
  circumstances: Circumstances,
): Promise<Visit> {
  const page = await context.newPage();
  const usable = await toldUsable(page, way);
  const session = await slowed(page, circumstances);
  await page.goto(`${server.url}/${folderOf(way)}/`, { waitUntil: 'load', timeout: patienceMs });
  if (circumstances.line && way.press.length > 0)
    for (let waited = 0; waited < patienceMs && !(await middleOf(page, way)); waited += quietMs)
      await page.waitForTimeout(quietMs);
  await page.waitForTimeout(quietMs);
  const { metrics } = await session.send('Performance.getMetrics');
  const script = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
  const { tasks, shift } = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  let told: Told | undefined;
  if (way.press.length > 0) {
    await press(page, way, circumstances.holdMs);
    told = await usable();
  }
  await page.close();
  return {
    scriptMs: script * 1000,
    longTasks: tasks,
    shift,
    pressMs: told?.usable,
    wholeMs: told?.whole,
  };
}

/** One visit with nothing cached, and where `again` is asked for a second one after it. */
export async function visit(
  browser: Browser,
  server: BenchServer,
  way: Way,
  circumstances: Circumstances,
  again = false,
): Promise<readonly Visit[]> {
  const context = await openContext(browser);
  try {
    const first = await visitIn(context, server, way, circumstances);
    return again ? [first, await visitIn(context, server, way, circumstances)] : [first];
  } finally {
    await context.close();
  }
}

/** Which code a page fetches by itself, for an open form, and for a picture of the page. */
export async function fetchedBy(browser: Browser, server: BenchServer, way: Way): Promise<Fetched> {
  const context = await openContext(browser);
  const page = await context.newPage();
  const fetched = { load: [] as string[], form: [] as string[], picture: [] as string[] };
  let step: keyof Fetched = 'load';
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) fetched[step].push(pathname);
  });
  const usable = await toldUsable(page, way);
  await page.goto(`${server.url}/${folderOf(way)}/`);
  await page.waitForTimeout(quietMs);
  if (way.press.length > 0) {
    step = 'form';
    await press(page, way);
    await usable();
    await page.waitForTimeout(quietMs);
  }
  if (way.picture) {
    step = 'picture';
    await page.locator(way.picture.press).first().click();
    await page.locator(way.picture.shown).first().waitFor();
    await page.waitForTimeout(quietMs);
  }
  await context.close();
  return fetched;
}
