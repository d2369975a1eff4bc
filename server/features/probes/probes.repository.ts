import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/connect.ts';
import { newestFirst } from '#server/db/newest-first.ts';
import { probes, type ProbeRow } from '#server/features/probes/probes.table.ts';
import type { ProbeFinding } from '#server/http/probe/probe-finding.ts';

type ProbeAbout = Pick<ProbeRow, 'tenantId' | 'subject' | 'subjectId'>;

const dayMs = 86_400_000;
const keptDays = 90;

/** Whether a look at a subject has been asked for and not been done yet. */
export async function isAsked(tx: Transaction, about: ProbeAbout): Promise<boolean> {
  return (await tx.$count(probes, and(isAbout(about), isNull(probes.finishedAt)))) > 0;
}

/** Asks for a look at an address, in the transaction of what wants it. */
export async function askProbe(
  tx: Transaction,
  asked: ProbeAbout & Pick<ProbeRow, 'id' | 'url' | 'askedAt'>,
): Promise<void> {
  await tx.insert(probes).values(asked);
}

/** Deletes looks of one subject that are older than anybody asks for. */
export async function forgetProbes(tx: Transaction, about: ProbeAbout, now: Date): Promise<void> {
  await tx
    .delete(probes)
    .where(and(isAbout(about), lt(probes.askedAt, new Date(now.getTime() - keptDays * dayMs))));
}

/**
 * Takes looks that nobody is at, the oldest first, until `claimedUntil`. Another server takes others.
 */
export async function claimProbes(
  db: Database,
  now: Date,
  claimedUntil: Date,
  limit: number,
): Promise<ProbeRow[]> {
  const free = db
    .select({ tenantId: probes.tenantId, id: probes.id })
    .from(probes)
    .where(
      and(
        isNull(probes.finishedAt),
        sql`(${probes.claimedUntil} is null or ${probes.claimedUntil} < ${now.toISOString()})`,
      ),
    )
    .orderBy(probes.askedAt)
    .limit(limit)
    .for('update', { skipLocked: true });
  return db
    .update(probes)
    .set({ claimedUntil })
    .where(sql`(${probes.tenantId}, ${probes.id}) in ${free}`)
    .returning();
}

/** Writes down what a look has found; false where another server has done so before. */
export async function finishProbe(
  tx: Transaction,
  { tenantId, id }: Pick<ProbeRow, 'tenantId' | 'id'>,
  finding: ProbeFinding,
  at: Date,
): Promise<boolean> {
  const finished = await tx
    .update(probes)
    .set({
      finishedAt: at,
      outcome: finding.outcome,
      reason: finding.outcome === 'reachable' ? null : finding.reason,
      httpStatus: finding.outcome === 'reachable' ? finding.status : null,
    })
    .where(and(eq(probes.tenantId, tenantId), eq(probes.id, id), isNull(probes.finishedAt)))
    .returning({ id: probes.id });
  return finished.length > 0;
}

/** Where one look stands among those of its subject. */
export type ProbePlace = Pick<ProbeRow, 'askedAt' | 'id'>;

/** Looks of one subject, the newest first. @param after the place behind which they stand */
export async function lastProbes(
  db: Database,
  about: ProbeAbout,
  after: ProbePlace | undefined,
  limit: number,
): Promise<ProbeRow[]> {
  const behind =
    after &&
    sql`(${probes.askedAt}, ${probes.id}) < (${after.askedAt.toISOString()}::timestamptz, ${after.id})`;
  return db
    .select()
    .from(probes)
    .where(and(isAbout(about), behind))
    .orderBy(newestFirst(probes.askedAt), newestFirst(probes.id))
    .limit(limit);
}

const isAbout = ({ tenantId, subject, subjectId }: ProbeAbout) =>
  and(eq(probes.tenantId, tenantId), eq(probes.subject, subject), eq(probes.subjectId, subjectId));
