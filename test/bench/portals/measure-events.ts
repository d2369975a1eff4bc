import { setTimeout as pause } from 'node:timers/promises';
import { isNotNull, isNull, sql } from 'drizzle-orm';
import { portalEvents } from '#server/features/portals/portal-events.table.ts';
import { portals } from '#server/features/portals/portals.table.ts';
import { vendor, type BenchStage } from '#test/bench/portals/bench-stage.ts';
import { intake } from '#test/bench/portals/intake-load.ts';
import { openLoop, type LoadAnswers, type LoadRequest } from '#test/bench/portals/open-loop.ts';
import { countsOf, type MixedEvent, type MixKind } from '#test/support/portal-mix.ts';

/** What a minute of events did to a server. */
export interface EventFigures {
  readonly events: LoadAnswers;
  /** As many requests a second that are answered without a look at anything: what this machine gives at present. */
  readonly nothing: LoadAnswers;
  /** Requests for help without events, and beside them. */
  readonly quiet: LoadAnswers;
  readonly beside: LoadAnswers;
  readonly counts: Readonly<Record<MixKind, number>>;
  readonly stored: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** Portals from which the app is gone, as it should be and as the server knows it. */
  readonly removed: readonly [number, number];
  /** Seconds of a core that the server used while events came. */
  readonly cpuSeconds: number;
  /** Events that waited when the last was sent, and seconds until none did. */
  readonly waiting: number;
  readonly drainedSeconds: number;
}

const ticketsPerSecond = 10;
const mostDrainSeconds = 180;

export async function measureEvents(
  stage: BenchStage,
  bearers: readonly string[],
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<EventFigures> {
  const { world, url, connection } = stage;
  const mix = await world.ask('mix', { from: 0, count: perSecond * seconds });
  // what is hot is compiled by now
  await openLoop(url, ticketsPerSecond, intake(bearers, ticketsPerSecond * 5));
  const quiet = await openLoop(url, ticketsPerSecond, intake(bearers, ticketsPerSecond * 20));
  const nothing = await openLoop(url, perSecond, requestsForNothing(perSecond * 10));
  const cpuBefore = stage.cpuSeconds();
  const [events, beside] = await Promise.all([
    openLoop(url, perSecond, eventRequests(mix.events)),
    openLoop(url, ticketsPerSecond, intake(bearers, ticketsPerSecond * seconds)),
  ]);
  const cpuSeconds = stage.cpuSeconds() - cpuBefore;
  const left = () => connection.db.$count(portalEvents, isNull(portalEvents.finishedAt));
  const waiting = await left();
  const ended = performance.now();
  while ((await left()) > 0 && performance.now() - ended < mostDrainSeconds * 1000)
    await pause(500);
  const drainedSeconds = (performance.now() - ended) / 1000;
  const outcomes = await connection.db
    .select({ outcome: portalEvents.outcome, count: sql<number>`count(*)::int` })
    .from(portalEvents)
    .groupBy(portalEvents.outcome);
  return {
    events,
    nothing,
    quiet,
    beside,
    counts: countsOf(mix.events),
    stored: await connection.db.$count(portalEvents),
    outcomes: Object.fromEntries(outcomes.map(({ outcome, count }) => [outcome ?? 'waits', count])),
    removed: [mix.removed, await connection.db.$count(portals, isNotNull(portals.uninstalledAt))],
    cpuSeconds,
    waiting,
    drainedSeconds,
  };
}

function* eventRequests(events: readonly MixedEvent[]): Generator<LoadRequest> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const { body } of events) yield { path: `/b24/${vendor}/events`, headers, body };
}

function* requestsForNothing(count: number): Generator<LoadRequest> {
  for (let at = 0; at < count; at += 1) yield { path: '/nothing', headers: {}, body: '' };
}
