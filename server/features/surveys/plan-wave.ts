import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { WaveBody } from '#shared/wire/surveys.ts';
import type { Transaction } from '#server/db/connect.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { surveyWaves } from '#server/features/surveys/surveys.table.ts';
import { takeMakingKey } from '#server/features/tickets/idempotency-keys.repository.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';
import { isLongPast } from '#server/policy/time/long-past.ts';

/** Plans a wave of surveys and answers with its id. Fails with `instant.past` or `idempotency_key.reused`. */
export async function planWave(
  deps: Deps,
  tenantId: string,
  agent: Agent,
  body: WaveBody,
  idempotencyKey: string,
): Promise<Result<string, Problem>> {
  const at = new Date(deps.now());
  return transact(deps.db, async (tx) => {
    const id = deps.ids.next('wav');
    const taken = await takeMakingKey(tx, id, {
      tenantId,
      sender: agent.id,
      idempotencyKey,
      content: ['survey-wave', body],
      at,
    });
    if (!taken.ok || taken.value !== id) return taken;
    const startsAt = body.startsAt === undefined ? at : new Date(body.startsAt);
    if (isLongPast(startsAt, at)) return fail({ code: 'instant.past', fields: ['startsAt'] });
    await writeWave(tx, {
      tenantId,
      id,
      questions: ['score', 'comment'],
      samplePercent: body.samplePercent,
      startsAt,
      repeats: body.repeats,
      createdBy: agent.id,
      createdAt: at,
    });
    const { samplePercent, repeats } = body;
    const params = { wave: id, samplePercent, repeats, startsAt: startsAt.toISOString() };
    await logAgentAct(tx, tenantId, { kind: 'survey_wave_added', by: agent, at, params });
    return succeed(id);
  });
}

/** Stores a wave and sets the instant at which it begins. */
export async function writeWave(
  tx: Transaction,
  row: typeof surveyWaves.$inferInsert,
): Promise<void> {
  const { tenantId, id: subjectId, startsAt: fireAt } = row;
  await tx.insert(surveyWaves).values(row);
  await armTimers(tx, [{ tenantId, subjectId, kind: 'survey_wave.send', fireAt }]);
}
