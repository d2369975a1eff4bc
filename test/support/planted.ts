import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '#server/db/connect.ts';

/** Tables in whose rows a mark stands, in whatever column, also as bytes. */
export async function tablesHolding(client: Client, mark: string): Promise<string[]> {
  const tables = await client.unsafe<{ name: string }[]>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const [found] = await client.unsafe(
      `select 1 from ${name} t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0 limit 1`,
      [mark, Buffer.from(mark).toString('hex')],
    );
    if (found) holding.push(name);
  }
  return holding;
}

/** Files below a folder in which a mark stands, in the name or inside. */
export const filesHolding = (folder: string, mark: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.includes(mark) || readFileSync(path).includes(mark));

/** Every row of every table as one text; bytes stand in it in hex. */
export async function allTables(client: Client): Promise<string> {
  const tables = await client.unsafe<{ name: string }[]>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const [whole] = await client.unsafe(
      `select string_agg(t::text, E'\\n') as text from ${name} t`,
    );
    texts.push(`${name}\n${String(whole?.['text'])}`);
  }
  return texts.join('\n');
}
