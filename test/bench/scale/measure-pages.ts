import type { Sql } from 'postgres';
import { ticketOf } from '#test/bench/scale/fill.ts';
import { deskApi } from '#test/support/api.ts';
import type { TestServer } from '#test/support/server.ts';

export interface PageTimes {
  /** 95 of 100 are at least so fast, milliseconds. */
  readonly queueMs: number;
  readonly ticketMs: number;
  /** Large tables that were read whole meanwhile. */
  readonly readWhole: readonly string[];
}

const rounds = 200;
const warmUp = 30;
const large = 10_000;

/** Asks for the queue and for tickets here and there, one after the other, over HTTP. */
export async function measurePages(
  server: TestServer,
  sql: Sql,
  vendor: string,
  tickets: number,
): Promise<PageTimes> {
  const desk = await deskApi(server);
  const get = async (path: string) => {
    const started = performance.now();
    const response = await desk.get(vendor, path);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${response.status} ${path}`);
    return performance.now() - started;
  };
  const queue = () => get('/queue?view=open');
  const ticket = (round: number) => get(`/tickets/${ticketOf((round * 7919) % tickets)}`);
  for (let round = 0; round < warmUp; round += 1) await Promise.all([queue(), ticket(round)]);
  const before = await wholeReads(sql);
  const times: { queue: number[]; ticket: number[] } = { queue: [], ticket: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.queue.push(await queue());
    times.ticket.push(await ticket(round + warmUp));
  }
  const after = await wholeReads(sql);
  return {
    queueMs: p95(times.queue),
    ticketMs: p95(times.ticket),
    readWhole: [...after]
      .filter(([table, n]) => n > (before.get(table) ?? 0))
      .map(([table]) => table),
  };
}

const p95 = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

/** Sequential scans of large tables so far. */
async function wholeReads(sql: Sql): Promise<Map<string, number>> {
  // what the server's connections have counted is told once a second
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const rows = await sql<{ name: string; scans: number }[]>`
    select relname as name, seq_scan::int as scans from pg_stat_user_tables
    where n_live_tup > ${large}`;
  return new Map(rows.map(({ name, scans }) => [name, scans]));
}
