import type { AttachmentView } from '#shared/wire/ticket.ts';
import { fail } from '#shared/result.ts';
import { readAnswer, type Answer } from '#widget/api/answer.ts';

const silenceMs = 30_000;

/**
 * Sends one file as raw bytes. `fetch` cannot tell how far an upload is, hence XMLHttpRequest.
 *
 * @param progress gets the share sent, 0 to 1
 */
export function uploadFile(
  url: string,
  file: Blob,
  headers: Readonly<Record<string, string>>,
  progress: (share: number) => void,
): Promise<Answer<AttachmentView>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), silenceMs);
    };
    const finish = (answer: Answer<AttachmentView>) => {
      clearTimeout(timer);
      resolve(answer);
    };
    request.open('POST', url);
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', file.type);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      alive();
      if (total > 0) progress(loaded / total);
    });
    request.addEventListener('load', () => finish(readAnswer(request.status, request.response)));
    for (const failure of ['error', 'abort'])
      request.addEventListener(failure, () => finish(fail({ code: 'offline' })));
    alive();
    request.send(file);
  });
}
