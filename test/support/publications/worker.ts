import { connect } from '#server/db/connect.ts';
import { recordCheck } from '#server/features/checks/record-check.ts';
import { sendLetters } from '#server/features/outbox/send-letters.ts';
import { recordPortal } from '#server/features/portals/record-portal.ts';
import { runProbes } from '#server/features/probes/run-probes.ts';
import type { ProbeFinding } from '#server/http/probe/probe-finding.ts';
import { fireTimers } from '#server/jobs/fire-timers.ts';
import { openLine } from '#test/support/cut-line.ts';
import type { World } from '#test/support/publications/world.ts';

/** Where a worker dies: at a piece of what it says to the database, or when a mail has been taken. */
export type Death =
  | { readonly at: 'piece'; readonly piece: number; readonly arrives: boolean }
  | { readonly at: 'mail'; readonly mail: number };

const rounds = 3;
const never = new Promise<never>(() => undefined);

/**
 * The life of one worker: it fires what is due, looks at addresses and sends letters over a connection
 * of its own, and goes on no further than to its death.
 */
export async function work(world: World, death?: Death): Promise<void> {
  const line = await openLine(world.rows.database.url);
  // one connection, which has learnt its types before it dies: nobody catches how the driver fails at that
  const { db, client, close } = connect({ url: line.url, poolSize: 1 });
  const deps = { ...world.deps, db, client };
  let mailsLeft = death?.at === 'mail' ? death.mail : Number.POSITIVE_INFINITY;
  const deliver = async (mail: World['mails'][number]) => {
    if (line.isCut()) return never;
    world.mails.push(mail);
    mailsLeft -= 1;
    if (mailsLeft > 0) return { sent: true } as const;
    line.cutNow();
    return never;
  };
  const transport = { deliver, close: () => undefined };
  const look = async (): Promise<ProbeFinding> => ({
    outcome: 'reachable',
    status: world.platform.works ? 200 : 503,
  });
  const onFinding = { check: recordCheck(deps), portal: recordPortal };
  const live = async () => {
    for (let round = 0; round < rounds; round += 1) {
      await fireTimers({ ...deps, handlers: world.handlers(deps, world.deps.db), batchSize: 4 });
      await runProbes(deps, look, onFinding);
      await sendLetters({ ...deps, transport, from: 'support@desk.example', leaseMs: 60_000 });
    }
  };
  await client.unsafe('select 1');
  if (death?.at === 'piece') line.cutAt(death.piece, death.arrives);
  const lived = live().catch((error: unknown) => {
    if (!line.isCut()) throw error;
  });
  await Promise.race([lived, line.cut]);
  world.leftovers.push(close().finally(line.close));
}
