import { device } from '#test/support/api.ts';
import type { TestServer } from '#test/support/server.ts';

export interface ResumableOptions {
  readonly vendor?: string;
  readonly bearer?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** The tus protocol by hand, as a person's browser speaks it. */
export function resumableApi(server: Pick<TestServer, 'url'>, defaults: ResumableOptions = {}) {
  const root = `${server.url}/v1/uploads`;
  const call = (
    method: string,
    url: string,
    headers: Readonly<Record<string, string>>,
    options: ResumableOptions,
    body?: BodyInit,
  ) => {
    const { vendor = 'modme', bearer = device(), headers: more } = { ...defaults, ...options };
    return fetch(url, {
      method,
      headers: {
        'tus-resumable': '1.0.0',
        'x-widget-key': vendor,
        authorization: `Bearer ${bearer}`,
        ...headers,
        ...more,
      },
      ...(body !== undefined && { body }),
      // a body that is made as it goes
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    } as RequestInit);
  };
  const piece = 'application/offset+octet-stream';
  return {
    begin: (
      length: number | string,
      name = 'page.png',
      type = 'image/png',
      options: ResumableOptions = {},
    ) =>
      call(
        'POST',
        root,
        {
          'upload-length': String(length),
          'upload-metadata': `filename ${base64(name)},filetype ${base64(type)}`,
        },
        options,
      ),
    /** Where an answer to `begin` says to go on. */
    placeOf: (answer: Response) => new URL(answer.headers.get('location') ?? '', root).href,
    go: (place: string, offset: number | string, body: BodyInit, options: ResumableOptions = {}) =>
      call(
        'PATCH',
        place,
        { 'upload-offset': String(offset), 'content-type': piece },
        options,
        body,
      ),
    look: (place: string, options: ResumableOptions = {}) => call('HEAD', place, {}, options),
    end: (place: string, options: ResumableOptions = {}) => call('DELETE', place, {}, options),
    discover: () => call('OPTIONS', root, {}, {}),
  };
}

/** How much of a file the server says is there. */
export const offsetOf = (answer: Response): number => Number(answer.headers.get('upload-offset'));
