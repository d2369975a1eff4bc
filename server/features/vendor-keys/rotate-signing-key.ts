import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { makeSigningKey } from '#server/features/vendor-keys/make-signing-key.ts';
import {
  addSigningKey,
  retireSigningKey,
} from '#server/features/vendor-keys/vendor-keys.repository.ts';

/**
 * Gives a vendor another key to sign with. The former one goes on verifying what it has signed; a running
 * server takes the new one up within a minute.
 *
 * @returns the new key's id; undefined where somebody else changed it at the same time
 */
export async function rotateSigningKey(
  { db, secretBox, now }: Pick<Deps, 'db' | 'secretBox' | 'now'>,
  tenantId: string,
): Promise<string | undefined> {
  const at = new Date(now());
  const key = await makeSigningKey(secretBox, tenantId, at);
  return inTransaction(db, async (tx) => {
    await retireSigningKey(tx, tenantId, at);
    if (!(await addSigningKey(tx, key))) return undefined;
    await appendEvents(tx, tenantId, [
      {
        ticketId: null,
        kind: 'signing_key_changed',
        at,
        actor: { kind: 'system', id: null },
        params: { key: key.kid },
      },
    ]);
    return key.kid;
  });
}
