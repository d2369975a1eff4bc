import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Config } from '#server/config.ts';

export interface Listening {
  readonly port: number;
  /** Settles after a signal, when everything accepted has been answered. */
  readonly stopped: Promise<void>;
  stop(): Promise<void>;
}

const finishWithinMs = 10_000;

/**
 * Listens until SIGINT or SIGTERM. Fails with a sentence when the port cannot be had.
 *
 * @param stopping ends at once what would never be answered to its end
 */
export async function listen(
  app: { readonly fetch: (request: Request) => Response | Promise<Response> },
  { HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>,
  stopping: () => void = () => {},
): Promise<Result<Listening, string>> {
  const server = createServer(
    { headersTimeout: 15_000, requestTimeout: 120_000, connectionsCheckingInterval: 5000 },
    getRequestListener(app.fetch),
  );
  const refused = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once('error', resolve);
    server.listen(PORT, HOST, () => resolve(undefined));
  });
  if (refused) return fail(sentenceFor(refused, HOST, PORT));

  const stop = once(() => {
    stopping();
    return close(server);
  });
  const stopped = new Promise<void>((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => stop().then(resolve, reject));
    }
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : PORT;
  return succeed({ port, stopped, stop });
}

function sentenceFor({ code }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken at ${host}. Stop what listens there, or choose another: PORT=3001 npm start.`;
  }
  if (code === 'EACCES')
    return `Port ${port} needs more rights. Choose one above 1023: PORT=3000 npm start.`;
  return `Cannot listen at ${host}:${port} (${code}).`;
}

/** Stops accepting, lets what was accepted finish, and ends what does not. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), finishWithinMs);
  await closed;
  clearTimeout(impatient);
}

function once(act: () => Promise<void>): () => Promise<void> {
  let acted: Promise<void> | undefined;
  return () => (acted ??= act());
}
