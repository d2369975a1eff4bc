import { and, avg, count, desc, eq, inArray, lt } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { WaveList, WaveView } from '#shared/wire/surveys.ts';
import type { Database } from '#server/db/connect.ts';
import {
  surveyAnswers,
  surveys,
  surveyWaves,
  type SurveyWaveRow,
} from '#server/features/surveys/surveys.table.ts';
import { pageOf } from '#server/http/page.ts';
import { waveFigures } from '#server/policy/life/survey-waves.ts';

/** A page of a desk's waves with rate and score, the newest first. */
export async function showWaves(
  db: Database,
  tenantId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<WaveList> {
  const found = await db
    .select()
    .from(surveyWaves)
    .where(
      and(
        eq(surveyWaves.tenantId, tenantId),
        after === undefined ? undefined : lt(surveyWaves.id, after),
      ),
    )
    .orderBy(desc(surveyWaves.id))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ id }) => id);
  return { rows: await viewsOf(db, tenantId, rows), next };
}

/** One wave with rate and score. Fails with `survey_wave.not_found`. */
export async function readWave(
  db: Database,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
): Promise<Result<WaveView, Problem>> {
  const here = and(eq(surveyWaves.tenantId, tenantId), eq(surveyWaves.id, id));
  const rows = await db.select().from(surveyWaves).where(here);
  const [view] = await viewsOf(db, tenantId, rows);
  return view ? succeed(view) : fail({ code: 'survey_wave.not_found' });
}

async function viewsOf(
  db: Database,
  tenantId: string,
  rows: readonly SurveyWaveRow[],
): Promise<WaveView[]> {
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
    .where(
      and(
        eq(surveys.tenantId, tenantId),
        inArray(
          surveys.waveId,
          rows.map(({ id }) => id),
        ),
      ),
    )
    .groupBy(surveys.waveId);
  const byWave = new Map(counted.map((one) => [one.id, one]));
  return rows.map(({ id, samplePercent, startsAt, repeats, sentAt, endedAt }) => {
    const { invited = 0, answered = 0, score = null } = byWave.get(id) ?? {};
    return {
      id,
      samplePercent,
      startsAt: startsAt.toISOString(),
      repeats,
      sentAt: sentAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
      ...waveFigures({ invited, answered, score: score === null ? null : Number(score) }),
    };
  });
}
