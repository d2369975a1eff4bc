import { expect, test } from 'vitest';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { lockTicket } from '#server/features/tickets/lock-ticket.ts';
import { requesterApi } from '#test/support/api.ts';
import { testDatabase } from '#test/support/database.ts';
import { testServer } from '#test/support/server.ts';

test('who logs an event of a ticket without its lock and who holds the lock do not wait for each other', async () => {
  const database = await testDatabase();
  const server = await testServer(database);
  const { id: ticketId } = await requesterApi(server).open();
  const event = {
    ticketId,
    kind: 'guest_visited',
    at: new Date(),
    actor: { kind: 'system', id: null },
  } as const;
  const append = (tx: Parameters<typeof appendEvents>[0]) => appendEvents(tx, 'modme', [event]);

  const both = database.db.transaction(async (tx) => {
    const locked = await lockTicket(tx, { tenantId: 'modme', ticketId });
    // its row in the log points at the ticket that is locked here
    await database.db.transaction(append);
    await append(tx);
    return locked.ok;
  });
  const late = new Promise((resolve) => setTimeout(resolve, 5000, 'they wait for each other'));

  expect(await Promise.race([both, late])).toBe(true);
  await both;
  await server.close();
  await database.drop();
});
