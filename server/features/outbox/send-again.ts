import { and, eq, ne, not, type SQL } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { markLetterSeen } from '#server/features/agent-notices/agent-notices.repository.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { selectLetters } from '#server/features/outbox/select-letters.ts';

/**
 * Lets a letter that was given up be tried from the beginning, as the same mail; one that is under way
 * already stays so. An erased one has no address any more.
 *
 * Fails with `letter.not_found` or `letter.not_failed`.
 *
 * @param hidden tickets whose letters are not found; see `hiddenTickets`
 */
export async function sendAgain(
  deps: Pick<Deps, 'db' | 'now'>,
  { tenantId, id }: { readonly tenantId: string; readonly id: number },
  hidden?: SQL,
): Promise<Result<void, Problem>> {
  return transact<void>(deps.db, async (tx) => {
    const place = and(eq(outbox.tenantId, tenantId), eq(outbox.id, id));
    const [found] = await selectLetters(tx)
      .where(and(place, hidden && not(hidden)))
      .for('update', { of: outbox });
    if (!found) return fail({ code: 'letter.not_found' });
    if (found.entry.state === 'waiting') return succeed(undefined);
    const again = await tx
      .update(outbox)
      .set({ state: 'waiting', attempts: 0, tryAt: null, lastError: null })
      .where(and(place, eq(outbox.state, 'failed'), ne(outbox.recipient, '')))
      .returning({ id: outbox.id });
    if (again.length === 0) return fail({ code: 'letter.not_failed' });
    await markLetterSeen(tx, tenantId, id, new Date(deps.now()));
    return succeed(undefined);
  });
}
