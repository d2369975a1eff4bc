import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { WebhookMessage } from '#shared/wire/webhooks.ts';
import { askOnce } from '#server/http/probe/ask-once.ts';
import { guardedPost, type Post } from '#server/http/probe/guarded-post.ts';

/** One call as a receiver heard it. */
export interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * A receiver of a customer on loopback, which knows our messages by the published library and a secret.
 * What it does not know it answers with 400.
 */
export async function webhookReceiver() {
  const heard: Heard[] = [];
  const known: { readonly id: string; readonly message: WebhookMessage }[] = [];
  const state = { secret: '', answer: 204, location: undefined as string | undefined };
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const { headers } = request;
    heard.push({ headers, body });
    try {
      const message = new Webhook(state.secret).verify(body, headers as Record<string, string>);
      known.push({ id: String(headers['webhook-id']), message: message as WebhookMessage });
    } catch {
      response.writeHead(400).end();
      return;
    }
    response
      .writeHead(state.answer, state.location === undefined ? {} : { location: state.location })
      .end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  /** The guard of a running server, for which one public name leads here. */
  const post: Post = guardedPost({
    ports: [80, 443],
    resolve: async (host) => (host === 'hooks.example.org' ? ['127.0.0.1'] : ['10.0.0.7']),
    mayReach: (address) => address === '127.0.0.1',
    ask: (target, address, signal, sent) => askOnce({ ...target, port }, address, signal, sent),
  });
  return {
    url: 'http://hooks.example.org/support',
    heard,
    known,
    state,
    post,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
