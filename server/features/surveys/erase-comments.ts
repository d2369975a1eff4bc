import { and, eq, inArray, type SQL } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { surveyAnswers, surveys } from '#server/features/surveys/surveys.table.ts';

/** Whose opinions: those on a ticket, or those of a person. */
type Asked = { readonly ticketId: string } | { readonly requesterId: string };

/**
 * Ends the links of surveys and takes the words out of what was answered; scores stay. Waits for an answer
 * that is being stored; the link of one that comes later is over.
 */
export async function eraseComments(
  tx: Transaction,
  tenantId: string,
  asked: Asked,
  at: Date,
): Promise<void> {
  const these: SQL | undefined = and(
    eq(surveys.tenantId, tenantId),
    'ticketId' in asked
      ? eq(surveys.ticketId, asked.ticketId)
      : eq(surveys.requesterId, asked.requesterId),
  );
  await tx.update(surveys).set({ expiresAt: at }).where(these);
  const ids = tx.select({ id: surveys.id }).from(surveys).where(these);
  await tx
    .update(surveyAnswers)
    .set({ comment: null })
    .where(and(eq(surveyAnswers.tenantId, tenantId), inArray(surveyAnswers.surveyId, ids)));
}
