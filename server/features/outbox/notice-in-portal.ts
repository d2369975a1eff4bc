import { and, eq } from 'drizzle-orm';
import type { NoticeObstacle } from '#shared/vocabulary.ts';
import type { Transaction } from '#server/db/connect.ts';
import { outbox, type OutboxEntry } from '#server/features/outbox/outbox.table.ts';
import { putLetters } from '#server/features/outbox/put-letters.ts';
import {
  findPersonAtHome,
  type PersonAtHome,
} from '#server/features/portals/portal-people.repository.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

/** How long one server has a notice to itself, milliseconds. */
export const noticeLeaseMs = 30_000;

/**
 * Puts a notice to the ticket's requester into the outbox, where they came from a portal. A ticket has one notice
 * that waits: a newer one takes its place, and goes once nobody can be sending the one before. What cannot
 * be said in the portal is kept as not tried, with the reason.
 */
export async function noticeInPortal(
  tx: Transaction,
  { tenantId, id: ticketId, requesterId }: Pick<TicketRow, 'tenantId' | 'id' | 'requesterId'>,
  told: Pick<OutboxEntry, 'kind' | 'messageId' | 'locale' | 'params'>,
  at: Date,
): Promise<void> {
  const person = await findPersonAtHome(tx, tenantId, requesterId);
  if (!person) return;
  const replaced = await tx
    .update(outbox)
    .set({ state: 'held', lastError: 'replaced' satisfies NoticeObstacle })
    .where(
      and(
        eq(outbox.tenantId, tenantId),
        eq(outbox.ticketId, ticketId),
        eq(outbox.via, 'portal'),
        eq(outbox.state, 'waiting'),
      ),
    )
    .returning({ tryAt: outbox.tryAt });
  const busyUntil = Math.max(0, ...replaced.map(({ tryAt }) => tryAt?.getTime() ?? 0));
  const obstacle = obstacleOf(person);
  const notice = {
    ...told,
    tenantId,
    ticketId,
    via: 'portal' as const,
    recipient: `${person.portal.domain}/company/personal/user/${person.userId}/`,
    tryAt: busyUntil ? new Date(Math.min(busyUntil, at.getTime() + noticeLeaseMs)) : null,
    ...(obstacle && { state: 'held' as const, lastError: obstacle }),
  };
  await putLetters(tx, [notice], at);
}

/** Why a portal is not asked to tell somebody anything; undefined where it is. */
export function obstacleOf({ portal }: PersonAtHome): NoticeObstacle | undefined {
  if (portal.uninstalledAt !== null || portal.restUrl === null) return 'uninstalled';
  return portal.scopes.includes('im') ? undefined : 'no_scope';
}
