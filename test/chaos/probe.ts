import { sql } from 'drizzle-orm';
import type { Client, Database } from '#server/db/connect.ts';
import type { ClaimedTimer, TimerHandler } from '#server/jobs/timer-handler.ts';

/** Kind of the deadlines that chaos arms; its effect is a row, and nothing keeps a second one out. */
export const probeKind = 'chaos.probe';

export const probeTable =
  'create table if not exists chaos_effects (subject_id text not null, generation int not null)';

/** How often what a deadline calls for was done. @throws while the database is away */
export async function probesDone(client: Client): Promise<number> {
  const [row] = await client.unsafe<{ done: number }[]>(
    'select count(*)::int as done from chaos_effects',
  );
  return row?.done ?? 0;
}

const write = (db: Database, due: readonly ClaimedTimer[]) =>
  db.execute(sql`
    insert into chaos_effects select "subjectId", generation
    from json_to_recordset(${JSON.stringify(due)}::json) as e("subjectId" text, generation int)`);

/** Effect and mark in one transaction, as every handler of the product has it. */
export const probe: TimerHandler = async (tx, due) => {
  await write(tx, due);
};

/** The effect is stored before its mark: a kill between the two does it again. */
export const brokenProbe =
  (db: Database): TimerHandler =>
  async (tx, due) => {
    await write(db, due);
    await tx.execute(sql`select pg_sleep(0.1)`);
  };
