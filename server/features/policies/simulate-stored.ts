import type { Database } from '#server/db/connect.ts';
import { type StoredPeriod, storedTickets } from '#server/features/policies/stored-tickets.ts';
import {
  simulationTally,
  type SimulationSummary,
} from '#server/policy/edition/simulate-summary.ts';
import { replayTicket, type ReplayTerms } from '#server/policy/simulate.ts';

/** What another edition would have decided on a vendor's stored tickets; holds one page of them at a time. */
export async function simulateStored(
  db: Database,
  terms: ReplayTerms,
  period: StoredPeriod,
  exampleCount: number,
): Promise<SimulationSummary> {
  const tally = simulationTally(exampleCount);
  for await (const page of storedTickets(db, terms.next, period)) {
    for (const ticket of page) tally.add(replayTicket(terms, ticket));
  }
  return tally.summary();
}
