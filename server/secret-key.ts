import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#server/config.ts';
import { createSecretBox, type SecretBox } from '#server/secret-box.ts';

/**
 * The box of `SECRET_KEY`, else of a key that is made once and kept in the data folder. What the keys
 * of `SECRET_KEYS_OLD` have sealed can still be opened.
 */
export async function readSecretBox(config: Config): Promise<SecretBox> {
  const { SECRET_KEY, SECRET_KEYS_OLD, DATA_DIR } = config;
  const key = SECRET_KEY ?? (await keptKey(DATA_DIR));
  return createSecretBox(bytesOf(key), SECRET_KEYS_OLD.map(bytesOf));
}

const bytesOf = (key: string): Buffer => Buffer.from(key, 'base64url');

async function keptKey(folder: string): Promise<string> {
  const path = join(folder, 'secret-key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = randomBytes(32).toString('base64url');
  // whoever comes first makes it; a second process reads what the first one wrote
  await writeFile(path, made, { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return (await readFile(path, 'utf8')).trim();
}
