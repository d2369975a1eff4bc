import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '#server/package-root.ts';

/** Addresses of the scripts of both pages that a portal opens. */
export interface PortalPages {
  readonly app: string;
  readonly install: string;
}

const manifest = z.record(z.string(), z.object({ file: z.string() }));

/** The pages of a running server: read when the first of them is asked for. */
export function portalPages(): () => Promise<PortalPages> {
  let read: Promise<PortalPages> | undefined;
  return () =>
    (read ??= readPortalPages().catch((fault: unknown) => {
      read = undefined;
      throw fault;
    }));
}

/** Reads which files the build has made of the pages. @throws where there is no build */
async function readPortalPages(): Promise<PortalPages> {
  const path = join(packageRoot(import.meta.url), 'dist/bitrix-app/manifest.json');
  const built = manifest.parse(JSON.parse(await readFile(path, 'utf8')));
  const scriptOf = (name: string) => {
    const entry = built[`pages/${name}.ts`];
    if (!entry) throw new Error(`the build has no page ${name}`);
    return `/b24/${entry.file}`;
  };
  return { app: scriptOf('app'), install: scriptOf('install') };
}
