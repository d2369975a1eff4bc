import type { ApiFailure } from '#widget/api/answer.ts';

/** A file that waits in memory to go with a request. */
export interface KeptFile {
  readonly localId: string;
  readonly name: string;
  readonly blob: Blob;
  /** Boxes hidden before the picture existed; only for a picture of the page. */
  readonly hidden?: number;
  /** Share sent, 0 to 1, while it goes. */
  readonly progress?: number | undefined;
  /** Still being made, and empty until then; or where it stands once it is to go. */
  readonly state?: 'coming' | 'waiting' | 'going' | 'paused' | 'done' | undefined;
  /** Why the form does not take it. */
  readonly refusal?: FileRefusal;
  /** Why the server did not take it. */
  readonly failure?: ApiFailure | undefined;
}

/** A file as it can go. */
export type ReadyFile = Pick<KeptFile, 'name' | 'blob' | 'hidden'>;

/** What came of something that was to become a file; `refusal` where the form does not take it. */
export type JudgedFile = ReadyFile & Pick<KeptFile, 'refusal'>;

/** Whether it is there, and can be kept and sent. */
export const isReady = ({ state }: KeptFile): boolean => state !== 'coming';

export interface FileLimits {
  readonly attachments: number;
  readonly attachmentBytes: number;
}

/** Media types that go, as an input's `accept` names them. */
export const accepted =
  'image/png,image/jpeg,image/webp,image/gif,application/pdf,text/plain,video/mp4,video/webm';

/** Why a file is not taken: a sentence of the catalog, and what it names. */
export interface FileRefusal {
  readonly key:
    | 'files.tooMany'
    | 'files.tooLarge'
    | 'files.wrongType'
    | 'files.empty'
    | 'files.unreadable';
  readonly slots: Readonly<Record<string, string | number>>;
}
