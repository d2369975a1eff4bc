import type { Locale } from '#shared/vocabulary.ts';
import type { KeptFile } from '#widget/controllers/files.ts';
import { burn } from '#widget/editor/burn.ts';
import { loadEditorWords } from '#widget/editor/editor-words.ts';
import { hides as isHiding } from '#widget/editor/mark.ts';
import { openPicture } from '#widget/editor/open-picture.ts';
import { keepOriginal, originalOf } from '#widget/editor/originals.ts';
import { RgEditor } from '#widget/editor/rg-editor.ts';
import { registerTags } from '#widget/register-tags.ts';

/** A file's name with the ending of what it became. */
const nameFor = (name: string, type: string): string =>
  name.replace(/(\.\w+)?$/, type === 'image/png' ? '.png' : '.jpg');

/**
 * Lets somebody hide and point in a picture.
 *
 * @param place where the editor hangs while it is open
 * @param limitBytes what the new file may weigh
 * @param hides told once something is to be hidden that is still seen in the file
 * @returns what changes in the kept file, its burned picture first; undefined where nothing does
 * @throws when the editor's words cannot be fetched
 */
export async function editPicture(
  place: ParentNode,
  file: KeptFile,
  locale: Locale,
  limitBytes: number,
  hides: () => void,
): Promise<Partial<KeptFile> | undefined> {
  const say = await loadEditorWords(locale);
  registerTags({ 'rg-editor': RgEditor });
  const original = originalOf(file.blob) ?? { blob: file.blob, marks: [], hidden: file.hidden };
  const masked = original.hidden ?? 0;
  let change: Partial<KeptFile> | undefined;
  const editor = document.createElement('rg-editor');
  editor.task = {
    say,
    picture: openPicture(original.blob),
    marks: original.marks,
    masked,
    drawn: (marks) => {
      if (marks.some(isHiding)) hides();
    },
    burn: async (brush, marks) => {
      const blob = await burn(brush, original.blob.type, limitBytes);
      keepOriginal(blob, { ...original, marks });
      const hidden = masked + marks.filter(isHiding).length;
      change = { blob, name: nameFor(file.name, blob.type), hidden };
    },
  };
  place.append(editor);
  await editor.edit();
  editor.remove();
  return change;
}
