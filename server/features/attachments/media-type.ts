import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';

const allowedTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
  'video/mp4',
  'video/webm',
]);

/**
 * What a file is by its first bytes; the sender's word counts only for plain text, which has no
 * signature. Undefined for everything off the list: SVG and HTML are refused, never stored.
 */
export async function mediaTypeOf(head: Uint8Array, declared: string): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(head);
  if (found) return allowedTypes.has(found.mime) ? found.mime : undefined;
  return declared === 'text/plain' && isPlainText(head) ? 'text/plain' : undefined;
}

/** Markup is refused as text too: a browser that sniffs would run it. */
function isPlainText(head: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(head);
  return !text.includes('\0') && !/^\s*<(!doctype|html|svg|\?xml|script)/i.test(text);
}

/** Width and height of a picture in pixels, or undefined where the head does not tell. */
export function pictureSize(
  head: Uint8Array,
  mediaType: string,
): { widthPx: number; heightPx: number } | undefined {
  if (!mediaType.startsWith('image/')) return undefined;
  try {
    const { width, height } = imageSize(head);
    return { widthPx: width, heightPx: height };
  } catch {
    return undefined;
  }
}
