import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import type { ProbeTarget } from '#server/http/probe/probe-target.ts';

/** The head of one HTTP answer. */
export interface ProbeAnswer {
  readonly status: number;
  /** Where a redirect leads, as written; undefined where it leads nowhere. */
  readonly location: string | undefined;
}

/** What is sent instead of a GET: a POST with its headers and text. */
export interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One call of an address that was looked up and judged before; never follows, never looks up again. */
export type AskOnce = (
  target: ProbeTarget,
  address: string,
  signal: AbortSignal,
  sent?: Sent,
) => Promise<ProbeAnswer>;

/** How much of a body is read before the connection is cut, bytes. */
const bodyLimitBytes = 65_536;

/**
 * Asks over a connection of its own.
 *
 * @throws Error of the connection, of TLS or of the signal
 */
export const askOnce: AskOnce = ({ url, secure, host, port }, address, signal, sent) =>
  new Promise((resolve, reject) => {
    const request = (secure ? secureRequest : plainRequest)(
      {
        host: address,
        port,
        path: url.pathname + url.search,
        method: sent ? 'POST' : 'GET',
        agent: false,
        signal,
        headers: {
          host: url.host,
          'user-agent': 'Reglament-Probe',
          accept: '*/*',
          ...(sent && { ...sent.headers, 'content-length': String(Buffer.byteLength(sent.body)) }),
        },
        ...(isIP(host) === 0 ? { servername: host } : {}),
      },
      (response) => {
        const answer: ProbeAnswer = {
          status: response.statusCode ?? 0,
          location: response.headers.location,
        };
        let read = 0;
        response.on('data', (chunk: Buffer) => {
          read += chunk.length;
          if (read <= bodyLimitBytes) return;
          resolve(answer);
          response.destroy();
        });
        response.on('end', () => resolve(answer));
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(sent?.body);
  });
