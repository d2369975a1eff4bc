import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { findAgent } from '#server/features/agents/agents.repository.ts';
import { onCallShifts } from '#server/features/on-call/on-call.table.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import type { OnCallShift } from '#server/policy/life/on-call.ts';

/** A shift to be put into the rota. Instants in epoch milliseconds. */
export interface PlannedShift extends Omit<OnCallShift, 'id'> {
  readonly tenantId: string;
  readonly plannedBy: Agent;
  readonly idempotencyKey: string;
}

/**
 * Puts a shift into the rota and answers with its id.
 *
 * Fails with `instant.ends_before_it_begins`, `agent.not_found` or `idempotency_key.reused`.
 */
export async function planShift(deps: Deps, shift: PlannedShift): Promise<Result<string, Problem>> {
  const { tenantId, agentId, from, until, rank, plannedBy } = shift;
  if (until <= from) return fail({ code: 'instant.ends_before_it_begins', fields: ['until'] });
  if (!(await findAgent(deps.db, tenantId, agentId))) return fail({ code: 'agent.not_found' });
  const at = new Date(deps.now());
  return transact(deps.db, async (tx) => {
    const id = deps.ids.next('shf');
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: plannedBy.id,
      idempotencyKey: shift.idempotencyKey,
      content: ['on-call', agentId, from, until, rank],
      at,
    });
    if (!taken.ok) return taken;
    if (taken.value !== id) return succeed(taken.value);
    await tx.insert(onCallShifts).values({
      tenantId,
      id,
      agentId,
      startsAt: new Date(from),
      endsAt: new Date(until),
      rank,
      plannedBy: plannedBy.id,
      plannedAt: at,
    });
    const params = {
      shift: id,
      agent: agentId,
      from: new Date(from).toISOString(),
      until: new Date(until).toISOString(),
      rank,
    };
    await logAgentAct(tx, tenantId, { kind: 'shift_planned', by: plannedBy, at, params });
    return succeed(id);
  });
}
