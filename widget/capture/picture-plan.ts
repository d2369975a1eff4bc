/** What is known of a picture before anything is done with it. */
export interface PictureFile {
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** Whether it says where and when it was taken. */
  readonly tells: boolean;
}

/** Longest side of a photo that goes, in pixels. */
export const longestSide = 2560;

const isPhoto = (type: string) => /^image\/(jpeg|heic|heif)$/.test(type);

/**
 * How a picture is drawn anew, or undefined when it goes as it is. Photos that are huge or say where they
 * were taken are, a picture that is too large to be accepted too; small and sharp ones never.
 */
export function planPicture(
  { type, width, height, bytes, tells }: PictureFile,
  limitBytes: number,
): { readonly width: number; readonly height: number; readonly made: Made } | undefined {
  const longest = Math.max(width, height);
  const tooLarge = bytes > limitBytes;
  const shrinks = longest > longestSide && (isPhoto(type) || tooLarge);
  if (!shrinks && !tooLarge && !(isPhoto(type) && (tells || type !== 'image/jpeg')))
    return undefined;
  const scale = shrinks ? longestSide / longest : 1;
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    made: shrinks ? 'smaller' : 'cleaned',
  };
}

/** What was done with a picture before it was put on the shelf. */
export type Made = 'smaller' | 'cleaned';

/** Whether the head of a JPEG file carries a camera's notes: place, time, device. */
export const tellsOfShooting = (head: Uint8Array): boolean =>
  /Exif\0|ns\.adobe\.com\/xap|Photoshop 3\.0/.test(new TextDecoder('latin1').decode(head));
