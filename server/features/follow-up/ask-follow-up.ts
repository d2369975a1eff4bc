import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import type { LivingTicket } from '#server/features/life/living-ticket.ts';
import { mailRequester } from '#server/features/outbox/mail-requester.ts';
import { issueSurvey } from '#server/features/surveys/issue-survey.ts';
import { surveyParams } from '#server/features/surveys/survey-letter.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/**
 * Asks the requester how the solution went, in the transaction of the event that says so: one survey a
 * resolution, whose link works without signing in. Without a proven address nothing is mailed, and the
 * widget alone asks.
 */
export async function askFollowUp(
  deps: Pick<Deps, 'ids' | 'secretBox'>,
  tx: Transaction,
  { followUp }: Pick<PolicyPack, 'followUp'>,
  ticket: LivingTicket,
  at: Date,
): Promise<void> {
  const { tenantId, id: ticketId, requesterId } = ticket;
  const questions = [
    ...(followUp?.confirms ? (['solved'] as const) : []),
    ...(followUp?.feedback ? (['score', 'comment'] as const) : []),
  ];
  if (questions.length === 0) return;
  const draft = { tenantId, ticketId, requesterId, kind: 'follow_up', questions } as const;
  const token = await issueSurvey(deps, tx, draft, at);
  if (token === undefined) return;
  await mailRequester(tx, ticket, 'follow_up', at, undefined, (recipient) =>
    surveyParams(deps, tenantId, recipient, token),
  );
}
