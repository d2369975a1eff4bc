import type { RotaView } from '#shared/wire/on-call.ts';
import type { Deps } from '#server/deps.ts';
import { agentNames } from '#server/features/agents/agents.repository.ts';
import { shiftsBetween } from '#server/features/on-call/on-call.repository.ts';
import { onCallAt, type OnCallShift } from '#server/policy/life/on-call.ts';

/** The rota from `from` to `until` (epoch milliseconds), and who is called now. */
export async function readRota(
  deps: Deps,
  tenantId: string,
  from: number,
  until: number,
): Promise<RotaView> {
  const now = deps.now();
  const [shifts, current, names] = await Promise.all([
    shiftsBetween(deps.db, tenantId, from, until),
    shiftsBetween(deps.db, tenantId, now, now + 1),
    agentNames(deps.db, tenantId),
  ]);
  const view = (shift: OnCallShift): RotaView['shifts'][number] => ({
    id: shift.id,
    agent: { id: shift.agentId, name: names.get(shift.agentId) ?? shift.agentId },
    from: new Date(shift.from).toISOString(),
    until: new Date(shift.until).toISOString(),
    rank: shift.rank,
  });
  return { shifts: shifts.map(view), now: onCallAt(current, now).map(view) };
}
