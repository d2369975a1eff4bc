import type { Locale } from '#shared/vocabulary.ts';
import {
  refuseFile,
  type FileLimits,
  type FileRefusal,
  type KeptFile,
} from '#widget/controllers/files.ts';

/** The files of one letter in the making, and why the last one was not taken. */
export interface FileShelf {
  readonly files: readonly KeptFile[];
  readonly refusal: FileRefusal | undefined;
  /** `hidden` counts the boxes hidden in a picture of the page. */
  add(name: string, blob: Blob, limits: FileLimits, locale: Locale, hidden?: number): void;
  change(localId: string, part: Partial<KeptFile>): void;
  remove(localId: string): void;
  clear(): void;
  /** Other files instead of these; nobody is told. */
  put(files: readonly KeptFile[]): void;
}

export function createFileShelf(newId: () => string, changed: () => void): FileShelf {
  let files: readonly KeptFile[] = [];
  let refusal: FileRefusal | undefined;
  const set = (next: readonly KeptFile[], why?: FileRefusal) => {
    files = next;
    refusal = why;
    changed();
  };

  return {
    get files() {
      return files;
    },
    get refusal() {
      return refusal;
    },
    add(name, blob, limits, locale, hidden) {
      const { type, size } = blob;
      const why = refuseFile({ name, type, size }, files.length, limits, locale);
      const file = { localId: newId(), name, blob, ...(hidden !== undefined && { hidden }) };
      set(why ? files : [...files, file], why);
    },
    change(localId, part) {
      set(
        files.map((file) => (file.localId === localId ? { ...file, ...part } : file)),
        refusal,
      );
    },
    remove(localId) {
      set(files.filter((file) => file.localId !== localId));
    },
    clear: () => set([]),
    put(next) {
      files = next;
      refusal = undefined;
    },
  };
}
