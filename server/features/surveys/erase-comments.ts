import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import { surveyAnswers, surveys } from '#server/features/surveys/surveys.table.ts';

/** Takes the words out of the opinions on a ticket; scores stay. */
export async function eraseComments(
  tx: Transaction,
  tenantId: string,
  ticketId: string,
): Promise<void> {
  const ofTicket = tx
    .select({ id: surveys.id })
    .from(surveys)
    .where(and(eq(surveys.tenantId, tenantId), eq(surveys.ticketId, ticketId)));
  await tx
    .update(surveyAnswers)
    .set({ comment: null })
    .where(and(eq(surveyAnswers.tenantId, tenantId), inArray(surveyAnswers.surveyId, ofTicket)));
}
