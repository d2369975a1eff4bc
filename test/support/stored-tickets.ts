import { tickets } from '#server/features/tickets/tickets.table.ts';
import { messages } from '#server/features/messages/messages.table.ts';
import { contracts, organisations } from '#server/features/organisations/organisations.table.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';
import type { Database } from '#server/db/connect.ts';
import { ticketColumns } from '#server/features/life/ticket-columns.ts';
import { evolve } from '#server/policy/life/evolve.ts';
import { openedEvent } from '#server/policy/life/open-life.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { Policy } from '#server/policy/packs.ts';
import type { Question } from '#server/policy/decision/question.ts';

const hourMs = 3_600_000;
const batchSize = 500;

/** Every third writes with a contract, every third had one that ended, the others nobody knows. */
const standings = ['entitled', 'lapsed', 'unknown'] as const;

export interface StoredTicketsWanted {
  readonly count: number;
  /** Receipt of the first, epoch milliseconds; further ones follow every 47 minutes. */
  readonly from: number;
}

/**
 * Fills a database with tickets that this edition decided, over all categories, hours and standings;
 * two of three were answered, five working or closed hours after the receipt.
 */
export async function storeTickets(
  db: Database,
  policy: Policy,
  { count, from }: StoredTicketsWanted,
): Promise<void> {
  const { vendor: tenantId } = policy.pack;
  await db.insert(organisations).values([
    { tenantId, id: 'org-1', name: 'Current' },
    { tenantId, id: 'org-2', name: 'Former' },
  ]);
  await db.insert(contracts).values([
    { tenantId, number: 'C-1', organisationId: 'org-1', validFrom: '2020-01-01', plan: 'standard' },
    {
      tenantId,
      number: 'C-2',
      organisationId: 'org-2',
      validFrom: '2020-01-01',
      validUntil: '2020-12-31',
    },
  ]);
  await db.insert(requesters).values(
    standings.map((standing, index) => ({
      tenantId,
      id: `rqr_${standing}`,
      identity: standing === 'unknown' ? ('device' as const) : ('token' as const),
      emailVerified: false,
      name: 'Requester',
      contract: standing === 'unknown' ? null : `C-${index + 1}`,
      locale: 'ru' as const,
      updatedAt: new Date(from),
    })),
  );
  for (let start = 0; start < count; start += batchSize) {
    const length = Math.min(batchSize, count - start);
    const rows = Array.from({ length }, (_, index) => ticketOf(policy, from, start + index));
    await db.insert(tickets).values(rows.map(({ ticket }) => ticket));
    await db.insert(messages).values(rows.map(({ message }) => message));
  }
}

function ticketOf(policy: Policy, from: number, index: number) {
  const { pack } = policy;
  const { vendor: tenantId } = pack;
  const standing = standings[index % standings.length] ?? 'unknown';
  const receivedAt = from + index * 47 * 60_000;
  const category = pack.intake.categories[index % pack.intake.categories.length]?.id ?? '';
  const fields = pack.intake.fields.filter(
    ({ kind, categories }) => kind !== 'attachment' && (categories?.includes(category) ?? true),
  );
  const answers = Object.fromEntries(
    fields.filter((_field, place) => place !== index % 5).map(({ id }) => [id, 'Текст']),
  );
  const decision = decisionOf(policy, {
    receivedAt,
    arrival: 'widget',
    category,
    answered: new Set([
      ...Object.keys(answers),
      ...(standing === 'unknown' ? [] : ['name', 'contractNumber']),
    ]),
    attachments: 0,
    requester: requesterOf(standing),
  });
  const received = new Date(receivedAt);
  const answered = index % 3 === 2 ? null : new Date(receivedAt + 5 * hourMs);
  const opened = evolve(
    null,
    openedEvent(policy, decision, {
      category,
      severity: 'normal',
      digest: 'x'.repeat(64),
      receivedAt: received.toISOString(),
    }),
    receivedAt,
  );
  const life = answered
    ? evolve(opened, { kind: 'first_responded', params: { by: 'answer' } }, answered.getTime())
    : opened;
  const ids = { tenantId, ticketId: `tck_${index}` };
  return {
    ticket: {
      tenantId,
      id: ids.ticketId,
      number: index + 1,
      category,
      channel: 'widget' as const,
      subject: 'Обращение',
      requesterId: `rqr_${standing}`,
      plan: standing === 'entitled' ? 'standard' : null,
      locale: 'ru' as const,
      edition: pack.edition,
      decision,
      createdAt: received,
      updatedAt: received,
      life,
      ...ticketColumns(policy, pack, life, { plan: null, createdAt: receivedAt }),
      version: 1,
    },
    message: {
      ...ids,
      id: `msg_${index}`,
      kind: 'request' as const,
      authorKind: 'requester' as const,
      authorId: `rqr_${standing}`,
      text: 'Текст',
      answers,
      createdAt: received,
    },
  };
}

const contractFacts = {
  entitled: { validFrom: '2020-01-01', plan: 'standard' },
  lapsed: { validFrom: '2020-01-01', validUntil: '2020-12-31' },
} as const;

const requesterOf = (standing: (typeof standings)[number]): Question['requester'] =>
  standing === 'unknown'
    ? { proven: false, entitlement: null }
    : { proven: true, entitlement: contractFacts[standing] };
