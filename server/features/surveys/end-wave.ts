import { and, eq } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { surveyWaves } from '#server/features/surveys/surveys.table.ts';

/**
 * Stops a wave: nobody who was not asked yet is asked, and none follows where it repeats. Again changes
 * nothing.
 *
 * Fails with `survey_wave.not_found`, or with `survey_wave.sent` when everybody was asked already.
 */
export async function endWave(
  deps: Deps,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  by: Agent,
): Promise<Result<void, Problem>> {
  return transact<void>(deps.db, async (tx) => {
    const here = and(eq(surveyWaves.tenantId, tenantId), eq(surveyWaves.id, id));
    // waits for the batch that is being asked
    const [wave] = await tx.select().from(surveyWaves).where(here).for('update');
    if (!wave) return fail({ code: 'survey_wave.not_found' });
    if (wave.endedAt !== null) return succeed(undefined);
    if (wave.sentAt !== null) return fail({ code: 'survey_wave.sent' });
    const at = new Date(deps.now());
    await tx.update(surveyWaves).set({ endedAt: at }).where(here);
    const params = { wave: id, begun: wave.sentTo !== null };
    await logAgentAct(tx, tenantId, { kind: 'survey_wave_ended', by, at, params });
    return succeed(undefined);
  });
}
