import { and, avg, count, desc, eq, isNotNull } from 'drizzle-orm';
import type { WaveView } from '#shared/wire/surveys.ts';
import type { Database } from '#server/db/connect.ts';
import { surveyAnswers, surveys, surveyWaves } from '#server/features/surveys/surveys.table.ts';
import { waveFigures } from '#server/policy/life/survey-waves.ts';

const shownRows = 100;

/** The waves of a desk with rate and score, the newest first. */
export async function showWaves(db: Database, tenantId: string): Promise<WaveView[]> {
  const rows = await db
    .select()
    .from(surveyWaves)
    .where(eq(surveyWaves.tenantId, tenantId))
    .orderBy(desc(surveyWaves.id))
    .limit(shownRows);
  const counted = await db
    .select({
      id: surveys.waveId,
      invited: count(),
      answered: count(surveyAnswers.surveyId),
      score: avg(surveyAnswers.score),
    })
    .from(surveys)
    .leftJoin(
      surveyAnswers,
      and(eq(surveyAnswers.tenantId, surveys.tenantId), eq(surveyAnswers.surveyId, surveys.id)),
    )
    .where(and(eq(surveys.tenantId, tenantId), isNotNull(surveys.waveId)))
    .groupBy(surveys.waveId);
  const byWave = new Map(counted.map((one) => [one.id, one]));
  return rows.map(({ id, samplePercent, startsAt, repeats, sentAt }) => {
    const { invited = 0, answered = 0, score = null } = byWave.get(id) ?? {};
    return {
      id,
      samplePercent,
      startsAt: startsAt.toISOString(),
      repeats,
      sentAt: sentAt?.toISOString() ?? null,
      ...waveFigures({ invited, answered, score: score === null ? null : Number(score) }),
    };
  });
}
