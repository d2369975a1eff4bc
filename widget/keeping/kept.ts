import type { Draft } from '#widget/controllers/draft.ts';
import type { KeptFile } from '#widget/controllers/files.ts';
import type { Parcel } from '#widget/controllers/order.ts';

/** What a person has written, as it is kept. */
export interface Written {
  readonly draft: Draft;
  readonly files: readonly KeptFile[];
}

/** What came back, and the names of the files that did not. */
export interface Kept extends Written {
  readonly lost: readonly string[];
}

/** Names something on its way. */
export type ParcelName = Pick<Parcel, 'key' | 'to'>;
