import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '#server/package-root.ts';

/** Addresses of the built files of one page. */
interface PageFiles {
  readonly script: string;
  readonly styles: readonly string[];
}

/** Both pages that a portal opens. */
export interface PortalPages {
  readonly app: PageFiles;
  readonly install: PageFiles;
}

const manifest = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).default([]) }),
);

/** Reads which files the build has made of the pages. @throws where there is no build */
export async function readPortalPages(): Promise<PortalPages> {
  const path = join(packageRoot(import.meta.url), 'dist/bitrix-app/manifest.json');
  const built = manifest.parse(JSON.parse(await readFile(path, 'utf8')));
  const filesOf = (name: string): PageFiles => {
    const entry = built[`pages/${name}.ts`];
    if (!entry) throw new Error(`the build has no page ${name}`);
    return { script: `/b24/${entry.file}`, styles: entry.css.map((file) => `/b24/${file}`) };
  };
  return { app: filesOf('app'), install: filesOf('install') };
}
