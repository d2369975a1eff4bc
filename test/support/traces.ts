import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestDatabase } from '#test/support/database.ts';

/** Everything a database holds, a line a row, as JSON; bytes as `\x` and hex. */
export async function dumpOf({ client }: Pick<TestDatabase, 'client'>): Promise<string> {
  const tables = await client.unsafe(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const rows = await Promise.all(
    tables.map(({ name }) =>
      client.unsafe(`select row_to_json(t)::text as row from ${String(name)} t`),
    ),
  );
  return rows
    .flat()
    .map(({ row }) => String(row))
    .join('\n');
}

/** Everything below a folder, byte for byte as Latin letters. */
export async function filesBelow(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')),
  );
  return texts.join('\n');
}

/** Ways in which a secret may be written down and still be one. */
const spellings = (secret: string): readonly string[] => {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
};

/** Those secrets that stand somewhere in a text, in whatever spelling. */
export const tracesIn = (text: string, secrets: Iterable<string>): readonly string[] =>
  [...new Set(secrets)].filter((secret) =>
    spellings(secret).some((spelling) => text.includes(spelling)),
  );
