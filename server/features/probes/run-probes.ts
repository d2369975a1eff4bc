import type { Transaction } from '#server/db/connect.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { claimProbes, finishProbe } from '#server/features/probes/probes.repository.ts';
import type { ProbeRow, ProbeSubject } from '#server/features/probes/probes.table.ts';
import type { Probe, ProbeFinding } from '#server/http/probe/probe-finding.ts';

/** What a finding means for its subject, in the transaction that writes it down. */
export type OnFinding = (
  tx: Transaction,
  probe: ProbeRow,
  finding: ProbeFinding,
  at: Date,
) => Promise<void>;

const atOnce = 8;
/** Longer than any look takes; a server that dies is replaced after it, milliseconds. */
const claimMs = 30_000;

/**
 * Does the looks that have been asked for, several at a time and outside of any transaction.
 *
 * @returns how many; fewer than asked for means that nothing is left for now
 */
export async function runProbes(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  probe: Probe,
  onFinding: Readonly<Record<ProbeSubject, OnFinding>>,
): Promise<number> {
  const started = now();
  const claimed = await claimProbes(db, new Date(started), new Date(started + claimMs), atOnce);
  await Promise.all(
    claimed.map(async (asked) => {
      const finding = await probe(asked.url);
      const at = new Date(now());
      await inTransaction(db, async (tx) => {
        if (await finishProbe(tx, asked, finding, at))
          await onFinding[asked.subject](tx, asked, finding, at);
      });
    }),
  );
  return claimed.length;
}
