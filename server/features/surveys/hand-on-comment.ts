import { and, eq, isNotNull } from 'drizzle-orm';
import { fail, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { findRequester } from '#server/features/requesters/requesters.repository.ts';
import { itsAnswer } from '#server/features/surveys/list-comments.ts';
import { surveyAnswers, surveys } from '#server/features/surveys/surveys.table.ts';
import {
  openFromContact,
  type OpenedFromContact,
} from '#server/features/tickets/open-from-contact.ts';

/**
 * Makes a request of what somebody wrote to a wave, such as a proposal that somebody has to answer for:
 * received now, of the person who wrote it. The same words again are the same ticket.
 *
 * Fails with `survey.not_found`, `category.unknown` or `service.unavailable`.
 */
export async function handOnComment(
  deps: Deps,
  tenantId: string,
  id: string,
  category: string,
): Promise<Result<OpenedFromContact, Problem>> {
  const place = and(eq(surveys.tenantId, tenantId), eq(surveys.id, id), eq(surveys.kind, 'wave'));
  const [said] = await deps.db
    .select({ requesterId: surveys.requesterId, comment: surveyAnswers.comment })
    .from(surveys)
    .innerJoin(surveyAnswers, itsAnswer)
    .where(and(place, isNotNull(surveyAnswers.comment)));
  const requester = said && (await findRequester(deps.db, tenantId, said.requesterId));
  if (!requester) return fail({ code: 'survey.not_found' });
  const opened = await openFromContact(deps, {
    tenantId,
    requester,
    channel: 'mail',
    category,
    text: said.comment ?? '',
    locale: requester.locale,
    key: id,
    receivedAt: deps.now(),
  });
  if (opened.ok) await deps.db.update(surveys).set({ ticketId: opened.value.id }).where(place);
  return opened;
}
