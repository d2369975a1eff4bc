import type { Config } from '#server/config.ts';
import { readConfig } from '#server/config.ts';
import type { Environment } from '#server/cli.ts';
import { refuse } from '#server/commands/print.ts';
import type { Database } from '#server/db/connect.ts';
import { openDatabase } from '#server/db/open-database.ts';

/**
 * Runs one command on the server's database, which may be in use by a running server, and closes it.
 * Without DATABASE_URL the own database is started for the command where no server holds it.
 */
export async function withDatabase(
  env: Environment,
  command: (db: Database, config: Config) => Promise<number>,
): Promise<number> {
  const config = readConfig(env);
  if (!config.ok) return refuse(...config.failure);
  const opened = await openDatabase(config.value, { alone: false });
  if (!opened.ok) return refuse(opened.failure);
  try {
    return await command(opened.value.db, config.value);
  } finally {
    await opened.value.close();
  }
}
