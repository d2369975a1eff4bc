import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';

/** A telephone's line of the third generation: milliseconds there and back, bytes a second. */
const roundTripMs = 400;
const bytesPerSecond = 50_000;

/** What still comes over a line that broke once the form was there: the widget's code and its configuration. */
const cameBefore = /^\/(widget(\.js$|\/)|v1\/widgets\/)/;

type Bindings = { Bindings: HttpBindings };

/**
 * The same server once more, behind lines that are worse than this machine's: `/demo/slow/…` and
 * `/demo/cut/…`. Nothing in the page has to pretend.
 *
 * @param ask answers what has come through
 * @param pause waits, milliseconds
 */
export function badLineRoutes(
  ask: (request: Request, env: HttpBindings) => Response | Promise<Response>,
  pause: (ms: number) => Promise<unknown>,
): Hono<Bindings> {
  const app = new Hono<Bindings>();
  /** The request without the line's own folder. */
  const through = (request: Request, folder: string): Request => {
    const url = new URL(request.url);
    url.pathname = url.pathname.slice(folder.length);
    const { method, headers, body, signal } = request;
    return new Request(url, { method, headers, body, signal, ...(body && { duplex: 'half' }) });
  };
  app.all('/demo/slow/*', async (c) => {
    await pause(roundTripMs);
    const answer = await ask(through(c.req.raw, '/demo/slow'), c.env);
    return new Response(answer.body?.pipeThrough(slowly(pause)) ?? null, answer);
  });
  app.all('/demo/cut/*', (c) => {
    const request = through(c.req.raw, '/demo/cut');
    if (cameBefore.test(new URL(request.url).pathname)) return ask(request, c.env);
    c.env.incoming.socket.destroy();
    return new Response(null, { headers: RESPONSE_ALREADY_SENT.headers });
  });
  return app;
}

const pieceBytes = 2_500;

/** Lets through a piece at a time. */
function slowly(pause: (ms: number) => Promise<unknown>): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    async transform(chunk, controller) {
      for (let at = 0; at < chunk.length; at += pieceBytes) {
        const piece = chunk.subarray(at, at + pieceBytes);
        await pause((piece.length / bytesPerSecond) * 1000);
        controller.enqueue(piece);
      }
    },
  });
}
