import { and, eq } from 'drizzle-orm';
import type { Locale } from '#shared/vocabulary.ts';
import type { Decision } from '#shared/wire/decision.ts';
import type { Database } from '#server/db/connect.ts';
import { isPlainAddress } from '#server/features/outbox/plain-address.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import { addressIn, bridgeOf } from '#server/policy/pack/official-channels.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/**
 * The mailbox that a prepared request is sent to in its requester's name, where mail is its official channel
 * and they say how they can be answered. Null where they have to write themselves.
 */
export function handOverTo(
  { channels }: Pick<PolicyPack, 'channels'>,
  { route }: Pick<Decision, 'route'>,
  email: string | null,
  locale: Locale,
): string | null {
  if (route.kind !== 'bridge' || route.channel !== 'mail') return null;
  const target = bridgeOf(channels, 'mail');
  return target && email !== null && isPlainAddress(email) ? addressIn(target, locale) : null;
}

/** Where a letter is answered that has gone to the official channel in a requester's name, or is on its way. */
export async function answerTo(
  db: Database,
  { tenantId, id, requesterId }: Pick<TicketRow, 'tenantId' | 'id' | 'requesterId'>,
): Promise<string | null> {
  const [letter] = await db
    .select({ state: outbox.state, email: requesters.email })
    .from(outbox)
    .innerJoin(
      requesters,
      and(eq(requesters.tenantId, outbox.tenantId), eq(requesters.id, requesterId)),
    )
    .where(
      and(
        eq(outbox.tenantId, tenantId),
        eq(outbox.ticketId, id),
        eq(outbox.kind, 'request_handed_over'),
      ),
    );
  return letter?.state === 'waiting' || letter?.state === 'sent' ? letter.email : null;
}
