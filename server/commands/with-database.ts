import { existsSync } from 'node:fs';
import { join } from 'node:path';
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

/**
 * The same for a command that works without one too: no database is made for it. It gets undefined
 * where neither DATABASE_URL nor the data folder has one.
 */
export async function withDatabaseIfAny(
  env: Environment,
  command: (db: Database | undefined, config: Config) => Promise<number>,
): Promise<number> {
  const config = readConfig(env);
  if (!config.ok) return refuse(...config.failure);
  const { DATABASE_URL, DATA_DIR } = config.value;
  // as root the database is elsewhere, under the id that the data folder keeps
  const made = ['data', 'instance'].some((name) => existsSync(join(DATA_DIR, name)));
  return DATABASE_URL || made ? withDatabase(env, command) : command(undefined, config.value);
}
