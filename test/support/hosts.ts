import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#test/support/sources.ts';

/** Pages in other people's frameworks, with packages of their own. */
export const hostsFolder = join(root, 'test/hosts');

/** Names and versions, without what npm adds to the lock that it keeps beside the packages. */
const lockedIn = (file: string): string => {
  if (!existsSync(file)) return '';
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version?: string }>>;
  };
  return Object.entries(packages)
    .flatMap(([path, { version }]) => (path && version ? [`${path} ${version}`] : []))
    .join('\n');
};

const lock = join(hostsFolder, '.installing');
const staleMs = 300_000;

/** Two files of tests may want them at once; a run that was killed holds nobody up for long. */
function alone(act: () => void): void {
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
      if (since !== undefined && Date.now() - since > staleMs)
        rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
    }
  }
  try {
    act();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function areInstalled(): boolean {
  const installed = lockedIn(join(hostsFolder, 'node_modules/.package-lock.json'));
  const wanted = lockedIn(join(hostsFolder, 'package-lock.json')).split('\n');
  // packages of other platforms are locked and not installed
  return installed !== '' && installed.split('\n').every((one) => wanted.includes(one));
}

/**
 * Installs their packages, where that has not been done since the lock changed; once a checkout. Of Astro the
 * router alone is wanted: the lock names nothing of the 240 packages that its builder needs.
 */
export function installHosts(): void {
  alone(() => {
    if (!areInstalled())
      execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: hostsFolder, stdio: 'pipe' });
  });
}
