import { scrubText } from '#shared/scrub/scrub-text.ts';
import { shownName } from '#shared/shown-name.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { blankPlace } from '#widget/capture/blank-place.ts';
import { standsByNotes, withoutNotes } from '#widget/capture/cut-notes.ts';
import { judgeFile } from '#widget/capture/judge-file.ts';
import { keepMade } from '#widget/capture/made-of.ts';
import type { FileLimits, JudgedFile } from '#widget/controllers/files.ts';
import { planPicture, tellsOfShooting } from '#widget/capture/picture-plan.ts';

const headBytes = 131_072;
const quality = 0.85;

/** Files that a browser names by nothing but their ending. */
const typeOf = ({ type, name }: File) =>
  type ||
  (/\.hei[cf]$/i.test(name) ? 'image/heic' : /\.(?:log|txt)$/i.test(name) ? 'text/plain' : '');

/** The picture drawn anew: what a camera wrote beside it stays behind, its way up is kept. */
async function drawAnew(bitmap: ImageBitmap, width: number, height: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('no canvas');
  brush.imageSmoothingQuality = 'high';
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, width, height);
  brush.drawImage(bitmap, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', quality),
  );
  if (!blob) throw new Error('empty picture');
  return blob;
}

const ending = /\.(?:png|jpe?g|webp|gif|hei[cf]|pdf|txt|log|mp4|webm)$/i;

/** Under a name that tells of nobody and hides nothing, as it goes, with its type: what the person sees is what is sent. */
function withCleanName(file: File): File {
  const shown = shownName(file.name);
  // apart, or what names a mailbox would take the ending along
  const name = scrubText(shown.replace(ending, '')) + (shown.match(ending)?.[0] ?? '');
  const type = typeOf(file);
  return name === file.name && type === file.type ? file : new File([file], name, { type });
}

/**
 * As it is now: a browser lets nobody read a file that changes on the disk later, as logs and open documents do.
 * What is too large to go as it is stays where it lies. @throws where it cannot be read by now
 */
const inMemory = async (file: File, limitBytes: number) =>
  file.size > limitBytes
    ? file
    : new File([await file.arrayBuffer()], file.name, { type: file.type });

async function prepareFile(file: File, limitBytes: number): Promise<File> {
  const named = file.type;
  if (!/^(?:image\/(?:jpeg|png|webp|heic|heif)|video\/mp4)$/.test(named)) return file;
  // it is refused as it is, and may not fit into memory
  if (named === 'video/mp4' && file.size > limitBytes) return file;
  const bytes = new Uint8Array(await file.arrayBuffer());
  // a photo under another ending tells no less
  const type = bytes[0] === 0xff && bytes[1] === 0xd8 ? 'image/jpeg' : named;
  const withBytes = (part: Uint8Array<ArrayBuffer>) => new File([part], file.name, { type });
  if (type === 'video/mp4') return (await blankPlace(bytes)) ? withBytes(bytes) : file;
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  const isTurned = /png|webp/.test(type) && standsByNotes(bytes, type);
  const tells = isTurned || tellsOfShooting(bytes.subarray(0, headBytes));
  const of = { width, height, bytes: file.size, tells };
  const plan = planPicture({ ...of, type: isTurned ? 'image/jpeg' : type }, limitBytes);
  try {
    if (!plan) {
      const cut = withoutNotes(bytes, type);
      return cut ? withBytes(cut) : file;
    }
    const blob = await drawAnew(bitmap, plan.width, plan.height);
    const name = file.name.replace(/(\.\w+)?$/, '.jpg');
    const prepared = new File([blob], name, { type: blob.type });
    keepMade(prepared, plan.made);
    return prepared;
  } finally {
    bitmap.close();
  }
}

/**
 * Files as they go: named without secrets, photos without the camera's notes and of a size that can be sent, films
 * without the place where they were made. What is neither, or what this browser cannot open, is left untouched. Each is judged as it goes.
 */
export function prepareFiles(
  files: readonly File[],
  limits: FileLimits,
  locale: Locale,
): Promise<JudgedFile>[] {
  const { attachmentBytes } = limits;
  const judge = (blob: File) => judgeFile({ name: blob.name, blob }, limits, locale);
  const prepare = async (file: File): Promise<JudgedFile> => {
    const read = await inMemory(file, attachmentBytes).catch(() => undefined);
    if (read) return judge(await prepareFile(read, attachmentBytes).catch(() => read));
    const { name } = file;
    return { refusal: { key: 'files.unreadable', slots: { name } }, ...judge(file) };
  };
  // one after another: a phone has no memory for ten open photos
  let last: Promise<unknown> = Promise.resolve();
  return files.map(withCleanName).map((file) => {
    const made = last.then(() => prepare(file));
    last = made;
    return made;
  });
}
