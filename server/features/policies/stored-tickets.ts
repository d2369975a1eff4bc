import { and, asc, count, eq, gt, gte, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { attachments } from '#server/features/attachments/attachments.table.ts';
import { messages } from '#server/features/messages/messages.table.ts';
import { contractsOnRecord } from '#server/features/organisations/contracts-on-record.ts';
import { requesters, type RequesterRow } from '#server/features/requesters/requesters.table.ts';
import { decisionInForce } from '#server/features/tickets/decision-in-force.ts';
import { ownReceipt } from '#server/features/tickets/own-receipt.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';
import type { StoredTicket } from '#server/policy/edition/simulate-question.ts';
import { type Policy, vendorDate } from '#server/policy/packs.ts';

/** Which tickets are meant: received from `since` on and before `until`. */
export interface StoredPeriod {
  readonly since: Date;
  readonly until: Date;
}

const pageSize = 1000;

/**
 * The stored tickets of a vendor in the order of their numbers, a page at a time, with what they were
 * decided by. Which questions were answered is read, and not what people wrote. Incidents of the watch
 * are left out: nobody asked, and no edition decides whether they are taken.
 */
export async function* storedTickets(
  db: Database,
  policy: Policy,
  period: StoredPeriod,
): AsyncGenerator<StoredTicket[]> {
  const tenantId = policy.pack.vendor;
  let page = await pageAfter(db, tenantId, period, 0);
  while (page.length > 0) {
    const files = await countFiles(db, tenantId, page);
    const contractOf = await contractsOnRecord(
      db,
      tenantId,
      page.map(({ requester }) => requester),
    );
    yield page.map(({ ticket, requester, messageId, answered }) => ({
      number: ticket.number,
      receivedAt: ownReceipt(ticket),
      arrival: ticket.decisionOnArrival ? 'channel' : 'widget',
      category: ticket.category,
      answered: [...answered, ...vouchedFields(requester)],
      attachments: files.get(messageId) ?? 0,
      plan: ticket.plan,
      region: requester.region,
      requesterCategory: requester.category,
      contract: contractOf(requester, vendorDate(policy, ownReceipt(ticket))),
      decision: decisionInForce(ticket),
      respondedAt: ticket.firstRespondedAt?.getTime() ?? null,
    }));
    const last = page.at(-1)?.ticket.number ?? 0;
    page = page.length < pageSize ? [] : await pageAfter(db, tenantId, period, last);
  }
}

const receivedAt = sql`coalesce(${tickets.receivedAt}, ${tickets.createdAt})`;

/** The tickets are taken first, by their index: joined before, each page would read all that follow. */
function pageAfter(db: Database, tenantId: string, { since, until }: StoredPeriod, number: number) {
  const page = db
    .select({
      id: tickets.id,
      requesterId: tickets.requesterId,
      number: tickets.number,
      category: tickets.category,
      plan: tickets.plan,
      createdAt: tickets.createdAt,
      receivedAt: tickets.receivedAt,
      firstRespondedAt: tickets.firstRespondedAt,
      decision: tickets.decision,
      decisionOnArrival: tickets.decisionOnArrival,
      promiseRecounted: tickets.promiseRecounted,
      life: tickets.life,
    })
    .from(tickets)
    .where(
      and(
        eq(tickets.tenantId, tenantId),
        ne(tickets.channel, 'monitoring'),
        gt(tickets.number, number),
        gte(receivedAt, since.toISOString()),
        lt(receivedAt, until.toISOString()),
      ),
    )
    .orderBy(asc(tickets.number))
    .limit(pageSize)
    .as('page');
  return db
    .select({
      ticket: {
        number: page.number,
        category: page.category,
        plan: page.plan,
        createdAt: page.createdAt,
        receivedAt: page.receivedAt,
        firstRespondedAt: page.firstRespondedAt,
        decision: page.decision,
        decisionOnArrival: page.decisionOnArrival,
        promiseRecounted: page.promiseRecounted,
        life: page.life,
      },
      requester: {
        identity: requesters.identity,
        name: requesters.name,
        phone: requesters.phone,
        email: requesters.email,
        organisation: requesters.organisation,
        position: requesters.position,
        contract: requesters.contract,
        category: requesters.category,
        region: requesters.region,
      },
      messageId: messages.id,
      answered: sql<string[]>`array(select json_object_keys(${messages.answers}))`,
    })
    .from(page)
    .innerJoin(
      requesters,
      and(eq(requesters.tenantId, tenantId), eq(requesters.id, page.requesterId)),
    )
    .innerJoin(
      messages,
      and(
        eq(messages.tenantId, tenantId),
        eq(messages.ticketId, page.id),
        eq(messages.kind, 'request'),
      ),
    )
    .orderBy(asc(page.number));
}

/** Files by the request they came with. */
async function countFiles(
  db: Database,
  tenantId: string,
  page: readonly { readonly messageId: string }[],
): Promise<ReadonlyMap<string | null, number>> {
  const ids = page.map(({ messageId }) => messageId);
  const counted = await db
    .select({ messageId: attachments.messageId, amount: count() })
    .from(attachments)
    .where(and(eq(attachments.tenantId, tenantId), inArray(attachments.messageId, ids)))
    .groupBy(attachments.messageId);
  return new Map(counted.map(({ messageId, amount }) => [messageId, amount]));
}

/** Fields of the form that a signed identity answers. */
function vouchedFields({
  identity,
  contract: contractNumber,
  ...row
}: Pick<
  RequesterRow,
  'identity' | 'name' | 'phone' | 'email' | 'organisation' | 'position' | 'contract'
>): string[] {
  if (identity !== 'token') return [];
  const { name, phone, email, organisation, position } = row;
  return Object.entries({ name, phone, email, organisation, position, contractNumber }).flatMap(
    ([field, value]) => (value ? [field] : []),
  );
}
