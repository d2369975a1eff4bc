import type { Decision } from '#shared/wire/decision.ts';
import { isFirstResponse } from '#server/policy/decision/stops.ts';
import type { Policy } from '#server/policy/packs.ts';
import { brokenFrom } from './broken-from.ts';
import { diagnosisLimit } from './diagnosis-limit.ts';
import type { LifeEvent, LifeEventParams } from './life-event.ts';
import { instant } from './step.ts';
import { warnAt } from './warn-at.ts';

type ReceiptTerms = LifeEventParams['channel_confirmed'];

/**
 * What starts to run with a receipt, as the decision has it.
 *
 * @param receivedAt ISO instant; null while a bridge's message has not arrived
 */
export function receiptTerms(
  policy: Policy,
  { edition, firstResponse, missing }: Pick<Decision, 'edition' | 'firstResponse' | 'missing'>,
  receivedAt: string | null,
): ReceiptTerms {
  const { startsAt, dueAt, clause, office } = firstResponse;
  const waits = receivedAt === null;
  const due = dueAt === null ? null : Date.parse(dueAt);
  const diagnosis = waits ? null : diagnosisLimit(policy.pack, { dueAt: due, clause });
  const from = startsAt ?? receivedAt;
  const broken = waits ? undefined : brokenFrom(policy, firstResponse);
  return {
    edition,
    complete: missing.length === 0,
    receivedAt,
    responseStartsAt: waits ? null : from,
    responseDueAt: waits ? null : dueAt,
    responseWarnAt:
      waits || due === null || from === null ? null : warnAt(policy, Date.parse(from), due, office),
    ...(broken === undefined ? {} : { responseBrokenFrom: broken }),
    diagnosisDueAt: diagnosis && diagnosis.dueAt !== null ? instant(diagnosis.dueAt) : null,
  };
}

/** The first event of a ticket. */
export const openedEvent = (
  policy: Policy,
  decision: Decision,
  request: Pick<LifeEventParams['opened'], 'category' | 'severity' | 'digest' | 'receivedAt'>,
): Extract<LifeEvent, { kind: 'opened' }> => ({
  kind: 'opened',
  params: {
    ...request,
    ...receiptTerms(policy, decision, request.receivedAt),
    acknowledged: request.receivedAt !== null && isFirstResponse(policy.pack, 'auto_acknowledged'),
  },
});
