import { buildPeers } from '#test/bench/widget/build-peers.ts';
import { benchServer } from '#test/bench/widget/bench-server.ts';
import { figuresOf, weightUpTo } from '#test/bench/widget/figures.ts';
import { fetchedBy, visit, type Circumstances, type Visit } from '#test/bench/widget/measure.ts';
import { ways, type Way } from '#test/bench/widget/ways.ts';
import { ensureChromium, launchChromium } from '#test/support/chromium.ts';

/**
 * `npm run bench:widget`: what a way to ask for support costs the page that embeds it, ours beside others:
 * bytes of code; at a processor four times slower the script at load, long tasks, layout shift and the time
 * from a press to a form that can be written in. `-- --runs 5` makes fewer visits. Figures are told, and
 * what of ours misses its target is said; it fails nothing.
 */

const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 20;
const slower: Circumstances = { slowdown: 4 };
/** Pressed as people press: the button is let go a moment later, and counted from where it went down. */
const byHand: Circumstances = { ...slower, holdMs: 80 };
/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms: slow 4G as measuring tools have it; bytes a second. */
const slow4g: Circumstances = {
  slowdown: 4,
  line: { latency: 150, download: 200_000, upload: 93_750 },
};
const targets = { scriptMs: 10, longTasks: 0, shift: 0, openMs: 200 };

const pad = (value: string | number, width: number) => String(value).padStart(width);
const ms = (value: number | undefined, width = 7) =>
  pad(value === undefined ? '–' : value.toFixed(value < 100 ? 1 : 0), width);
const row = (name: string, cells: readonly string[]) =>
  console.log(`${name.padEnd(16)} ${cells.join(' ')}`);

ensureChromium();
await buildPeers(ways);
const server = await benchServer(ways);
// what is measured reaches this machine alone
const browser = await launchChromium(['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost']);
try {
  await tellBytes();
  await tellTimes();
} finally {
  await browser.close();
  await server.close();
}

async function tellBytes() {
  console.log('\nBytes of code, gzip (brotli), everything before included\n');
  row('', [pad('at load', 18), pad('to an open form', 18), pad('to a picture', 18)]);
  for (const way of ways.filter(({ press }) => press.length > 0)) {
    const fetched = await fetchedBy(browser, server, way);
    const cell = (step: 'load' | 'form' | 'picture') => {
      const { gzip, brotli } = weightUpTo(server, fetched, step);
      return pad(`${gzip} (${brotli})`, 18);
    };
    row(way.name, [
      cell('load'),
      cell('form'),
      way.picture ? cell('picture') : pad('the same', 18),
    ]);
  }
  for (const { name, note } of ways) console.log(`${name}: ${note}.`);
}

/** Visits in turn, each round beginning with another way, so that a busy moment meets all alike. */
async function visits(
  count: number,
  circumstances: Circumstances,
  again = false,
): Promise<ReadonlyMap<Way, readonly Visit[][]>> {
  const seen = new Map<Way, Visit[][]>(ways.map((way) => [way, []]));
  for (let round = 0; round < count; round += 1)
    for (let turn = 0; turn < ways.length; turn += 1) {
      const way = ways[(round + turn) % ways.length]!;
      seen.get(way)!.push([...(await visit(browser, server, way, circumstances, again))]);
    }
  return seen;
}

/** Of each pair of visits to a way the one with nothing cached. */
function firsts(seen: ReadonlyMap<Way, readonly Visit[][]>, way: Way): readonly Visit[] {
  return seen.get(way)!.map(([one]) => one!);
}

async function tellTimes() {
  // what of the browser itself is read from the disk by a first visit is no way's cost
  for (const way of ways) await visit(browser, server, way, slower);
  const fresh = await visits(runs, slower, true);
  const held = await visits(runs, byHand);
  const slow = await visits(Math.ceil(runs / 4), slow4g);
  /** What a page costs before anything is pressed, of all that came with nothing cached over a fast line. */
  const loadOf = (way: Way) => figuresOf([...firsts(fresh, way), ...firsts(held, way)]);
  console.log(
    `\nMilliseconds at a processor 4 times slower, ${runs} visits each in turn; load: of the first and of as many held ones; press to form, p50 and p95, from where the button goes down\n`,
  );
  row('', [
    '  script p50 / p95',
    ' long tasks (longest)',
    '    CLS',
    '  first press p50 / p95',
    '     whole p50 / p95',
    '  held 80 ms p50 / p95',
    '  cached p50 / p95',
    '  slow 4G p50',
  ]);
  for (const way of ways) {
    const load = loadOf(way);
    const first = figuresOf(firsts(fresh, way));
    const cached = figuresOf(fresh.get(way)!.map(([, two]) => two!));
    const hand = figuresOf(firsts(held, way));
    const far = figuresOf(firsts(slow, way));
    row(way.name, [
      pad(`${ms(load.scriptMs[0])} / ${ms(load.scriptMs[1])}`, 18),
      pad(`${load.longTasks.toFixed(1)} (${load.longestTask.toFixed(0)})`, 21),
      pad(load.shift.toFixed(3), 7),
      pad(`${ms(first.pressMs?.[0])} / ${ms(first.pressMs?.[1])}`, 23),
      pad(`${ms(first.wholeMs?.[0])} / ${ms(first.wholeMs?.[1])}`, 20),
      pad(`${ms(hand.pressMs?.[0])} / ${ms(hand.pressMs?.[1])}`, 22),
      pad(`${ms(cached.pressMs?.[0])} / ${ms(cached.pressMs?.[1])}`, 18),
      ms(far.pressMs?.[0], 13),
    ]);
  }
  const own = loadOf(ways[0]!);
  const { pressMs } = figuresOf(firsts(fresh, ways[0]!));
  const checks: readonly (readonly [string, boolean])[] = [
    [`script at load ≤ ${targets.scriptMs} ms at p50`, own.scriptMs[0] <= targets.scriptMs],
    [`no long task at load`, own.longTasks <= targets.longTasks],
    [`no layout shift`, own.shift <= targets.shift],
    [`press to form ≤ ${targets.openMs} ms at p95`, (pressMs?.[1] ?? 0) <= targets.openMs],
  ];
  console.log();
  for (const [target, isHeld] of checks) console.log(`${isHeld ? 'held  ' : 'MISSED'} ${target}`);
}
