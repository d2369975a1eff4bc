import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { findPackagedBinaries, installBinaries } from '#server/db/embedded/binaries.ts';
import { stopPostmaster } from '#server/db/embedded/postmaster.ts';
import { openStateFolder } from '#server/db/embedded/state-folder.ts';

// Waits until standard input closes, then stops the embedded database of a data folder and removes
// both: that database outlives its server by design, and a killed test run must leave none.

const [dataRoot = '', folder = ''] = process.argv.slice(2);
process.stdin.resume();
await once(process.stdin, 'end');
const state = openStateFolder(dataRoot);
const packaged = findPackagedBinaries();
if (state.ok && packaged) {
  const binaries = installBinaries(packaged, state.value.path);
  if (binaries.ok) await stopPostmaster(state.value, binaries.value, 'SIGQUIT');
  rmSync(state.value.path, { recursive: true, force: true });
}
rmSync(folder, { recursive: true, force: true });
