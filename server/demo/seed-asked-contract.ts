import type { Database } from '#server/db/connect.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { DemoPortals } from '#server/demo/demo-portals.ts';
import {
  findContractAsk,
  saveContractAsk,
} from '#server/features/portals/portal-contract-asks.repository.ts';
import { lockPortal, saveSeenPortal } from '#server/features/portals/portals.repository.ts';

/** A number that waits in the desk, of a contract that the demo has; a decision of a former start stays. */
export async function seedAskedContract(
  db: Database,
  { memberId, domain, restUrl, version, status, license, asker }: DemoPortals['asking'],
  at: Date,
): Promise<void> {
  const place = { tenantId: 'didox24', memberId };
  await saveSeenPortal(db, {
    ...place,
    domain,
    restUrl,
    oauthSide: 'east',
    version,
    status,
    license,
    boxed: false,
    seenAt: at,
    installedAt: at,
  });
  await inTransaction(db, async (tx) => {
    const portal = await lockPortal(tx, place);
    if (portal?.contractNumber !== null || (await findContractAsk(tx, place))) return;
    await saveContractAsk(tx, place, {
      number: 'ТП-2026/118',
      ...(asker && { userId: asker.id, askedBy: `${asker.name} ${asker.lastName}` }),
      askedAt: at,
    });
  });
}
