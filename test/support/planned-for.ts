import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { Client, Database } from '#server/db/connect.ts';

/**
 * How PostgreSQL would answer the first question of a list, as its EXPLAIN says it. Empty tables are
 * cheapest to read whole, so the planner is told not to.
 */
export async function plannedFor(
  client: Client,
  list: (db: Database) => Promise<unknown>,
): Promise<string> {
  const asked: { readonly text: string; readonly values: string[] }[] = [];
  const listening = {
    options: { parsers: {}, serializers: {} },
    unsafe: (text: string, values: string[]) => {
      asked.push({ text, values });
      return Object.assign(Promise.resolve([]), { values: async () => [] });
    },
  };
  await list(drizzle({ client: listening as unknown as Sql }));
  return client.begin(async (inside) => {
    await inside.unsafe('set local enable_seqscan = off');
    const { text, values } = asked[0]!;
    const plan = await inside.unsafe(`explain ${text}`, values);
    return plan.map((line) => line['QUERY PLAN']).join('\n');
  });
}
