import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { TicketReceipt } from '#shared/wire/ticket.ts';
import type { Deps } from '#server/deps.ts';
import type { Submission } from '#server/features/tickets/draft-ticket.ts';
import { answerTo } from '#server/features/tickets/hand-over.ts';
import { presentReceipt } from '#server/features/tickets/present-receipt.ts';
import { findIdempotencyKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { readReceipt } from '#server/features/tickets/sign-receipt.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/**
 * The receipt that an earlier submission with this key got, as it was then: what happened to the
 * ticket since does not change it. Undefined when the key is new.
 */
export async function findReplay(
  deps: Deps,
  tenantId: string,
  { sender, key, requestHash }: Submission,
): Promise<Result<TicketReceipt, Problem> | undefined> {
  const known = await findIdempotencyKey(deps.db, tenantId, sender, key);
  if (!known) return undefined;
  if (known.requestHash !== requestHash) return fail({ code: 'idempotency_key.reused' });
  const [ticket] = await deps.db
    .select()
    .from(tickets)
    .where(and(eq(tickets.tenantId, tenantId), eq(tickets.id, known.ticketId)));
  const policy = ticket && deps.policies.edition(tenantId, ticket.edition);
  if (!policy) return undefined;
  const bridged = ticket.bridgeCode !== null;
  const receipt = presentReceipt(policy.pack, {
    ...ticket,
    ticketId: ticket.id,
    status: bridged ? 'awaiting_channel' : 'open',
    createdAt: ticket.createdAt.toISOString(),
    receivedAt: bridged ? null : ticket.createdAt.toISOString(),
    answerTo: bridged ? await answerTo(deps.db, ticket) : null,
  });
  return succeed({ ...receipt, logReceipt: await readReceipt(deps, tenantId, ticket.id) });
}
