import pino from 'pino';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Config } from '#server/config.ts';
import { connect, type Connection } from '#server/db/connect.ts';
import { startEmbedded } from '#server/db/embedded.ts';
import { probe, socketUrl } from '#server/db/embedded/probe.ts';
import { openStateFolder } from '#server/db/embedded/state-folder.ts';
import { migrate } from '#server/db/migrate.ts';
import { describeRefusal } from '#server/db/refusals.ts';

export interface OpenDatabase extends Connection {
  readonly url: string;
}

/**
 * Opens the database of the configuration with its schema up to date: the one of DATABASE_URL, else
 * the own one in the data folder, which is started or adopted and stopped again with `close`.
 *
 * @param alone refuse when another server runs on the own database; a command may share it
 * @returns a sentence for the person at the terminal when it cannot be had
 */
export async function openDatabase(
  config: Config,
  { alone }: { readonly alone: boolean },
): Promise<Result<OpenDatabase, string>> {
  return config.DATABASE_URL
    ? openAt(config.DATABASE_URL, config, async () => undefined)
    : openEmbedded(config, alone);
}

async function openEmbedded(config: Config, alone: boolean): Promise<Result<OpenDatabase, string>> {
  const dataRoot = config.DATA_DIR;
  const running = alone ? undefined : await runningUrl(dataRoot);
  if (running) return openAt(running, config, async () => undefined);
  const log = pino({ level: config.LOG_LEVEL });
  const started = await startEmbedded({
    dataRoot,
    log: { info: (message) => log.info(message), warn: (message) => log.warn(message) },
  });
  if (!started.ok) return fail(describeRefusal(started.failure));
  return openAt(started.value.url, config, started.value.stop);
}

/** Address of the own database where a server runs on it already. */
async function runningUrl(dataRoot: string): Promise<string | undefined> {
  const state = openStateFolder(dataRoot);
  if (!state.ok) return undefined;
  return (await probe(state.value)) === 'answers' ? socketUrl(state.value) : undefined;
}

async function openAt(
  url: string,
  config: Config,
  closeServer: () => Promise<void>,
): Promise<Result<OpenDatabase, string>> {
  const migrated = await migrate(url);
  if (!migrated.ok) {
    await closeServer();
    return fail(describeRefusal(migrated.failure));
  }
  const connection = connect({ url, poolSize: config.DATABASE_POOL });
  return succeed({
    ...connection,
    url,
    close: async () => {
      await connection.close();
      await closeServer();
    },
  });
}
