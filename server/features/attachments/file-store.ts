import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, succeed, type Result } from '#shared/result.ts';
import { passedOverBytes } from '#server/http/json-body.ts';

/** What the store learned of a file while it streamed by. */
export interface SavedFile {
  readonly sizeBytes: number;
  readonly sha256: string;
  /** The first bytes, enough to tell the type and the size of a picture. */
  readonly head: Uint8Array;
}

/** Where attachments lie: one file an id, one folder a tenant. */
export interface FileStore {
  save(
    tenantId: string,
    id: string,
    body: ReadableStream<Uint8Array> | null,
    limitBytes: number,
  ): Promise<Result<SavedFile, 'too_large' | 'empty'>>;
  /** The bytes, read as they are asked for. @throws where the file is gone */
  read(tenantId: string, id: string): Promise<ReadableStream<Uint8Array>>;
  remove(tenantId: string, id: string): Promise<void>;
  /** Removes what uploads that began before and never ended left behind. */
  removeUnfinished(before: Date): Promise<void>;
}

const headBytes = 64 * 1024;

/**
 * Files in a folder. A file is written under a temporary name, flushed to the disk and renamed, so
 * that a name that exists is a whole file. Ids are made by the server and hold no path.
 */
export function folderFileStore(folder: string): FileStore {
  const pathOf = (tenantId: string, id: string) => join(folder, tenantId, id);
  return {
    async save(tenantId, id, body, limitBytes) {
      await mkdir(join(folder, tenantId), { recursive: true, mode: 0o700 });
      const temporary = `${pathOf(tenantId, id)}.part`;
      const written = await write(temporary, body, limitBytes).catch(async (error: unknown) => {
        await rm(temporary, { force: true });
        throw error;
      });
      if (!written.ok) {
        await rm(temporary, { force: true });
        return written;
      }
      await rename(temporary, pathOf(tenantId, id));
      await flushFolder(join(folder, tenantId));
      return written;
    },
    async read(tenantId, id) {
      const path = pathOf(tenantId, id);
      await access(path);
      return ReadableStream.from<Uint8Array>(bytesOf(path));
    },
    remove: (tenantId, id) => rm(pathOf(tenantId, id), { force: true }),
    async removeUnfinished(before) {
      const paths = await readdir(folder, { recursive: true }).catch(() => []);
      for (const path of paths.filter((name) => name.endsWith('.part'))) {
        const { mtime } = await stat(join(folder, path));
        if (mtime < before) await rm(join(folder, path), { force: true });
      }
    },
  };
}

/** Makes a new name in a folder survive a power cut; Windows flushes names with their files. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Opens the file at the first read only: an answer to HEAD is never read, and never cancelled. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

async function write(
  path: string,
  body: ReadableStream<Uint8Array> | null,
  limitBytes: number,
): Promise<Result<SavedFile, 'too_large' | 'empty'>> {
  const file = await open(path, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    const head: Uint8Array[] = [];
    let sizeBytes = 0;
    for await (const chunk of body ?? []) {
      if (sizeBytes < headBytes) head.push(chunk.slice(0, headBytes - sizeBytes));
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes + passedOverBytes) break;
      if (sizeBytes > limitBytes) continue;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (sizeBytes > limitBytes) return fail('too_large');
    if (sizeBytes === 0) return fail('empty');
    await file.sync();
    return succeed({ sizeBytes, sha256: hash.digest('hex'), head: Buffer.concat(head) });
  } finally {
    await file.close();
  }
}
