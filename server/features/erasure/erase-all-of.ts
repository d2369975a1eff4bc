import { and, eq, type SQL } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { EraseBody, ErasedReceipt } from '#shared/wire/personal-data.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { eraseContent } from '#server/features/erasure/erase-content.ts';
import { erasePerson, type PersonPlace } from '#server/features/erasure/erase-person.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { findRequester } from '#server/features/requesters/requesters.repository.ts';
import { someHidden } from '#server/features/tickets/hidden-tickets.ts';
import { tickets } from '#server/features/tickets/tickets.table.ts';

/**
 * Takes away everything that a person wrote, ticket by ticket, and who they are. Interrupted, it goes on
 * where it is called again. The log says who had it done, also where nothing was left to take away.
 *
 * Fails with `requester.not_found`, or with `tickets.hidden` for whoever may not see all of it.
 *
 * @param hidden see `hiddenTickets`
 * @param reason why, for the log
 */
export async function eraseAllOf(
  deps: Pick<Deps, 'db' | 'files' | 'policies' | 'now'>,
  whose: PersonPlace,
  agent: Agent,
  {
    hidden,
    reason,
  }: { readonly hidden?: SQL | undefined; readonly reason?: EraseBody['reason'] } = {},
): Promise<Result<ErasedReceipt, Problem>> {
  const { tenantId, requesterId } = whose;
  if (!(await findRequester(deps.db, tenantId, requesterId))) {
    return fail({ code: 'requester.not_found' });
  }
  const theirs = and(eq(tickets.tenantId, tenantId), eq(tickets.requesterId, requesterId));
  if (await someHidden(deps.db, theirs, hidden)) return fail({ code: 'tickets.hidden' });
  const actor = agentActor(agent);
  const found = await deps.db.select({ id: tickets.id }).from(tickets).where(theirs);
  const erased = { tickets: found.length, messages: 0, files: 0 };
  for (const { id } of found) {
    const done = await eraseContent(deps, { tenantId, ticketId: id }, actor);
    if (!done.ok) return done;
    erased.messages += done.value.messages;
    erased.files += done.value.files;
  }
  const at = new Date(deps.now());
  await inTransaction(deps.db, async (tx) => {
    await erasePerson(tx, deps, whose, '', at);
    const params = { requester: requesterId, ...erased, ...(reason ? { reason } : {}) };
    await appendEvents(tx, tenantId, [{ ticketId: null, kind: 'data_erased', at, actor, params }]);
  });
  return succeed(erased);
}
