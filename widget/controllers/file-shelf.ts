import { isReady, type JudgedFile, type KeptFile } from '#widget/controllers/files.ts';

/** The files of one letter in the making, and those that were not taken. */
export interface FileShelf {
  /** Those that are still being made among them. */
  readonly files: readonly KeptFile[];
  /** Each with the reason, until it is removed. They go nowhere. */
  readonly refused: readonly KeptFile[];
  /**
   * A name that stands there at once, while its file is being made. What comes to nothing is gone again.
   *
   * @param most files that there may be
   */
  expect(name: string, making: Promise<JudgedFile | undefined>, most: number): Promise<void>;
  /** Settles once nothing on it is being made any more; false where a file was refused meanwhile. */
  whole(): Promise<boolean>;
  change(localId: string, part: Partial<KeptFile>): void;
  remove(localId: string): void;
  clear(): void;
  /** Other files instead of these; nobody is told. */
  put(files: readonly KeptFile[]): void;
}

/** @param closed while nothing more is taken, as what lies there is on its way */
export function createFileShelf(
  newId: () => string,
  changed: () => void,
  closed: () => boolean,
): FileShelf {
  let files: readonly KeptFile[] = [];
  let refused: readonly KeptFile[] = [];
  let waiting: readonly (() => void)[] = [];
  const stand = (next: readonly KeptFile[], others: readonly KeptFile[]) => {
    // another list each time, so that whoever shows it sees the change
    files = [...next];
    refused = others;
    if (!files.every(isReady)) return;
    for (const done of waiting) done();
    waiting = [];
  };
  const set = (next: readonly KeptFile[], others = refused) => {
    stand(next, others);
    changed();
  };
  const without = (list: readonly KeptFile[], localId: string) =>
    list.filter((file) => file.localId !== localId);

  async function settle(localId: string, making: Promise<JudgedFile | undefined>) {
    const made = await making.catch(() => undefined);
    const at = files.findIndex((file) => file.localId === localId);
    if (at < 0) return;
    const file = made && { ...made, localId };
    if (file && !file.refusal) set(files.with(at, file));
    else set(without(files, localId), file ? [...refused, file] : refused);
  }

  return {
    get files() {
      return files;
    },
    get refused() {
      return refused;
    },
    async expect(name, making, most) {
      if (closed()) return;
      const localId = newId();
      // no byte of it stands here before it may be sent
      const coming: KeptFile = { localId, name, blob: new Blob(), state: 'coming' };
      if (files.length < most) {
        set([...files, coming]);
        return settle(localId, making);
      }
      // what there is too much of is said once
      const refusal = { key: 'files.tooMany', slots: { count: most } } as const;
      const others = refused.filter((one) => one.refusal?.key !== refusal.key);
      set(files, [...others, { ...coming, refusal }]);
    },
    whole() {
      const before = refused.length;
      return new Promise((resolve) => {
        waiting = [...waiting, () => resolve(refused.length <= before)];
        stand(files, refused);
      });
    },
    change(localId, part) {
      set(files.map((file) => (file.localId === localId ? { ...file, ...part } : file)));
    },
    remove(localId) {
      set(without(files, localId), without(refused, localId));
    },
    clear: () => set([], []),
    put: (next) => stand(next, []),
  };
}
