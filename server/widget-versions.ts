import { cp, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '#server/package-root.ts';

const built = join(packageRoot(import.meta.url), 'dist/widget');

/** Folder of the versions that this server has given out, a folder each. */
export const widgetVersions = (dataDir: string): string => join(dataDir, 'widget');

/** What a page writes to have exactly this widget: `dist/widget/integrity.json`. */
export interface WidgetPin {
  readonly version: string;
  /** Path below the server's address. */
  readonly src: string;
  readonly integrity: string;
}

/** The pin of this build. @throws Error where nothing was built */
export const widgetPin = async (): Promise<WidgetPin> =>
  JSON.parse(await readFile(join(built, 'integrity.json'), 'utf8'));

/**
 * Keeps the widget of this build for pages that pin it, so that they have it after an upgrade too.
 *
 * @param folder `widgetVersions` of the data folder
 * @throws Error when the folder cannot be written
 */
export async function keepWidgetVersion(folder: string): Promise<void> {
  const { version } = await widgetPin();
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).includes(version)) return;
  const half = join(folder, `.${version}-${process.pid}`);
  await cp(join(built, version), half, { recursive: true });
  await rename(half, join(folder, version)).catch(() => rm(half, { recursive: true }));
}
