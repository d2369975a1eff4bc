/** One call to the server, whose way is watched while it goes. */
export interface XhrRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Blob;
  /** Told the share of the body that has gone, 0 to 1. */
  readonly sent: (share: number) => void;
}

export interface XhrAnswer {
  /** 0 where none came. */
  readonly status: number;
  readonly body: unknown;
  header(name: string): string | undefined;
}

export type XhrCall = (request: XhrRequest) => Promise<XhrAnswer>;

const silenceMs = 30_000;

/** `fetch` cannot tell how far an upload is, hence XMLHttpRequest. Half a minute of silence is a broken way. */
export const callByXhr: XhrCall = ({ method, url, headers, body, sent }) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), silenceMs);
    };
    const finish = () => {
      clearTimeout(timer);
      resolve({
        status: request.status,
        body: request.response,
        header: (name) => request.getResponseHeader(name) ?? undefined,
      });
    };
    request.open(method, url);
    request.responseType = 'json';
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      alive();
      if (total > 0) sent(loaded / total);
    });
    for (const end of ['load', 'error', 'abort']) request.addEventListener(end, finish);
    alive();
    request.send(body ?? null);
  });
