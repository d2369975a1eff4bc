import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

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

const staleMs = 300_000;

/** Two programs may want them at once; one that was killed holds nobody up for long. */
function alone(lock: string, act: () => void): void {
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

function areInstalled(folder: string): boolean {
  const installed = lockedIn(join(folder, 'node_modules/.package-lock.json'));
  const wanted = lockedIn(join(folder, 'package-lock.json')).split('\n');
  // packages of other platforms are locked and not installed
  return installed !== '' && installed.split('\n').every((one) => wanted.includes(one));
}

/** Installs what the lock of a folder of ours holds, where that has not been done since it changed; once a checkout. */
export function installPackages(folder: string): void {
  alone(join(folder, '.installing'), () => {
    if (!areInstalled(folder))
      execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'pipe' });
  });
}
