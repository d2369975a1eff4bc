import { sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { ClaimedTimer } from '#server/jobs/timer-handler.ts';

/** Deadlines of one tenant and kind, which one handler takes together. */
export interface ClaimedBatch {
  readonly kind: string;
  readonly timers: readonly ClaimedTimer[];
}

/**
 * Takes what is due and in nobody's hands, and marks it as fired: the oldest deadline, with others of
 * its tenant and kind. One tenant, because handlers of several would lock their counters in turns.
 *
 * @returns undefined when nothing is due
 */
export async function claimTimers(
  tx: Transaction,
  { kinds, now, limit }: { readonly kinds: readonly string[]; now: Date; limit: number },
): Promise<ClaimedBatch | undefined> {
  const due = sql`state = 'armed' and fire_at <= ${now.toISOString()}::timestamptz`;
  const rows = await tx.execute<Row>(sql`
    with head as materialized (
      select tenant_id, kind from timers
      where ${due} and kind in ${kinds}
      order by fire_at limit 1 for update skip locked
    ), batch as materialized (
      select ctid from timers
      where ${due} and tenant_id = (select tenant_id from head) and kind = (select kind from head)
      order by fire_at limit ${limit} for update skip locked
    )
    ${fired(sql`batch`)}`);
  const timers = rows.map(claimedOf).toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  return rows[0] && { kind: rows[0].kind, timers };
}

/** Takes one deadline again after its batch failed; undefined when it is no more what it was. */
export async function claimTimer(
  tx: Transaction,
  kind: string,
  { tenantId, subjectId, generation }: ClaimedTimer,
): Promise<ClaimedTimer | undefined> {
  const [row] = await tx.execute<Row>(sql`
    with one as materialized (
      select ctid from timers
      where tenant_id = ${tenantId} and subject_id = ${subjectId} and kind = ${kind}
        and generation = ${generation} and state = 'armed'
      for update skip locked
    )
    ${fired(sql`one`)}`);
  return row && claimedOf(row);
}

interface Row extends Record<string, unknown> {
  readonly tenant_id: string;
  readonly subject_id: string;
  readonly kind: string;
  readonly generation: number;
  readonly due_at: string;
}

// by its place in the table, where the lock holds it
const fired = (taken: ReturnType<typeof sql>) => sql`
  update timers t set state = 'fired' from ${taken} b
  where t.ctid = b.ctid
  returning t.tenant_id, t.subject_id, t.kind, t.generation, t.due_at`;

const claimedOf = ({ tenant_id, subject_id, generation, due_at }: Row): ClaimedTimer => ({
  tenantId: tenant_id,
  subjectId: subject_id,
  generation,
  dueAt: new Date(due_at),
});
