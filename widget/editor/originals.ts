import type { Mark } from '#widget/editor/mark.ts';

/** What a burned picture was made of. */
export interface Original {
  readonly blob: Blob;
  readonly marks: readonly Mark[];
  /** Boxes that were hidden before any pixel existed; undefined for a file from elsewhere. */
  readonly hidden: number | undefined;
}

/**
 * Originals by what was burned out of them, in this tab's memory and nowhere else: only a kept file
 * is ever stored or sent, and it holds the burned picture. One goes when its burned picture goes, at
 * the latest when that is being sent.
 */
const originals = new WeakMap<Blob, Original>();

export const keepOriginal = (burned: Blob, original: Original): void =>
  void originals.set(burned, original);

export const originalOf = (burned: Blob): Original | undefined => originals.get(burned);

export const forgetOriginal = (burned: Blob): void => void originals.delete(burned);
