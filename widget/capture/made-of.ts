import type { Made } from '#widget/capture/picture-plan.ts';

/** What the sentence beside a picture tells: how it was changed, or that nothing in it is hidden. */
export type Done = Made | 'unmasked';

/** What was done with pictures of this tab, for the sentence beside them; it never leaves the tab. */
const made = new WeakMap<Blob, Done>();

export const keepMade = (blob: Blob, how: Done): void => void made.set(blob, how);

export const madeOf = (blob: Blob): Done | undefined => made.get(blob);
