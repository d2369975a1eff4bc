import postgres from 'postgres';
import { readAddress } from '#server/db/address.ts';
import { connect } from '#server/db/connect.ts';
import { migrate } from '#server/db/migrate.ts';
import { fillTickets } from '#test/bench/scale/fill.ts';
import { measured, measurePages, type PageTimes } from '#test/bench/scale/measure-pages.ts';
import { measureTimers, type Firing } from '#test/bench/scale/measure-timers.ts';
import { deskApi, device, errorRequest, requesterApi } from '#test/support/api.ts';
import { startCluster } from '#test/support/cluster.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

/**
 * `npm run bench:scale`: pages of the desk at a thousand tickets and at a million, and 200,000
 * deadlines spread over 200 seconds and all at once. Ten minutes or more; SCALE_TICKETS, SCALE_TIMERS
 * and SCALE_SPREAD_SECONDS make it smaller; without timers only pages are measured.
 */

const tickets = Number(process.env['SCALE_TICKETS'] ?? 1_000_000);
const timers = Number(process.env['SCALE_TIMERS'] ?? 200_000);
const spreadSeconds = Number(process.env['SCALE_SPREAD_SECONDS'] ?? 200);
const vendor = 'modme';
const few = 1_000;

const cluster = await startCluster('embedded');
const migrated = await migrate(cluster.url);
if (!migrated.ok) throw new Error(migrated.failure.code);
const connection = connect({ url: cluster.url });
const { url, address } = readAddress(cluster.url);
const sql = postgres(url, { ...address, max: 1, onnotice: () => undefined });
const server = await testServer(connection);
try {
  await openSome(server);
  await fillTickets(sql, vendor, { from: 0, until: few, openShare: 0.6 });
  const atFew = await measurePages(server, sql, vendor, few);
  await fillTickets(sql, vendor, { from: few, until: tickets, openShare: 0.1 });
  const atMany = await measurePages(server, sql, vendor, tickets);
  tellPages(atFew, atMany);
  if (timers > 0) await fireTimers(server);
} finally {
  await server.close();
  await sql.end();
  await connection.close();
  await cluster.remove();
}

/** Real tickets, to fill with more like them: half of them are resolved, a quarter wait for an answer. */
async function openSome(to: TestServer): Promise<void> {
  const desk = await deskApi(to);
  for (const letter of 'ABCDEFGHIJKLMNOPQRST') {
    const { id } = await requesterApi(to, { bearer: device(letter) }).open(errorRequest);
    if (letter < 'F') continue;
    if (letter < 'K') {
      await desk.answer(vendor, id, { kind: 'question', text: 'Какая версия?' });
      continue;
    }
    await desk.answer(vendor, id, { kind: 'reply', text: 'Исправлено.' });
    const resolved = await desk.post(vendor, `/tickets/${id}/acts`, { act: 'resolve' });
    if (!resolved.ok) throw new Error(`${resolved.status} ${await resolved.text()}`);
  }
}

async function fireTimers(from: TestServer): Promise<void> {
  const spread = await measureTimers(from.deps, cluster.url, sql, timers, spreadSeconds * 1000);
  tellFiring(`spread over ${spreadSeconds} s`, spread, spread.p99Ms <= 1000);
  const burst = await measureTimers(from.deps, cluster.url, sql, timers, 0);
  tellFiring('all at once', burst, burst.seconds <= 30);
}

function tellPages(atFew: PageTimes, atMany: PageTimes): void {
  for (const page of measured) {
    const [small, many] = [atFew.p95Ms[page], atMany.p95Ms[page]];
    const kept = page === 'nothing' || (many <= 1.5 * small && many < 50);
    console.log(
      `${page.padEnd(8)} p95 ${small.toFixed(1)} ms at ${few} tickets, ${many.toFixed(1)} ms at ` +
        `${tickets}: ${(many / small).toFixed(2)} times ${page === 'nothing' ? '' : mark(kept)}`,
    );
  }
  const whole = atMany.readWhole.join(', ') || 'no large table';
  console.log(`read whole: ${whole} ${mark(atMany.readWhole.length === 0)}`);
}

function tellFiring(name: string, firing: Firing, fast: boolean): void {
  const { fired, twice, seconds, p50Ms, p99Ms, maxMs } = firing;
  console.log(
    `${fired} of ${timers} deadlines ${name}: ${seconds.toFixed(1)} s, late by ` +
      `${p50Ms.toFixed(0)} ms (p50), ${p99Ms.toFixed(0)} ms (p99), ${maxMs.toFixed(0)} ms (most), ` +
      `${twice} twice ${mark(fast && fired === timers && twice === 0)}`,
  );
}

/** What does not hold makes the run fail. */
function mark(kept: boolean): string {
  if (!kept) process.exitCode = 1;
  return kept ? 'ok' : 'TOO MUCH';
}
