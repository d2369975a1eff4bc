import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';

const ownImport = /(['"])(#[\w-]+\/[^'"]+|\.{1,2}\/[^'"]+)\.ts\1/g;

/**
 * Copies the declarations that entries reach, with relative addresses: `#widget/…` means our
 * sources, which a package does not hold, and a consumer would get `any` without a word.
 *
 * @param from folder of what the compiler wrote, laid out as the sources are
 * @param entries paths in it
 * @param to folder that is made anew
 * @throws Error when an entry reaches a declaration that was not written
 */
export async function copyDeclarations(
  from: string,
  entries: readonly string[],
  to: string,
): Promise<void> {
  await rm(to, { recursive: true, force: true });
  const copied = new Set<string>();
  const copy = async (path: string): Promise<void> => {
    if (copied.has(path)) return;
    copied.add(path);
    const reached: string[] = [];
    const text = await readFile(join(from, path), 'utf8');
    const portable = text.replace(ownImport, (_import, quote: string, target: string) => {
      const module = target.startsWith('#')
        ? target.slice(1)
        : posix.join(posix.dirname(path), target);
      reached.push(`${module}.d.ts`);
      const address = posix.relative(posix.dirname(path), module);
      return `${quote}${address.startsWith('.') ? address : `./${address}`}.js${quote}`;
    });
    await mkdir(dirname(join(to, path)), { recursive: true });
    await writeFile(join(to, path), portable);
    await Promise.all(reached.map(copy));
  };
  await Promise.all(entries.map(copy));
}
