import { and, desc, eq, isNotNull, lt } from 'drizzle-orm';
import type { SurveyCommentList } from '#shared/wire/surveys.ts';
import type { Deps } from '#server/deps.ts';
import { ticketNumbers } from '#server/features/merging/ticket-numbers.ts';
import { surveyAnswers, surveys } from '#server/features/surveys/surveys.table.ts';
import { pageOf } from '#server/http/page.ts';

/** What people wrote to waves in their own words: proposals among them. */
export async function listComments(
  { db, policies }: Pick<Deps, 'db' | 'policies'>,
  tenantId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<SurveyCommentList> {
  const found = await db
    .select({ survey: surveys, answer: surveyAnswers })
    .from(surveys)
    .innerJoin(surveyAnswers, itsAnswer)
    .where(
      and(
        eq(surveys.tenantId, tenantId),
        eq(surveys.kind, 'wave'),
        isNotNull(surveyAnswers.comment),
        after === undefined ? undefined : lt(surveys.id, after),
      ),
    )
    .orderBy(desc(surveys.id))
    .limit(limit + 1);
  const made = found.flatMap(({ survey }) => survey.ticketId ?? []);
  const numbers = await ticketNumbers(db, policies, tenantId, made);
  const { rows, next } = pageOf(found, limit, ({ survey }) => survey.id);
  return {
    comments: rows.map(({ survey, answer }) => ({
      id: survey.id,
      wave: survey.waveId ?? '',
      askedAt: survey.issuedAt.toISOString(),
      score: answer.score,
      comment: answer.comment ?? '',
      answeredAt: answer.answeredAt.toISOString(),
      ticket: survey.ticketId,
      number: numbers.get(survey.ticketId ?? '') ?? null,
    })),
    next,
  };
}

/** A survey and what was answered to it. */
export const itsAnswer = and(
  eq(surveyAnswers.tenantId, surveys.tenantId),
  eq(surveyAnswers.surveyId, surveys.id),
);
