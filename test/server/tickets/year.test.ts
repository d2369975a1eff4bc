import { asc, eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { readBody } from '#server/features/event-log/event-body.ts';
import { ticketEvents } from '#server/features/event-log/ticket-events.table.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { tickets as ticketTable } from '#server/features/tickets/tickets.table.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { readLog, type ReadEvent } from '#test/support/life/log-reader.ts';
import { simulateYear } from '#test/support/life/simulated-year.ts';
import { yearOnServer } from '#test/support/life/year-on-server.ts';
import { readYear } from '#test/support/life/year-report.ts';
import { packFiles, policyOf } from '#test/support/policies.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const seed = Number(process.env['YEAR_SEED'] ?? 20_260_112);
const tickets = Number(process.env['YEAR_STORED'] ?? 25);
let database: TestDatabase;
let server: TestServer;

afterEach(async () => {
  await server.close();
  await database.drop();
});

describe(`a year of ${tickets} tickets through the database, seed ${seed}`, () => {
  test.each(packFiles.map((file) => file.split('.')[0] ?? ''))(
    '%s: rows, what runs and the chain say what a reader of the log finds',
    async (vendor) => {
      const policy = policyOf(vendor);
      const clock = { now: Date.UTC(2026, 0, 11) };
      database = await testDatabase();
      server = await testServer(database, { now: () => clock.now });
      const world = await yearOnServer(server, policy, clock);
      const { end, done, refused } = await simulateYear(world, policy, { seed, tickets });

      const rows = await storedOf(vendor);
      const report = readYear(policy, rows, end);
      expect(report.tickets).toBe(tickets);
      expect(done).toBeGreaterThan(tickets);
      for (const { row, log, armed } of rows) {
        const read = readLog(log);
        expect({
          status: row.status,
          outcome: row.outcome,
          endedAt: row.resolvedAt?.getTime() ?? null,
          firstResponseAt: row.firstRespondedAt?.getTime() ?? null,
          dueAt: row.dueAt?.getTime() ?? null,
        }).toEqual({
          status: read.status,
          outcome: read.outcome,
          endedAt: read.endedAt,
          firstResponseAt: read.firstResponseAt,
          dueAt: runningDue(read.waits.first_response?.at(-1)),
        });
        const running = Object.entries(read.waits).flatMap(([kind, waits]) => {
          const last = waits.at(-1);
          const runs = last && last.until === null && last.breachedAt === null;
          return runs && last.brokenFrom !== null ? [`${kind}.due ${last.brokenFrom}`] : [];
        });
        expect(armed.filter((timer) => timer.includes('.due ')).sort()).toEqual(running.sort());
      }
      const chain = await verifyChain(database.db, vendor);
      expect(chain.brokenAt).toBeNull();
      expect(chain.events).toBeGreaterThanOrEqual(report.events);
      if (process.env['YEAR_STORED']) console.log(vendor, { ...report, done, refused });
    },
    Math.max(60_000, tickets * 2_000),
  );
});

const runningDue = (wait: { until: number | null; dueAt: number | null } | undefined) =>
  wait && wait.until === null ? wait.dueAt : null;

/** Rows of a vendor with the log of each and what is armed for it. */
async function storedOf(vendor: string) {
  const { db, client } = database;
  const rows = await db.select().from(ticketTable).where(eq(ticketTable.tenantId, vendor));
  const events = await db
    .select()
    .from(ticketEvents)
    .where(eq(ticketEvents.tenantId, vendor))
    .orderBy(asc(ticketEvents.seq));
  const timers = await client.unsafe<{ subject: string; kind: string; at: Date }[]>(
    `select subject_id as subject, kind, due_at as at from timers
     where tenant_id = $1 and state = 'armed'`,
    [vendor],
  );
  return rows.map((row) => ({
    row,
    state: row.life,
    log: events
      .filter(({ ticketId }) => ticketId === row.id)
      .map(({ kind, at, body }) => {
        const { actor, params } = readBody(body);
        return { kind, params, at: at.getTime(), by: actor.kind } as ReadEvent;
      }),
    armed: timers
      .filter(({ subject }) => subject === row.id)
      .map(({ kind, at }) => `${kind} ${new Date(at).getTime()}`),
  }));
}
