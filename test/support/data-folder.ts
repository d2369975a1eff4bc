import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A data folder for a server of a test's own. */
export const makeDataFolder = (): string => mkdtempSync(join(tmpdir(), 'reglament-data-'));

/** Removes it together with its database, which as root lies outside of it. */
export function removeDataFolder(folder: string): void {
  const instance = join(folder, 'instance');
  const state = existsSync(instance) ? readFileSync(instance, 'utf8').trim() : '';
  if (state) rmSync(join('/var/lib/reglament', state), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
