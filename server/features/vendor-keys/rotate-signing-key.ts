import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { makeSigningKey } from '#server/features/vendor-keys/make-signing-key.ts';
import { heldMs } from '#server/features/vendor-keys/vendor-signer.ts';
import {
  addSigningKey,
  retireSigningKey,
} from '#server/features/vendor-keys/vendor-keys.repository.ts';

/** How long a former key may still sign, milliseconds: as long as servers hold it, and their clocks apart. */
const overlapMs = 2 * heldMs;

/**
 * Gives a vendor another key to sign with. The former one goes on verifying what it has signed; a running
 * server takes the new one up within a minute, and the former counts as retired two minutes from now, so that
 * nothing is signed with a key that is retired.
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
    await retireSigningKey(tx, tenantId, new Date(at.getTime() + overlapMs));
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
