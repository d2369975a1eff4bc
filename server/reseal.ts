import type { SecretBox } from '#server/secret-box.ts';

/** One sealed text in the database. */
export interface SealedCell {
  readonly place: string;
  readonly sealed: string;
  /** Writes the newly sealed text, unless another one has taken its place meanwhile. */
  replace(next: string): Promise<void>;
}

/**
 * Seals with the key of today what former keys have sealed. Running it again is harmless.
 *
 * @returns how many were sealed anew, and the places of those that no known key opens
 */
export async function reseal(
  box: SecretBox,
  cells: readonly SealedCell[],
): Promise<{ readonly changed: number; readonly unopened: readonly string[] }> {
  const unopened: string[] = [];
  let changed = 0;
  for (const { place, sealed, replace } of cells) {
    if (!box.isStale(sealed)) continue;
    const next = sealedAnew(box, sealed, place);
    if (next === undefined) {
      unopened.push(place);
    } else {
      await replace(next);
      changed += 1;
    }
  }
  return { changed, unopened };
}

function sealedAnew(box: SecretBox, sealed: string, place: string): string | undefined {
  try {
    return box.seal(box.open(sealed, place), place);
  } catch {
    return undefined;
  }
}
