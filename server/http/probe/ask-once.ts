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
/** Who takes no call for so long is not there, milliseconds: half a look is left for another address. */
const connectMs = 4000;

/**
 * Asks over a connection of its own. The head of the answer is the answer: its body is read on for the
 * host's sake, which may work while it sends, until it ends, is too long or the signal comes.
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
        resolve(answer);
        let read = 0;
        response.on('data', (chunk: Buffer) => {
          read += chunk.length;
          if (read > bodyLimitBytes) response.destroy();
        });
        response.on('error', () => response.destroy());
      },
    );
    const late = setTimeout(() => request.destroy(noConnection()), connectMs);
    request.on('socket', (socket) => socket.once('connect', () => clearTimeout(late)));
    request.on('close', () => clearTimeout(late));
    request.on('error', reject);
    request.end(sent?.body);
  });

const noConnection = () =>
  Object.assign(new Error('no connection'), { code: 'ETIMEDOUT', syscall: 'connect' });
