import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Transaction } from '#server/db/connect.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { lockTicket } from '#server/features/tickets/lock-ticket.ts';
import { errorRequest, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const tenantId = 'modme';
const log = (tx: Transaction, ticketId: string) =>
  appendEvents(tx, tenantId, [
    { ticketId, kind: 'noted', at: new Date(), actor: { kind: 'system', id: null } },
  ]);
/** Fails instead of waiting, well before the database looks for a deadlock. */
const impatient = (tx: Transaction) => tx.execute(sql`set local lock_timeout = '500ms'`);

test('an event of a ticket that somebody holds is written without waiting for it', async () => {
  const ticketId = (await requesterApi(server).open(errorRequest)).id;

  await database.db.transaction(async (holder) => {
    await lockTicket(holder, { tenantId, ticketId });
    await database.db.transaction(async (other) => {
      await impatient(other);
      await log(other, ticketId);
    });
    await impatient(holder);
    await log(holder, ticketId);
  });

  const [logged] = await database.client.unsafe(
    `select count(*)::int as amount from ticket_events where kind = 'noted' and ticket_id = $1`,
    [ticketId],
  );
  expect(logged).toEqual({ amount: 2 });
});

test('a request that waits for its requester does not hold the log', async () => {
  const requester = requesterApi(server);
  const ticketId = (await requester.open(errorRequest)).id;

  const opening = await database.db.transaction(async (holder) => {
    await holder.execute(sql`
      update requesters set name = name
      where (tenant_id, id) = (select tenant_id, requester_id from tickets where id = ${ticketId})`);
    const opened = requester.open(errorRequest);
    await vi.waitFor(async () => {
      const [waiting] = await database.client.unsafe(
        `select count(*)::int as amount from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(waiting).toEqual({ amount: 1 });
    });
    await impatient(holder);
    await log(holder, ticketId);
    return { opened };
  });

  expect((await opening.opened).id).not.toBe(ticketId);
});
