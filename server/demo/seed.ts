import type { Database } from '#server/db/connect.ts';
import { demoContracts } from '#server/demo/people.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { addMissingContract } from '#server/features/organisations/add-missing-contract.ts';

/** The agent that the demo's sign-in link belongs to, one person at every desk. */
export const demoAgent = { id: 'demo', name: 'Специалист 1' } as const;

/** Invented organisations and contracts, and an agent at each desk. Running it again changes nothing. */
export async function seedDemo(db: Database, vendors: readonly string[]): Promise<void> {
  for (const tenantId of vendors) await saveAgent(db, { tenantId, ...demoAgent });
  for (const { vendor: tenantId, organisation, ...contract } of demoContracts) {
    await addMissingContract(db, { tenantId, ...organisation }, contract);
  }
}
