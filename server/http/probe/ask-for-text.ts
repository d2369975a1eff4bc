import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { Sent } from '#server/http/probe/ask-once.ts';
import type { ProbeTarget } from '#server/http/probe/probe-target.ts';

/** A whole answer: its text, or undefined where it is longer than anybody would read. */
export interface TextAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string | undefined;
}

/**
 * Asks over a connection of its own for an answer that is read whole.
 *
 * @param limitBytes a longer one is cut and counts as none
 * @throws Error of the connection, of TLS or of the signal
 */
export const askForText = (limitBytes: number, ca?: string) => {
  // made once: each connection would read the authorities anew
  let trusting: SecureContext | undefined;
  const secureContext = () => (trusting ??= createSecureContext({ ca }));
  return (
    { url, secure, host, port }: ProbeTarget,
    address: string,
    signal: AbortSignal,
    sent?: Sent,
  ): Promise<TextAnswer> =>
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
            accept: 'application/json',
            ...(sent && {
              ...sent.headers,
              'content-length': String(Buffer.byteLength(sent.body)),
            }),
          },
          ...(isIP(host) === 0 ? { servername: host } : {}),
          ...(secure ? { secureContext: secureContext() } : {}),
        },
        (response) => {
          const { statusCode: status = 0, headers } = response;
          const type = headers['content-type'] ?? '';
          const pieces: Buffer[] = [];
          let read = 0;
          response.on('data', (piece: Buffer) => {
            read += piece.length;
            if (read <= limitBytes) return void pieces.push(piece);
            resolve({ status, type, text: undefined });
            response.destroy();
          });
          response.on('end', () =>
            resolve({ status, type, text: Buffer.concat(pieces).toString('utf8') }),
          );
          response.on('error', reject);
        },
      );
      request.on('error', reject);
      request.end(sent?.body);
    });
};
