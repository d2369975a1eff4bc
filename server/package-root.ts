import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of this package, wherever the code runs from: its source or the bundle in `dist/`.
 *
 * @param from file URL of a module inside the package: `import.meta.url`
 * @throws Error when no folder above it holds the package.json named "reglament"
 */
export function packageRoot(from: string): string {
  let folder = dirname(fileURLToPath(from));
  while (!isRoot(folder)) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('no package.json named "reglament" above this module');
    folder = parent;
  }
  return folder;
}

function isRoot(folder: string): boolean {
  const file = join(folder, 'package.json');
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'reglament';
}
