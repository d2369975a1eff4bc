/** A part of a file by its name, from its first byte to the one behind its last. */
interface Chunk {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const nameAt = (bytes: Uint8Array, at: number) =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

/** Those of a PNG that make its picture, moving ones too. @see https://www.w3.org/TR/png-3/ */
const drawn =
  /^(?:IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|mDCV|cLLI|bKGD|hIST|pHYs|sPLT|acTL|fcTL|fdAT)$/;

/** Parts in their order to the last one, or undefined where a file breaks off before it. */
function chunksOf(bytes: Uint8Array, isPng: boolean): Chunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Chunk[] = [];
  let from = isPng ? 8 : 12;
  const end = isPng ? Infinity : view.getUint32(4, true) + 8;
  while (from < end) {
    if (from + 8 > bytes.length) return undefined;
    const length = view.getUint32(from + (isPng ? 0 : 4), !isPng);
    const name = nameAt(bytes, from + (isPng ? 4 : 0));
    const to = from + (isPng ? length + 12 : length + 8 + (length % 2));
    if (to > bytes.length) return undefined;
    found.push({ name, from, to });
    if (name === 'IEND') break;
    from = to;
  }
  return found;
}

/** What of a camera's notes says that a picture lies on its side, in either order of bytes. @see Exif 2.32, tag 0x0112 */
const turned = /0112000300000001000[2-8]|12010300010000000[2-8]00/;

/** Whether a PNG or WebP stands upright by its notes alone, so that they cannot be cut out of it. */
export function standsByNotes(bytes: Uint8Array, type: string): boolean {
  const notes = chunksOf(bytes, type === 'image/png')?.filter(({ name }) => /^exif$/i.test(name));
  // it stands among the first of its tags
  const hex = ({ from, to }: Chunk) =>
    Array.from(bytes.subarray(from, Math.min(to, from + 2000)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
  return notes?.some((chunk) => turned.test(hex(chunk))) ?? false;
}

/**
 * A PNG or WebP without what is no part of its picture: place and time of shooting, texts of programs, and what
 * lies behind its end, where some programs leave the picture from before it was cut. No pixel changes.
 *
 * @returns undefined where there is nothing to leave out, or the file is another
 */
export function withoutNotes(bytes: Uint8Array, type: string): Uint8Array<ArrayBuffer> | undefined {
  const isPng = type === 'image/png';
  if (nameAt(bytes, isPng ? 12 : 8) !== (isPng ? 'IHDR' : 'WEBP')) return undefined;
  const isKept = ({ name }: Chunk) => (isPng ? drawn.test(name) : !/^(?:EXIF|XMP )$/.test(name));
  const kept = chunksOf(bytes, isPng)?.filter(isKept);
  if (!kept) return undefined;
  const parts = [bytes.subarray(0, isPng ? 8 : 12)].concat(
    kept.map(({ from, to }) => bytes.subarray(from, to)),
  );
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length === bytes.length) return undefined;
  const cut = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    cut.set(part, at);
    at += part.length;
  }
  if (isPng) return cut;
  // its length, and that it holds no more notes
  new DataView(cut.buffer).setUint32(4, length - 8, true);
  if (nameAt(cut, 12) === 'VP8X') cut[20] = (cut[20] ?? 0) & ~0b1100;
  return cut;
}
