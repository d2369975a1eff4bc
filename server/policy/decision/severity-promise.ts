import type { Severity } from '#shared/vocabulary.ts';
import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import { deskOfOffice } from '#server/policy/calendar/office-coverage.ts';
import type { Policy } from '#server/policy/packs.ts';
import { dueBy } from './due.ts';
import { promised } from './first-response.ts';
import { presentPromise } from './present-decision.ts';

/**
 * A promise as the contract has it for another severity, from the same receipt and by the hours of the
 * same office.
 *
 * @param receivedAt epoch milliseconds
 * @returns undefined where the contract has no term of that severity, or nothing can be counted by it
 */
export function promiseOfSeverity(
  { pack, desk }: Policy,
  { clause, bySeverity, office }: FirstResponsePromise,
  severity: Severity,
  receivedAt: number,
): FirstResponsePromise | undefined {
  const target = bySeverity?.[severity];
  const { firstResponse: clock } = pack.clocks;
  const counts = clock.kind === 'contract' || clock.kind === 'level';
  if (!target || !desk || !counts) return undefined;
  const due = dueBy(deskOfOffice(desk, office), { receivedAt, target, reading: clock.reading });
  if (due.refused) return undefined;
  return presentPromise(desk, { ...promised(clause, due), bySeverity });
}
