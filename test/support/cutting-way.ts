import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where the way breaks: before the server hears, in the middle of what it hears, or before its answer comes. */
export type Cut = 'before' | 'middle' | 'answer';

/** A way to a server that breaks where it is told to. */
export interface CuttingWay {
  readonly url: string;
  /** A page of another origin that embeds the widget of this way. */
  readonly pageUrl: string;
  /** What happens to the next request that changes or asks after something; undefined lets it pass. */
  next: (method: string, path: string) => Cut | undefined;
  close(): Promise<void>;
}

const markup = (widgetUrl: string) => `<!doctype html><html lang="ru"><meta charset="utf-8">
  <title>Оплаты</title><script src="${widgetUrl}/widget.js" data-key="modme"></script>`;

/** Opens a way on a free port of this machine. Files of the widget and preflights always pass. */
export async function openCuttingWay(serverUrl: string): Promise<CuttingWay> {
  const { hostname, port } = new URL(serverUrl);
  const server = createServer((request, response) => {
    // a tab that is killed takes with it what it was sending
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: ownPort } = server.address() as AddressInfo;
  const way: CuttingWay = {
    url: `http://127.0.0.1:${ownPort}`,
    pageUrl: `http://localhost:${ownPort}/page`,
    next: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  async function pass(request: IncomingMessage, response: ServerResponse) {
    const { method = '', url = '', headers } = request;
    if (url === '/page')
      return response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(markup(way.url));
    const matters = url.startsWith('/v1/') && method !== 'OPTIONS';
    const cut = matters ? way.next(method, url) : undefined;
    if (cut === 'before') return request.destroy();
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const onward = ask({ hostname, port, method, path: url, headers });
    onward.on('error', () => response.destroy());
    if (cut === 'middle') {
      onward.write(body.subarray(0, body.length >> 1), () => {
        // what was written is on its way: the server hears it, and then that nothing more comes
        setTimeout(() => onward.destroy(), 5);
      });
      return request.destroy();
    }
    onward.on('response', (answer) => {
      if (cut === 'answer') {
        answer.resume();
        // a request that has been read whole is over: to destroy it leaves its connection standing
        answer.on('end', () => request.socket.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.end(body);
  }

  return way;
}
