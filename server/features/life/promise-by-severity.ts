import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import { decisionInForce } from '#server/features/tickets/decision-in-force.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import { promiseOfSeverity } from '#server/policy/decision/severity-promise.ts';
import { ownReceipt } from '#server/policy/life/receipts.ts';
import type { Step } from '#server/policy/life/take-step.ts';
import type { Policy } from '#server/policy/packs.ts';

/** What a step promises by the severity that it has set; undefined where that moved nothing. */
export function promiseBySeverity(
  policy: Policy,
  ticket: TicketRow,
  { events, state }: Step,
): FirstResponsePromise | undefined {
  const moved = events.some(
    ({ kind, params }) => kind === 'due_moved' && params.because === 'severity',
  );
  const { receivedAt } = ownReceipt(state);
  if (!moved || receivedAt === null) return undefined;
  const { firstResponse } = decisionInForce(ticket);
  return promiseOfSeverity(policy, firstResponse, state.severity, receivedAt);
}
