import { and, asc, eq, inArray, isNotNull, ne, type SQL } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { RequesterExport } from '#shared/wire/personal-data.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Database } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { articleUsesTable } from '#server/features/articles/articles.table.ts';
import { attachments } from '#server/features/attachments/attachments.table.ts';
import {
  contactsOf,
  lettersOf,
  opinionsOf,
  proofsOf,
  uploadsOf,
} from '#server/features/erasure/exported-beside.ts';
import { exportedTicket } from '#server/features/erasure/exported-ticket.ts';
import type { PersonPlace } from '#server/features/erasure/erase-person.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { meetings } from '#server/features/meetings/meetings.table.ts';
import { messages } from '#server/features/messages/messages.table.ts';
import { orders } from '#server/features/orders/orders.table.ts';
import { findRequester } from '#server/features/requesters/requesters.repository.ts';
import type { RequesterRow } from '#server/features/requesters/requesters.table.ts';
import { someHidden } from '#server/features/tickets/hidden-tickets.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/**
 * Everything that is kept about one person, for them: who they are, their words and files, contacts and
 * opinions; not what the desk notes for itself. That it was read is an event of the log.
 *
 * Fails with `requester.not_found`, or with `tickets.hidden` for whoever may not see all of it.
 *
 * @param hidden see `hiddenTickets`
 */
export async function exportRequester(
  deps: Pick<Deps, 'db' | 'policies' | 'publicUrl' | 'now'>,
  whose: PersonPlace,
  agent: Agent,
  hidden?: SQL,
): Promise<Result<RequesterExport, Problem>> {
  const { tenantId, requesterId } = whose;
  const at = new Date(deps.now());
  return transact<RequesterExport>(deps.db, async (tx) => {
    const person = await findRequester(tx, tenantId, requesterId);
    if (!person) return fail({ code: 'requester.not_found' });
    const theirs = and(eq(tickets.tenantId, tenantId), eq(tickets.requesterId, requesterId));
    if (await someHidden(tx, theirs, hidden)) return fail({ code: 'tickets.hidden' });
    const told = await ticketsOf(tx, deps, tenantId, theirs);
    const exported: RequesterExport = {
      vendor: tenantId,
      exportedAt: at.toISOString(),
      requester: cardOf(person),
      tickets: told,
      contacts: await contactsOf(tx, whose),
      opinions: await opinionsOf(tx, whose),
      uploads: await uploadsOf(tx, whose),
      proofs: await proofsOf(tx, whose),
      letters: await lettersOf(tx, { ...whose, email: person.email }, told),
    };
    await appendEvents(tx, tenantId, [
      {
        ticketId: null,
        kind: 'data_exported',
        at,
        actor: agentActor(agent),
        params: { requester: requesterId, tickets: exported.tickets.length },
      },
    ]);
    return succeed(exported);
  });
}

async function ticketsOf(
  db: Database,
  deps: Pick<Deps, 'policies' | 'publicUrl'>,
  tenantId: string,
  theirs: SQL | undefined,
): Promise<RequesterExport['tickets']> {
  const rows = await db.select().from(tickets).where(theirs).orderBy(asc(tickets.number));
  const ids = rows.map(({ id }) => id);
  const said = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.tenantId, tenantId),
        inArray(messages.ticketId, ids),
        ne(messages.kind, 'note'),
      ),
    )
    .orderBy(asc(messages.createdAt), asc(messages.id));
  const sent = await db
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.tenantId, tenantId),
        inArray(attachments.ticketId, ids),
        isNotNull(attachments.messageId),
      ),
    );
  const met = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.tenantId, tenantId), inArray(meetings.ticketId, ids)));
  const read = await db
    .select()
    .from(articleUsesTable)
    .where(and(eq(articleUsesTable.tenantId, tenantId), inArray(articleUsesTable.ticketId, ids)))
    .orderBy(asc(articleUsesTable.at), asc(articleUsesTable.use));
  const ordered = await db
    .select()
    .from(orders)
    .where(and(eq(orders.tenantId, tenantId), inArray(orders.ticketId, ids)))
    .orderBy(asc(orders.proposedAt), asc(orders.id));
  return rows.map((row) => exportedTicket(deps, row, { said, sent, met, read, ordered }));
}

const cardOf = (person: RequesterRow): RequesterExport['requester'] => ({
  id: person.id,
  name: person.name,
  email: person.email,
  phone: person.phone,
  organisation: person.organisation,
  position: person.position,
  contract: person.contract,
  region: person.region,
  timezone: person.timezone,
  locale: person.locale,
});
