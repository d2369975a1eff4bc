import { succeed, fail, type Result } from '#shared/result.ts';
import { findPackagedBinaries, installBinaries } from '#server/db/embedded/binaries.ts';
import { ensureCluster } from '#server/db/embedded/cluster.ts';
import { keepRunning, type DatabaseLog } from '#server/db/embedded/keep-running.ts';
import { notWritable, openStateFolder } from '#server/db/embedded/state-folder.ts';
import type { DatabaseRefusal } from '#server/db/refusals.ts';

export interface EmbeddedDatabase {
  /** For `connect` and `migrate`. */
  readonly url: string;
  /** It was running already: an earlier server was killed and left it behind. */
  readonly adopted: boolean;
  readonly stateDir: string;
  /** Closes the data in order; call it after closing the pool. */
  stop(): Promise<void>;
}

/**
 * Runs the PostgreSQL that npm brought on a data folder, for this server alone. It outlives a kill
 * of this process and is adopted by the next start; when it dies itself, it is started again.
 *
 * Its socket takes no password: the folder admits its owner and root only, and TCP is off.
 *
 * @param dataRoot the server's data folder; as root the database lives in /var/lib/reglament
 */
export async function startEmbedded({
  dataRoot,
  log,
}: {
  readonly dataRoot: string;
  readonly log: DatabaseLog;
}): Promise<Result<EmbeddedDatabase, DatabaseRefusal>> {
  const packaged = findPackagedBinaries();
  if (!packaged) {
    const platform = `${process.platform}-${process.arch}`;
    return fail({ code: 'platform.without_binaries', params: { platform } });
  }
  try {
    const state = openStateFolder(dataRoot);
    if (!state.ok) return state;
    const binaries = installBinaries(packaged, state.value.path);
    if (!binaries.ok) return binaries;
    const made = await ensureCluster(state.value, binaries.value, (message) => log.warn(message));
    if (!made.ok) return made;
    const kept = await keepRunning(state.value, binaries.value, dataRoot, log);
    return kept.ok ? succeed({ ...kept.value, stateDir: state.value.path }) : kept;
  } catch (error) {
    return fail(notWritable(dataRoot, error));
  }
}
