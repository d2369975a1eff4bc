import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { lockFreeTickets } from '#server/features/life/lock-free-tickets.ts';
import { stepBySystem, type SystemDecision } from '#server/features/life/step-by-system.ts';
import type { ClaimedTimer } from '#server/jobs/timer-handler.ts';

/** A ticket's edition is not loaded, so that nobody can say what its regulation wants. */
class EditionUnknown extends Error {
  readonly code = 'edition.unknown';

  constructor(tenantId: string, edition: string) {
    super(`edition ${edition} of ${tenantId} is not loaded`);
  }
}

/**
 * What deadlines of one tenant come to, all of a batch in a few statements: their tickets are locked,
 * decided and stored. The last of a transaction.
 *
 * @returns timers whose ticket somebody else holds
 * @throws EditionUnknown where a ticket's edition is not loaded: its deadline waits for it
 */
export async function settleDue(
  deps: Pick<Deps, 'policies'>,
  tx: Transaction,
  due: readonly ClaimedTimer[],
  now: Date,
  decision: SystemDecision,
): Promise<readonly ClaimedTimer[]> {
  const [first] = due;
  if (!first) return [];
  const free = await lockFreeTickets(tx, first.tenantId, due);
  for (const { tenantId, edition } of free)
    if (!deps.policies.edition(tenantId, edition)) throw new EditionUnknown(tenantId, edition);
  await stepBySystem(deps, tx, free, now, decision);
  const got = new Set(free.map(({ id }) => id));
  return due.filter(({ subjectId }) => !got.has(subjectId));
}
