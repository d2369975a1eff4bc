import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyDeclarations } from '#server/build/declarations.ts';
import { readSource, root } from '#test/support/sources.ts';

interface Entry {
  readonly types?: string;
  readonly import?: string;
}

/** What a package of ours says of itself. */
export const manifest = JSON.parse(readSource('package.json')) as {
  readonly bin: { readonly reglament: string };
  readonly exports: Readonly<Record<string, Entry | string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly customElements: string;
};

/** Paths that the package promises to those who import it. */
export const promised: readonly string[] = Object.values(manifest.exports).flatMap((entry) =>
  typeof entry === 'string' ? [entry] : [entry.types, entry.import].flatMap((path) => path ?? []),
);

/**
 * A folder of somebody's project that has our package with its types, and packages beside it.
 *
 * @param packages names to link, by the `node_modules` they lie in; `name=other` links the other by that name
 */
export async function projectWithPackage(
  packages: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  execFileSync('npx', ['tsc', '-b', 'widget', 'server'], { cwd: root, stdio: 'pipe' });
  const folder = mkdtempSync(join(tmpdir(), 'reglament-consumer-'));
  const installed = join(folder, 'node_modules/reglament');
  const made = promised.filter((path) => path.startsWith('./dist/declarations/'));
  await copyDeclarations(
    join(root, 'dist/types'),
    made.map((path) => path.replace('./dist/declarations/', '')),
    join(installed, 'dist/declarations'),
  );
  for (const path of promised.filter((one) => one.endsWith('.d.ts') && !made.includes(one)))
    cpSync(join(root, path), join(installed, path));
  for (const [from, names] of Object.entries(packages)) {
    for (const name of names) {
      const [as = name, other = name] = name.split('=');
      const link = join(folder, 'node_modules', as);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(from, other), link);
    }
  }
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(
    join(installed, 'package.json'),
    JSON.stringify({ name: 'reglament', type: 'module', exports: manifest.exports }),
  );
  return folder;
}

/** What the types of our npm entries lean on. */
export const ownPackages = {
  [join(root, 'node_modules')]: ['lit', 'lit-html', 'lit-element', '@lit', 'zod'],
};
