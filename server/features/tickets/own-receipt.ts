import type { TicketRow } from '#server/features/tickets/tickets.table.ts';

/**
 * When the request itself was received, epoch milliseconds: what was promised to it is counted from
 * then, whatever was merged into it.
 */
export const ownReceipt = ({
  life,
  receivedAt,
  createdAt,
}: Pick<TicketRow, 'life' | 'receivedAt' | 'createdAt'>): number =>
  life.receipts?.find(({ of }) => of === null)?.receivedAt ?? (receivedAt ?? createdAt).getTime();
