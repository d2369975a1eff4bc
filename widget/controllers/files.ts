import type { Locale } from '#shared/vocabulary.ts';

/** A file that waits in memory to go with a request. */
export interface KeptFile {
  readonly localId: string;
  readonly name: string;
  readonly blob: Blob;
  /** Boxes hidden before the picture existed; only for a picture of the page. */
  readonly hidden?: number;
  /** Share sent, 0 to 1, while it goes. */
  readonly progress?: number | undefined;
  /** Where it stands once it is to go. */
  readonly state?: 'waiting' | 'going' | 'paused' | 'done' | undefined;
  readonly failed?: boolean;
}

export interface FileLimits {
  readonly attachments: number;
  readonly attachmentBytes: number;
}

export const acceptedTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
  'text/plain',
  'video/mp4',
  'video/webm',
] as const;

export type FileRefusal =
  | { readonly key: 'files.tooMany'; readonly slots: { readonly count: number } }
  | {
      readonly key: 'files.tooLarge';
      readonly slots: { readonly name: string; readonly limit: string };
    }
  | { readonly key: 'files.wrongType' | 'files.empty'; readonly slots: { readonly name: string } };

const megabytes = (bytes: number, locale: Locale) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1_000_000);

/** Why a file cannot be added, or undefined. The server decides again by the file's bytes. */
export function refuseFile(
  file: { readonly name: string; readonly type: string; readonly size: number },
  already: number,
  limits: FileLimits,
  locale: Locale,
): FileRefusal | undefined {
  const { name } = file;
  if (already >= limits.attachments)
    return { key: 'files.tooMany', slots: { count: limits.attachments } };
  if (!acceptedTypes.some((type) => type === file.type))
    return { key: 'files.wrongType', slots: { name } };
  if (file.size === 0) return { key: 'files.empty', slots: { name } };
  if (file.size > limits.attachmentBytes)
    return {
      key: 'files.tooLarge',
      slots: { name, limit: megabytes(limits.attachmentBytes, locale) },
    };
  return undefined;
}
