import pino from 'pino';
import type { Sql } from 'postgres';
import type { Deps } from '#server/deps.ts';
import { connect } from '#server/db/connect.ts';
import { createAlarm } from '#server/jobs/alarm.ts';
import { listenForWakes } from '#server/jobs/listen-for-wakes.ts';
import { placeInQueue } from '#server/features/life/ticket-columns.ts';
import { timerHandlers } from '#server/jobs/timer-handlers.ts';
import { runTimerWorker } from '#server/jobs/timer-worker.ts';
import { wakeChannel } from '#server/jobs/wake.ts';
import type { LifeState } from '#server/policy/life/life-state.ts';
import { copyRows, readRows, type TextRow } from '#test/bench/scale/copy-rows.ts';

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

const kind = 'first_response.due';
const workers = 4;

/**
 * Opens tickets of one vendor by COPY, each with a first response that comes due, and lets four workers
 * with connections of their own fire them: a breach is written into each ticket and into the one log
 * of the vendor.
 *
 * @param spreadMs over how long they come; 0: all are due at once
 */
export async function measureTimers(
  deps: Deps,
  url: string,
  sql: Sql,
  count: number,
  spreadMs: number,
): Promise<Firing> {
  const run = `due${Date.now().toString(36)}`;
  const [template] = await readRows(
    sql,
    'tickets',
    `status = 'open' and id like 'tck%' and id not like 'tck_bench%'`,
  );
  if (!template) throw new Error('nothing to fill with');
  const [highest] = await sql`select max(number) as n from tickets`;
  await sql.unsafe('truncate timers');
  // armed before the first comes, so that none is late by the arming
  const begin = Date.now() + (spreadMs > 0 ? 15_000 + count / 5 : -1_000);
  const dueAt = (place: number) => begin + Math.floor((place / count) * spreadMs);
  await copyRows(sql, 'tickets', Object.keys(template), rows(template));
  await copyRows(
    sql,
    'timers',
    ['tenant_id', 'subject_id', 'kind', 'due_at', 'fire_at', 'state'],
    armed(template['tenant_id'] ?? ''),
  );
  await sql.unsafe('analyze timers, tickets');
  if (spreadMs > 0 && Date.now() > begin) throw new Error('arming took longer than expected');

  const stop = new AbortController();
  const started = Date.now();
  const running = Array.from({ length: workers }, () => work(deps, url, stop.signal));
  await allFired(sql, started + spreadMs + 180_000);
  stop.abort();
  await Promise.all(running);
  const [told] = await sql.unsafe<Firing[]>(
    `select count(*)::int as fired, (count(*) - count(distinct e.ticket_id))::int as twice,
      percentile_disc(0.5) within group (order by late) as "p50Ms",
      percentile_disc(0.99) within group (order by late) as "p99Ms", max(late) as "maxMs",
      extract(epoch from max(e.at))::float8 as seconds
    from ticket_events e
    join timers t on t.tenant_id = e.tenant_id and t.subject_id = e.ticket_id and t.kind = '${kind}',
    lateral (select extract(epoch from e.at - t.due_at)::float8 * 1000 as late) l
    where e.kind = 'due_breached' and e.ticket_id like '${run}_%'`,
  );
  if (!told) throw new Error('nothing was measured');
  return { ...told, seconds: told.seconds - Math.max(begin, started) / 1000 };

  function* rows(ticket: TextRow) {
    const life = JSON.parse(ticket['life'] ?? '{}') as LifeState;
    const clock = life.clocks.first_response;
    const pack = deps.policies.inForce(ticket['tenant_id'] ?? '', Date.now())?.pack;
    if (!clock || !pack) throw new Error('nothing to fill with');
    const facts = { plan: null, createdAt: Date.parse(ticket['created_at'] ?? '') };
    for (let place = 0; place < count; place += 1) {
      const first = { ...clock, dueAt: dueAt(place), warnAt: null };
      const lived = { ...life, clocks: { first_response: first } };
      yield {
        ...ticket,
        id: `${run}_${place}`,
        number: String(Number(highest?.['n']) + 1 + place),
        due_at: new Date(dueAt(place)).toISOString(),
        queue_key: placeInQueue(pack, lived, facts),
        life: JSON.stringify(lived),
      };
    }
  }

  function* armed(tenant_id: string) {
    for (let place = 0; place < count; place += 1) {
      const at = new Date(dueAt(place)).toISOString();
      const subject_id = `${run}_${place}`;
      yield { tenant_id, subject_id, kind, due_at: at, fire_at: at, state: 'armed' };
    }
  }
}

async function work(deps: Deps, url: string, signal: AbortSignal): Promise<void> {
  const { db, close } = connect({ url, poolSize: 2 });
  const alarm = createAlarm();
  const listener = listenForWakes(url, { [wakeChannel]: alarm.ring });
  const own = { ...deps, db, now: Date.now, log: pino({ level: 'error' }) };
  await runTimerWorker(
    { ...own, handlers: timerHandlers(own), batchSize: deps.config.TIMER_BATCH },
    alarm,
    signal,
  );
  await listener.close();
  await close();
}

async function allFired(sql: Sql, until: number): Promise<void> {
  for (;;) {
    const [left] = await sql`select exists (select from timers where state = 'armed') as some`;
    if (!left?.['some'] || Date.now() > until) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
