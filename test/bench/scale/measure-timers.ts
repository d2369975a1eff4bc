import { sql as raw } from 'drizzle-orm';
import pino from 'pino';
import type { Sql } from 'postgres';
import { connect } from '#server/db/connect.ts';
import { createAlarm } from '#server/jobs/alarm.ts';
import { listenForWakes } from '#server/jobs/listen-for-wakes.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';
import { runTimerWorker } from '#server/jobs/timer-worker.ts';
import { copyRows } from '#test/bench/scale/copy-rows.ts';

export interface Firing {
  readonly fired: number;
  readonly twice: number;
  /** From the first deadline to the last effect, seconds. */
  readonly seconds: number;
  /** How much later than asked for, milliseconds. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

const kind = 'bench.due';
const workers = 4;

/** Its effect is a row with the instant; nothing keeps a second one out. */
const note: TimerHandler = async (tx, due) => {
  await tx.execute(raw`
    insert into bench_effects
    select "subjectId", extract(epoch from clock_timestamp() - "dueAt") * 1000, clock_timestamp()
    from json_to_recordset(${JSON.stringify(due)}::json) as e("subjectId" text, "dueAt" timestamptz)`);
};

/**
 * Arms deadlines by COPY and lets four workers with connections of their own fire them.
 *
 * @param spreadMs over how long they come; 0: all are due at once
 */
export async function measureTimers(
  url: string,
  sql: Sql,
  count: number,
  spreadMs: number,
): Promise<Firing> {
  await sql.unsafe(`truncate timers; drop table if exists bench_effects;
    create table bench_effects (subject_id text, late_ms float8, at timestamptz)`);
  // armed before the first comes, so that none is late by the arming
  const begin = Date.now() + (spreadMs > 0 ? 10_000 + count / 10 : -1_000);
  await copyRows(
    sql,
    'timers',
    ['tenant_id', 'subject_id', 'kind', 'due_at', 'fire_at', 'state'],
    (function* () {
      for (let place = 0; place < count; place += 1) {
        const at = new Date(begin + (place / count) * spreadMs).toISOString();
        yield row(`modme${place % 5}`, `t${place}`, at);
      }
    })(),
  );
  await sql.unsafe('analyze timers');
  if (spreadMs > 0 && Date.now() > begin) throw new Error('arming took longer than expected');
  const stop = new AbortController();
  const started = Date.now();
  const running = Array.from({ length: workers }, () => work(url, stop.signal));
  await allFired(sql, count, started + spreadMs + 120_000);
  stop.abort();
  await Promise.all(running);
  const [told] = await sql.unsafe<Firing[]>(`
    select count(*)::int as fired, (count(*) - count(distinct subject_id))::int as twice,
      percentile_disc(0.5) within group (order by late_ms) as "p50Ms",
      percentile_disc(0.99) within group (order by late_ms) as "p99Ms", max(late_ms) as "maxMs",
      extract(epoch from max(at))::float8 as seconds
    from bench_effects`);
  if (!told) throw new Error('nothing was measured');
  return { ...told, seconds: told.seconds - Math.max(begin, started) / 1000 };
}

const row = (tenant_id: string, subject_id: string, at: string) => ({
  tenant_id,
  subject_id,
  kind,
  due_at: at,
  fire_at: at,
  state: 'armed',
});

async function work(url: string, signal: AbortSignal): Promise<void> {
  const { db, close } = connect({ url, poolSize: 2 });
  const alarm = createAlarm();
  const listener = listenForWakes(url, alarm.ring);
  const log = pino({ level: 'error' });
  const deps = { db, now: Date.now, log, handlers: { [kind]: note }, batchSize: 100 };
  await runTimerWorker(deps, alarm, signal);
  await listener.close();
  await close();
}

async function allFired(sql: Sql, count: number, until: number): Promise<void> {
  for (;;) {
    const [done] = await sql`select count(*)::int as n from bench_effects`;
    if (done?.['n'] >= count || Date.now() > until) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
