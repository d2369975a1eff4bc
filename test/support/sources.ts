import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every file of the project that is or could be committed, as paths from its root. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return [...new Set(listed.split('\n').filter(Boolean))];
}

export const readSource = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What a TypeScript file imports: packages by name, our own files as paths from the root. */
export function importsOf(path: string): { readonly target: string; readonly typeOnly: boolean }[] {
  const found = readSource(path).matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...found].map(([, typeOnly, from, bare, lazy]) => ({
    target: resolveImport(path, from ?? bare ?? lazy ?? ''),
    typeOnly: typeOnly !== undefined,
  }));
}

const aliases: Readonly<Record<string, string>> = {
  '#shared/': 'shared/',
  '#widget/': 'widget/',
  '#server/': 'server/',
  '#desk/': 'server/desk/',
  '#test/': 'test/',
};

function resolveImport(path: string, target: string): string {
  for (const [alias, folder] of Object.entries(aliases)) {
    if (target.startsWith(alias)) return folder + target.slice(alias.length);
  }
  return target.startsWith('.') ? posix.join(dirname(path), target) : target;
}
