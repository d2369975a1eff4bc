/** A place as cameras write it into a film: latitude, longitude and often a height. @see ISO 6709 */
const place = /[+-]\d\d\.\d{3,}[+-]\d{3}\.\d{3,}(?:[+-][\d.]+)?\//g;
const windowBytes = 1_000_000;
/** Longer than any place, so that none is missed between two windows. */
const overlapBytes = 64;

/**
 * Turns every place where a film was made into zeros, so that nothing else of it moves; in pieces, between which the
 * page is usable.
 *
 * @returns whether there was one
 */
export async function blankPlace(bytes: Uint8Array): Promise<boolean> {
  let found = false;
  for (let from = 0; from < bytes.length; from += windowBytes) {
    await new Promise((resolve) => setTimeout(resolve));
    const part = bytes.subarray(from, from + windowBytes + overlapBytes);
    for (const { index, 0: text } of new TextDecoder('latin1').decode(part).matchAll(place)) {
      part.set(new TextEncoder().encode(text.replace(/\d/g, '0')), index);
      found = true;
    }
  }
  return found;
}
