import type { Locale } from '#shared/vocabulary.ts';
import {
  accepted,
  type FileLimits,
  type FileRefusal,
  type JudgedFile,
  type ReadyFile,
} from '#widget/controllers/files.ts';

export const acceptedTypes = accepted.split(',');

const megabytes = (bytes: number, locale: Locale) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1_000_000);

function refusalOf(
  { name, blob: { type, size } }: ReadyFile,
  { attachmentBytes }: FileLimits,
  locale: Locale,
): FileRefusal | undefined {
  if (!acceptedTypes.includes(type)) return { key: 'files.wrongType', slots: { name } };
  if (size === 0) return { key: 'files.empty', slots: { name } };
  if (size > attachmentBytes)
    return { key: 'files.tooLarge', slots: { name, limit: megabytes(attachmentBytes, locale) } };
  return undefined;
}

/** Whether the form takes a file as it is by now. The server decides again by the file's bytes. */
export function judgeFile(file: ReadyFile, limits: FileLimits, locale: Locale): JudgedFile {
  const refusal = refusalOf(file, limits, locale);
  return { ...file, ...(refusal && { refusal }) };
}
