import type { ClockKind } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/**
 * The clause that a clock runs by; null where the regulation names none.
 *
 * @param firstResponse the clause of the first response as it was decided for the ticket
 */
export function promiseClause(
  { clocks, escalation, appeal }: PolicyPack,
  clock: ClockKind,
  firstResponse: string,
): string | null {
  switch (clock) {
    case 'first_response':
      return firstResponse;
    case 'diagnosis':
      return clocks.diagnosis.clause ?? firstResponse;
    case 'next_response':
      return clocks.nextResponse.clause ?? null;
    case 'next_update':
      return escalation?.clause ?? null;
    case 'critical_ack':
      return clocks.critical?.clause ?? null;
    case 'appeal':
      return appeal?.clause ?? null;
  }
}
