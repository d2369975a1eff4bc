import { fail, succeed } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { readAnswer, type Answer } from '#widget/api/answer.ts';
import type { XhrCall } from '#widget/api/xhr.ts';

/** One file on its way to the server. */
export interface Sending {
  readonly file: Blob;
  readonly name: string;
  /** Where an earlier attempt, of this page or another, was going on. */
  readonly at: string | undefined;
  /** Told where it goes on, as soon as there is such a place, and when it is gone. */
  readonly placed: (at: string | undefined) => Promise<void>;
  /** Told the share that the server has, 0 to 1. */
  readonly progress: (share: number) => void;
}

/** A file that the server has whole. */
export interface SentFile {
  readonly id: string;
}

export interface UploadWay {
  /** Address that uploads begin at. */
  readonly url: string;
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
  readonly call: XhrCall;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const mebibyte = 1024 * 1024;

/** Largest piece, and smallest that is still worth an answer. */
const largest = 8 * mebibyte;
const smallest = mebibyte / 16;

/** Answers that the place is another one, or gone, before a pause. */
const mostAstray = 3;

/** Bytes of the next piece: as much as the way carries in one to four seconds. */
export const nextPieceBytes = (bytes: number, tookMs: number): number =>
  tookMs < 1_000
    ? Math.min(bytes * 2, largest)
    : tookMs > 4_000
      ? Math.max(bytes / 2, smallest)
      : bytes;

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** SHA-256 in hex; undefined on pages without TLS, where the browser counts none. */
async function digestOf(file: Blob): Promise<string | undefined> {
  const digest = await crypto.subtle?.digest('SHA-256', await file.arrayBuffer());
  return (
    digest && [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  );
}

/**
 * Sends a file in pieces by the tus protocol, from where the server has it. Any break is a failure that waiting
 * helps against; what the server has by then it keeps for a day.
 *
 * @see tus resumable upload protocol 1.0.0
 */
export async function uploadFile(way: UploadWay, sending: Sending): Promise<Answer<SentFile>> {
  const { url, call } = way;
  const { file, name, placed, progress } = sending;
  let { at } = sending;
  let bytes = at ? mebibyte / 4 : mebibyte;
  let most = largest;
  let offset: number | undefined = at ? undefined : 0;
  const lost = async () => {
    at = undefined;
    offset = 0;
    await placed(undefined);
  };

  let astray = 0;
  /** As many answers as a file has pieces, and some that only say where it stands. */
  for (let turns = 0; turns < 1_000; turns += 1) {
    const begins = at === undefined;
    const asks = offset === undefined;
    const began = way.now();
    const answer = await call({
      method: begins ? 'POST' : asks ? 'HEAD' : 'PATCH',
      url: at ?? url,
      headers: {
        ...(await way.headers()),
        'Tus-Resumable': '1.0.0',
        ...(begins && {
          'Upload-Length': String(file.size),
          'Upload-Metadata': `filename ${base64(name)},filetype ${base64(file.type)}`,
        }),
        ...(!begins && !asks && { 'Upload-Offset': String(offset) }),
        ...(!asks && { 'Content-Type': 'application/offset+octet-stream' }),
      },
      ...(!asks && { body: file.slice(offset, (offset ?? 0) + bytes) }),
      sent: (share) =>
        progress(Math.min(1, ((offset ?? 0) + share * Math.min(bytes, file.size)) / file.size)),
    });
    const { status } = answer;
    if (status === 0) return fail({ code: 'offline' });
    const strays = !begins && [404, 409, 410].includes(status);
    if (strays) astray += 1;
    // held by an attempt that is not over, or a server that does not know what it has: a pause helps
    if ((!begins && status === 423) || astray > mostAstray) return fail({ code: 'offline' });
    if (strays) {
      if (status === 409) offset = undefined;
      else await lost();
      continue;
    }
    // no word of the service: a proxy takes no such pieces
    if (status === 413 && !(answer.body as Partial<Problem> | null)?.code && bytes > smallest) {
      most = bytes /= 2;
      continue;
    }
    if (status >= 300) return readAnswer<SentFile>(status, answer.body);

    const place = new URL(answer.header('Location') ?? at ?? '', url).href;
    const stands = Number(answer.header('Upload-Offset') ?? NaN);
    // a page of somebody on the way says neither
    if (!place.startsWith(`${url}/`) || Number.isNaN(stands)) return fail({ code: 'offline' });
    if (begins) await placed((at = place));
    const had = offset ?? 0;
    offset = stands;
    progress(offset / file.size);
    const id = answer.header('Attachment-Id');
    if (id) {
      const digest = await digestOf(file);
      if (!digest || digest === answer.header('Attachment-Sha256')) return succeed({ id });
      await placed(undefined);
      return fail({ code: 'offline' });
    }
    if (!asks && offset <= had) return fail({ code: 'offline' });
    bytes = Math.min(most, nextPieceBytes(bytes, way.now() - began));
  }
  return fail({ code: 'offline' });
}
