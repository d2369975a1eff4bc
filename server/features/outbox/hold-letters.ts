import { and, eq } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';

/**
 * Keeps a demo's letters from ever being sent, also after the demo has become the real thing.
 *
 * @returns 0: none is left waiting
 */
export async function holdLetters(db: Database): Promise<number> {
  await db
    .update(outbox)
    .set({ state: 'held' })
    .where(and(eq(outbox.state, 'waiting'), eq(outbox.via, 'mail')));
  return 0;
}
