import { and, desc, eq, lt, not, type SQL } from 'drizzle-orm';
import { noticeObstacle, type OutboxList } from '#shared/wire/outbox.ts';
import type { Deps } from '#server/deps.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { renderLetter } from '#server/features/outbox/render-letter.ts';
import { sendsLetters } from '#server/features/outbox/mail-settings.ts';
import { pageOf } from '#server/http/page.ts';
import { selectLetters } from '#server/features/outbox/select-letters.ts';

/**
 * A page of one desk's letters, newest first, as they read; a link that speaks for its reader is left out.
 *
 * @param hidden tickets whose letters are left out; see `hiddenTickets`
 */
export async function listOutbox(
  deps: Deps,
  tenantId: string,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
  hidden?: SQL,
): Promise<OutboxList> {
  const found = await selectLetters(deps.db)
    .where(
      and(
        eq(outbox.tenantId, tenantId),
        before === undefined ? undefined : lt(outbox.id, before),
        hidden && not(hidden),
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ entry }) => String(entry.id));
  return {
    sending: sendsLetters(deps.config),
    rows: rows.flatMap((row) => {
      const { entry, ticket } = row;
      const rendered = renderLetter(deps, row, () => '…');
      if (!rendered) return [];
      const { policy, letter } = rendered;
      const why = noticeObstacle.safeParse(entry.lastError);
      return {
        id: String(entry.id),
        kind: entry.kind,
        to: entry.recipient,
        ticketNumber: ticket ? shownNumber(policy.pack, ticket.number) : '',
        createdAt: entry.createdAt.toISOString(),
        state: entry.state,
        via: entry.via,
        ...(why.success && { why: why.data }),
        subject: letter.subject,
        text: letter.text,
        ...(letter.calendar === undefined ? {} : { calendar: letter.calendar }),
      };
    }),
    next,
  };
}
