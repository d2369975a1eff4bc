import { cpus, loadavg } from 'node:os';
import { benchStage } from '#test/bench/portals/bench-stage.ts';
import { openPages } from '#test/bench/portals/intake-load.ts';
import { measureEvents, type EventFigures } from '#test/bench/portals/measure-events.ts';
import { measureForgery } from '#test/bench/portals/measure-forgery.ts';
import { measureRenewals, type RenewalFigures } from '#test/bench/portals/measure-renewals.ts';
import { percentile } from '#test/bench/widget/figures.ts';

/**
 * `npm run bench:portals`: 10,000 portals with the app, 200 events a second for a minute by open load while people
 * file requests, then tokens of a thousand portals that end at once. About four minutes; PORTALS, PORTAL_EVENTS (a
 * second) and PORTAL_SECONDS make it smaller.
 */

const portals = Number(process.env['PORTALS'] ?? 10_000);
const perSecond = Number(process.env['PORTAL_EVENTS'] ?? 200);
const seconds = Number(process.env['PORTAL_SECONDS'] ?? 60);
const sessions = Math.min(500, portals / 10);
const ended = Math.min(1000, portals / 10);
const forgeries = 1000;
const oauthLateMs = 300;

const lines: (readonly [what: string, got: string, target: string, held: boolean | undefined])[] =
  [];
const stage = await benchStage(portals);
try {
  const bearers = await openPages(stage, sessions);
  tellEvents(await measureEvents(stage, bearers, { perSecond, seconds }));
  for (const from of ['one network', 'everywhere'] as const) {
    const asked = await measureForgery(stage, forgeries, from);
    const most = from === 'one network' ? 240 : 960;
    const what = `calls out for ${forgeries} forged entries from ${from}`;
    lines.push([what, String(asked), `≤ ${most}`, asked <= most]);
  }
  await stage.world.ask('slow', { ms: oauthLateMs });
  const last = stage.known.slice(-ended);
  tellRenewals('1 portal', 1, await measureRenewals(stage, last.slice(0, 1), sessions / 2));
  tellRenewals(`${ended} portals`, ended, await measureRenewals(stage, last, 2));
} finally {
  await stage.close();
}
const [load = 0] = loadavg();
console.log(`${portals} portals; ${cpus().length} cores, load ${load.toFixed(1)}`);
const width = Math.max(...lines.map(([what]) => what.length));
for (const [what, got, target, held] of lines) {
  const mark = held === undefined ? '' : held ? 'held' : 'NOT HELD';
  console.log(`${what.padEnd(width)}  ${got.padStart(16)}  ${target.padEnd(12)} ${mark}`);
  if (held === false) process.exitCode = 1;
}

function tellEvents(figures: EventFigures): void {
  const { events, nothing, quiet, beside, counts, stored, outcomes, removed } = figures;
  const status = (code: number) => events.statuses.get(code) ?? 0;
  const p95 = percentile(events.ms, 0.95);
  const [before, meanwhile] = [percentile(quiet.ms, 0.95), percentile(beside.ms, 0.95)];
  const answered = counts.new + counts.again + counts.dropped;
  const notCreated = (count: ReadonlyMap<number, number>) =>
    [...count].reduce((sum, [code, times]) => sum + (code === 201 ? 0 : times), 0);
  const lost = notCreated(quiet.statuses) + notCreated(beside.statuses);
  lines.push(
    ['nothing answered, p95', ms(percentile(nothing.ms, 0.95)), '', undefined],
    ['events answered, p50', ms(percentile(events.ms, 0.5)), '', undefined],
    ['events answered, p95', ms(p95), '≤ 50 ms', p95 <= 50],
    ['  times what nothing takes', (p95 / percentile(nothing.ms, 0.95)).toFixed(1), '', undefined],
    ['events answered, slowest', ms(Math.max(...events.ms)), '', undefined],
    ['events taken', String(status(204)), `= ${answered}`, status(204) === answered],
    [
      'events refused, forged',
      String(status(401)),
      `= ${counts.forged}`,
      status(401) === counts.forged,
    ],
    ['events stored, each once', String(stored), `= ${counts.new}`, stored === counts.new],
    [
      'events believed',
      String(outcomes['done'] ?? 0),
      `= ${counts.new}`,
      outcomes['done'] === counts.new,
    ],
    ['portals without the app', String(removed[1]), `= ${removed[0]}`, removed[0] === removed[1]],
    [
      'server, of a core for each',
      ms((1000 * figures.cpuSeconds) / events.ms.length),
      '',
      undefined,
    ],
    ['events that waited at the end', String(figures.waiting), '', undefined],
    ['until none waited', `${figures.drainedSeconds.toFixed(1)} s`, '', undefined],
    ['requests filed, p95, quiet', ms(before), '', undefined],
    ['requests filed, p95, beside', ms(meanwhile), '', undefined],
    ['  times the quiet one', (meanwhile / before).toFixed(1), '', undefined],
    ['requests not filed', String(lost), '= 0', lost === 0],
  );
}

function tellRenewals(name: string, expected: number, figures: RenewalFigures): void {
  const { wanted, without, slowestMs, asked, statementsMs } = figures;
  lines.push(
    [`tokens of ${name}, wanted`, String(wanted), '', undefined],
    ['  refreshes', String(asked.refreshes), `= ${expected}`, asked.refreshes === expected],
    ['  of one portal, the most', String(asked.mostOfOne), '= 1', asked.mostOfOne === 1],
    ['  without a token', String(without), '= 0', without === 0],
    ['  slowest to have one', ms(slowestMs), '', undefined],
    ['  statements of others, p95', ms(percentile(statementsMs, 0.95)), '', undefined],
  );
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
