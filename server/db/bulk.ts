import { getTableColumns, sql, type InferInsertModel, type SQL } from 'drizzle-orm';
import { makePgArray, type AnyPgColumn, type PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '#server/db/connect.ts';

/**
 * Inserts any number of rows by one statement with one parameter: a parameter for each value takes
 * seconds to prepare for some thousand rows. Every column has to be said or nullable: no default is
 * taken.
 *
 * @param onConflict columns by which a row that is there already is replaced
 */
export async function insertRows<Table extends PgTable>(
  tx: Database,
  table: Table,
  rows: readonly InferInsertModel<Table>[],
  onConflict?: readonly AnyPgColumn[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.entries(getTableColumns(table));
  const names = list(columns.map(([, { name }]) => sql.identifier(name)));
  const json = JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(columns.map(([key, { name }]) => [name, row[key as keyof typeof row]])),
    ),
  );
  const replaced = columns.map(
    ([, { name }]) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`,
  );
  const keys = onConflict && list(onConflict.map(({ name }) => sql.identifier(name)));
  await tx.execute(sql`insert into ${table} (${names})
    select ${names} from json_populate_recordset(null::${table}, ${json}::json)
    ${keys ? sql`on conflict (${keys}) do update set ${list(replaced)}` : sql.empty()}`);
}

/** Whether a column holds one of any number of texts, by one parameter that the planner can see into. */
export const isAmong = (column: AnyPgColumn, texts: readonly string[]): SQL =>
  sql`${column} = any(${makePgArray([...texts])}::text[])`;

const list = (parts: readonly (SQL | ReturnType<typeof sql.identifier>)[]): SQL =>
  sql.join([...parts], sql`, `);
