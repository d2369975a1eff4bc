import { once } from 'node:events';
import type { Sql } from 'postgres';

/** A row as text, column by column; null stays null. */
export type TextRow = Record<string, string | null>;

/** Rows of a table as COPY writes them, without those columns that the database counts itself. */
export async function readRows(sql: Sql, table: string, where: string): Promise<TextRow[]> {
  const columns = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_identity = 'NO'
    order by ordinal_position`;
  const list = columns.map(({ name }) => `"${name}"::text`).join(', ');
  return [...(await sql.unsafe(`select ${list} from ${table} where ${where}`))] as TextRow[];
}

/** Writes rows by COPY, as fast as the database takes them. */
export async function copyRows(
  sql: Sql,
  table: string,
  columns: readonly string[],
  rows: Iterable<TextRow>,
): Promise<void> {
  const names = columns.map((name) => `"${name}"`).join(', ');
  const into = await sql.unsafe(`copy ${table} (${names}) from stdin`).writable();
  let part = '';
  const flush = async () => {
    if (!into.write(part)) await once(into, 'drain');
    part = '';
  };
  for (const row of rows) {
    part += `${columns.map((name) => escaped(row[name] ?? null)).join('\t')}\n`;
    if (part.length > 1_000_000) await flush();
  }
  await flush();
  into.end();
  await once(into, 'finish');
}

const special: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};
const escaped = (value: string | null) =>
  value === null ? '\\N' : value.replace(/[\\\t\n\r]/g, (letter) => special[letter] ?? letter);
