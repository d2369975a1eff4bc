import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { announcements } from '#server/features/announcements/announcements.table.ts';
import { meetings } from '#server/features/meetings/meetings.table.ts';
import { messages } from '#server/features/messages/messages.table.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/** Letters with the ticket and the words they are made of; the caller says of which tenant. */
export const selectLetters = (db: Database) =>
  db
    .select({
      entry: outbox,
      ticket: tickets,
      said: messages.text,
      meeting: meetings,
      announced: announcements,
      requester: requesters,
    })
    .from(outbox)
    .leftJoin(tickets, and(eq(tickets.tenantId, outbox.tenantId), eq(tickets.id, outbox.ticketId)))
    .leftJoin(
      requesters,
      and(eq(requesters.tenantId, outbox.tenantId), eq(requesters.id, tickets.requesterId)),
    )
    .leftJoin(
      messages,
      and(eq(messages.tenantId, outbox.tenantId), eq(messages.id, outbox.messageId)),
    )
    .leftJoin(
      meetings,
      and(
        eq(meetings.tenantId, outbox.tenantId),
        eq(meetings.id, sql`${outbox.params} ->> 'meeting'`),
      ),
    )
    .leftJoin(
      announcements,
      and(
        eq(announcements.tenantId, outbox.tenantId),
        eq(announcements.id, sql`${outbox.params}->>'announcement'`),
      ),
    );

/** A letter and all that its words are made of. */
export type LetterSource = Awaited<ReturnType<typeof selectLetters>>[number];
