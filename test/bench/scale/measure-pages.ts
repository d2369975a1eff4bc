import type { Sql } from 'postgres';
import { ticketOf } from '#test/bench/scale/fill.ts';
import { deskApi } from '#test/support/api.ts';
import type { TestServer } from '#test/support/server.ts';

/**
 * What is measured, each over HTTP: the queue and its middle as the desk asks for them, what has ended,
 * one ticket; and a path that asks nobody for anything, which shows how busy the machine is meanwhile.
 */
export const measured = ['nothing', 'queue', 'middle', 'waiting', 'ended', 'ticket'] as const;
type Measured = (typeof measured)[number];

export interface PageTimes {
  /** 95 of 100 are at least so fast, milliseconds. */
  readonly p95Ms: Readonly<Record<Measured, number>>;
  /** Large tables that were read whole meanwhile. */
  readonly readWhole: readonly string[];
}

/** What else the machine does falls upon some of the blocks: the fastest one counts, page by page. */
const blocks = 6;
const rounds = 60;
const warmUp = 30;
const large = 10_000;

/** Asks for pages and for tickets here and there, one after the other. */
export async function measurePages(
  server: TestServer,
  sql: Sql,
  vendor: string,
  tickets: number,
): Promise<PageTimes> {
  const desk = await deskApi(server);
  const cursor = await middleOf(sql, vendor);
  const paths: Record<Measured, (round: number) => string> = {
    nothing: () => `${server.url}/livez`,
    queue: () => '/queue?view=order',
    middle: () => `/queue?view=order&after=${encodeURIComponent(cursor)}`,
    waiting: () => '/queue?view=waiting',
    ended: () => '/queue?view=resolved',
    ticket: (round) => `/tickets/${ticketOf((round * 7919) % tickets)}`,
  };
  const get = async (what: Measured, round: number) => {
    const path = paths[what](round);
    const started = performance.now();
    const response = await (what === 'nothing' ? fetch(path) : desk.get(vendor, path));
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${response.status} ${path}`);
    return performance.now() - started;
  };
  for (let round = 0; round < warmUp; round += 1) {
    await Promise.all(measured.map((what) => get(what, round)));
  }
  const before = await wholeReads(sql);
  const fastest = { ...unmeasured };
  for (let block = 0; block < blocks; block += 1) {
    const times = Object.fromEntries(measured.map((what) => [what, [] as number[]]));
    for (let round = 0; round < rounds; round += 1) {
      for (const what of measured) times[what]?.push(await get(what, block * rounds + round));
    }
    for (const what of measured) fastest[what] = Math.min(fastest[what], p95(times[what] ?? []));
  }
  const after = await wholeReads(sql);
  return {
    p95Ms: fastest,
    readWhole: [...after]
      .filter(([table, n]) => n > (before.get(table) ?? 0))
      .map(([table]) => table),
  };
}

const unmeasured = Object.fromEntries(measured.map((what) => [what, Infinity])) as Record<
  Measured,
  number
>;

const p95 = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

/** Where a desk is that has gone through half of its queue. */
async function middleOf(sql: Sql, vendor: string): Promise<string> {
  const [row] = await sql<{ cursor: string }[]>`
    select number || ':' || queue_key as cursor from tickets
    where tenant_id = ${vendor} and status not in ('resolved', 'closed')
    order by queue_key collate "C", number
    offset (select count(*) / 2 from tickets
      where tenant_id = ${vendor} and status not in ('resolved', 'closed')) limit 1`;
  return row?.cursor ?? '';
}

/** Sequential scans of large tables so far. */
async function wholeReads(sql: Sql): Promise<Map<string, number>> {
  // what the server's connections have counted is told once a second
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const rows = await sql<{ name: string; scans: number }[]>`
    select relname as name, seq_scan::int as scans from pg_stat_user_tables
    where n_live_tup > ${large}`;
  return new Map(rows.map(({ name, scans }) => [name, scans]));
}
