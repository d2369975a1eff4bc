import { sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { TimerKind } from '#server/jobs/timer-kinds.ts';
import { wakeIfSoon } from '#server/jobs/wake.ts';

/** A deadline to be armed. */
export interface TimerDraft {
  readonly tenantId: string;
  readonly subjectId: string;
  readonly kind: TimerKind;
  readonly fireAt: Date;
}

/**
 * Arms deadlines in the transaction of what sets them, each subject and kind once. One that is there
 * already moves to its new instant as the next generation, also after it has fired.
 *
 * Rows are locked in the order of their keys. A worker may hold one of them and never waits for
 * anything else meanwhile (see `TimerHandler`), so this waits for a moment at most.
 */
export async function armTimers(tx: Transaction, drafts: readonly TimerDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  await tx.execute(sql`
    with armed as (
      insert into timers (tenant_id, subject_id, kind, due_at, fire_at, state)
      select "tenantId", "subjectId", "kind", "fireAt", "fireAt", 'armed'
      from json_to_recordset(${JSON.stringify(drafts)}::json)
        as d("tenantId" text, "subjectId" text, "kind" text, "fireAt" timestamptz(3))
      order by 1, 2, 3
      on conflict (tenant_id, subject_id, kind) do update set
        generation = timers.generation + 1, due_at = excluded.due_at, fire_at = excluded.fire_at,
        state = 'armed', attempts = 0, last_error = null
      returning fire_at
    )
    ${wakeIfSoon(sql`(select min(fire_at) from armed)`)}`);
}
