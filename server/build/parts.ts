import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '#server/package-root.ts';

const root = packageRoot(import.meta.url);
const stamp = join(root, 'dist/built');

/** What is built, each by its own configuration. */
export const buildParts = [
  { config: join(root, 'widget/vite.config.ts') },
  { config: join(root, 'bitrix-app/vite.config.ts') },
  { config: join(root, 'server/desk/vite.config.ts') },
  { config: join(root, 'server/demo/pages/vite.config.ts') },
  { config: join(root, 'server/demo/portal/page/vite.config.ts') },
  { config: join(root, 'server/policy/vite.config.ts') },
  { config: join(root, 'server/vite.config.ts') },
] as const;

const sources = ['shared', 'widget', 'bitrix-app', 'server', 'package-lock.json'];

/** Whether any source is newer than the last whole build. */
export async function isStale(): Promise<boolean> {
  const built = await stat(stamp).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  for (const source of sources) {
    if ((await newest(join(root, source))) > built) return true;
  }
  return false;
}

/** Remembers that everything was built now. */
export async function markBuilt(): Promise<void> {
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(stamp, '');
}

async function newest(path: string): Promise<number> {
  const info = await stat(path);
  if (!info.isDirectory()) return info.mtimeMs;
  const names = await readdir(path);
  const times = await Promise.all(names.map((name) => newest(join(path, name))));
  return Math.max(info.mtimeMs, ...times);
}
