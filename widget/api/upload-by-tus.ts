import type { Answer } from '#widget/api/answer.ts';
import { uploadFile, type Sending, type SentFile, type UploadWay } from '#widget/api/upload.ts';
import { callByXhr } from '#widget/api/xhr.ts';

/** Sends a file from this browser. @param url that uploads begin at, absolute or of this page's server */
export const uploadByTus = (
  url: string,
  headers: UploadWay['headers'],
  sending: Sending,
): Promise<Answer<SentFile>> =>
  uploadFile(
    { url: new URL(url, location.href).href, headers, call: callByXhr, now: Date.now },
    sending,
  );
