import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { lettersOfPerson, type LettersOf } from '#server/features/outbox/letters-of-person.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';

const unsent = sql`case when ${outbox.state} = 'waiting' then 'held' else ${outbox.state} end`;

/** Takes one person's addresses off the letters beside tickets; what still waits is never sent. */
export async function eraseLettersOfPerson(tx: Transaction, whose: LettersOf): Promise<void> {
  await tx
    .update(outbox)
    .set({ recipient: '', params: {}, state: unsent })
    .where(lettersOfPerson(whose));
}

/** Takes the addresses off a ticket's letters; what still waits is never sent. */
export async function eraseLetters(
  tx: Transaction,
  tenantId: string,
  ticketId: string,
): Promise<void> {
  await tx
    .update(outbox)
    .set({ recipient: '', params: {}, state: unsent })
    .where(and(eq(outbox.tenantId, tenantId), eq(outbox.ticketId, ticketId)));
}
