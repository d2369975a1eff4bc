import type { LookList } from '#shared/wire/watch.ts';
import type { Database } from '#server/db/connect.ts';
import { lastProbes } from '#server/features/probes/probes.repository.ts';
import type { ProbeSubject } from '#server/features/probes/probes.table.ts';

/** The last looks at one subject, the newest first; empty where nobody has looked. */
export async function showLooks(
  db: Database,
  tenantId: string,
  subject: ProbeSubject,
  subjectId: string,
): Promise<LookList> {
  const rows = await lastProbes(db, { tenantId, subject, subjectId });
  return {
    rows: rows.map(({ askedAt, finishedAt, outcome, reason, httpStatus }) => ({
      askedAt: askedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
      outcome,
      reason,
      status: httpStatus,
    })),
  };
}
