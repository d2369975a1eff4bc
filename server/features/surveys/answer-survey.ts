import { and, eq, gt } from 'drizzle-orm';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { SurveyAnswer } from '#shared/wire/surveys.ts';
import type { Database, Transaction } from '#server/db/connect.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { contactDigest } from '#server/features/contacts/contacts.repository.ts';
import { requesters } from '#server/features/requesters/requesters.table.ts';
import {
  surveyAnswers,
  surveyOptOuts,
  surveys,
  type SurveyRow,
} from '#server/features/surveys/surveys.table.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';

/** A survey as its page needs it. */
export interface OpenSurvey {
  readonly survey: SurveyRow;
  readonly locale: Locale;
  readonly email: string | null;
  readonly answered: boolean;
}

/** What else an answer leads to, in the transaction that stores it: a follow-up's «no» opens its ticket again. */
export type OnAnswer = (
  tx: Transaction,
  survey: SurveyRow,
  answer: SurveyAnswer,
) => Promise<Result<unknown, Problem>>;

/** The survey of a link; undefined for a link that is unknown or too old. */
export async function findSurvey(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  token: string,
): Promise<OpenSurvey | undefined> {
  return readSurvey(db, token, new Date(now()));
}

/** Holds a survey as it is: whoever ends its link waits until its answer is stored. */
const lockSurvey = async (tx: Transaction, token: string, at: Date) =>
  openSurvey(await surveysOf(tx, token, at).for('share', { of: surveys }));

const readSurvey = async (db: Database, token: string, at: Date) =>
  openSurvey(await surveysOf(db, token, at));

const surveysOf = (db: Database, token: string, at: Date) =>
  db
    .select({
      survey: surveys,
      locale: requesters.locale,
      email: requesters.email,
      answer: surveyAnswers,
    })
    .from(surveys)
    .innerJoin(
      requesters,
      and(eq(requesters.tenantId, surveys.tenantId), eq(requesters.id, surveys.requesterId)),
    )
    .leftJoin(
      surveyAnswers,
      and(eq(surveyAnswers.tenantId, surveys.tenantId), eq(surveyAnswers.surveyId, surveys.id)),
    )
    .where(and(eq(surveys.tokenSha256, sha256(token)), gt(surveys.expiresAt, at)));

function openSurvey([row]: Awaited<ReturnType<typeof surveysOf>>): OpenSurvey | undefined {
  if (!row) return undefined;
  const { survey, locale, email, answer } = row;
  return { survey, locale, email, answered: answer !== null };
}

/**
 * Stores the answer of a link, once: of two at the same time one is stored. What was not asked is not
 * kept.
 *
 * @returns `unknown` for a link that is unknown or too old, or whose ticket was erased, `not_taken` where its words hold a secret
 */
export async function answerSurvey(
  { db, now, policies }: Pick<Deps, 'db' | 'now' | 'policies'>,
  token: string,
  given: SurveyAnswer,
  onAnswer?: OnAnswer,
): Promise<'stored' | 'answered_before' | 'not_taken' | 'unknown'> {
  const at = new Date(now());
  const done = await transact<'stored' | 'answered_before' | 'unknown'>(db, async (tx) => {
    const found = await lockSurvey(tx, token, at);
    if (!found) return succeed('unknown');
    const { survey } = found;
    const asked = new Set(survey.questions);
    const answer: SurveyAnswer = {
      score: asked.has('score') ? given.score : null,
      solved: asked.has('solved') ? given.solved : null,
      comment: asked.has('comment') ? given.comment || null : null,
    };
    const { pack } = policies.inForce(survey.tenantId, at.getTime()) ?? {};
    const told = refusedSecret(pack, { comment: answer.comment ?? '' });
    if (told) return fail(told);
    const stored = await tx
      .insert(surveyAnswers)
      .values({ tenantId: survey.tenantId, surveyId: survey.id, ...answer, answeredAt: at })
      .onConflictDoNothing()
      .returning({ id: surveyAnswers.surveyId });
    if (stored.length === 0) return succeed('answered_before');
    const followed = (await onAnswer?.(tx, survey, answer)) ?? succeed(undefined);
    return followed.ok ? succeed('stored') : followed;
  });
  if (done.ok) return done.value;
  const { code } = done.failure;
  if (code === 'ticket.erased') return 'unknown';
  return code === 'field.secret_in_text' ? 'not_taken' : 'answered_before';
}

/** The survey of a link, however old: whoever wants no more of them may say so at any time. */
export const findAnySurvey = (
  { db }: Pick<Deps, 'db'>,
  token: string,
): Promise<OpenSurvey | undefined> => readSurvey(db, token, new Date(0));

/** The reader of a link wants no more surveys; again is harmless. False for an unknown link. */
export async function stopSurveys(deps: Pick<Deps, 'db' | 'now'>, token: string): Promise<boolean> {
  const found = await findAnySurvey(deps, token);
  if (!found) return false;
  const { survey, email } = found;
  const contactSha256 = survey.contactSha256 ?? (email === null ? null : contactDigest(email));
  if (contactSha256 !== null)
    await deps.db
      .insert(surveyOptOuts)
      .values({ tenantId: survey.tenantId, contactSha256, at: new Date(deps.now()) })
      .onConflictDoNothing();
  return true;
}
