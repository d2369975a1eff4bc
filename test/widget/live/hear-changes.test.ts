import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { hearChanges } from '#widget/live/hear-changes.ts';
import { eventReader, type ServerEvent } from '#widget/live/event-reader.ts';

let servers: Server[] = [];
afterEach(async () => {
  for (const server of servers) server.closeAllConnections();
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  servers = [];
});

async function serve(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer as never);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Passes an answer on once it is whole, as some proxies do. */
const buffering = (target: string) =>
  serve(((_asked: unknown, reply: NodeJS.WritableStream) => {
    request(target, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => reply.end(Buffer.concat(pieces)));
      answer.on('error', () => undefined);
    })
      // the test may end before the answer has begun
      .on('error', () => undefined)
      .end();
  }) as never);

const stream = { 'content-type': 'text/event-stream' };
const never = new AbortController().signal;
const hear = (url: string, patience: { first: number; between: number }, signal = never) => {
  const heard: ServerEvent[] = [];
  const end = hearChanges({
    call: (line) => fetch(url, { signal: line }),
    heard: (event) => void heard.push(event),
    signal,
    patience,
  });
  return { heard, end };
};
const long = { first: 60_000, between: 60_000 };

test.each([
  ['in one piece', ['id: 7\nevent: changed\ndata: {"ticketId":"t"}\n\n: beat\n\n']],
  ['cut anywhere', ['id', ': 7\neve', 'nt: changed\ndata: {"ticketId":"t"}\n', '\n: be', 'at\n\n']],
])('events are read that come %s', (_how, pieces) => {
  const heard: ServerEvent[] = [];
  const read = eventReader((event) => void heard.push(event));
  pieces.forEach(read);

  expect(heard).toEqual([{ id: '7', event: 'changed', data: '{"ticketId":"t"}' }, { '': 'beat' }]);
});

test('a server that is killed in the middle of a line breaks it, and what came before was heard', async () => {
  const url = await serve((_asked, reply) => {
    reply.writeHead(200, stream);
    reply.write('id: 1\nevent: changed\ndata: {}\n\nid: 2', () => reply.destroy());
  });
  const { heard, end } = hear(url, long);

  expect(await end).toBe('broken');
  expect(heard.map(({ id }) => id)).toEqual(['1']);
});

test('a line on which nothing more comes is dead', async () => {
  const url = await serve((_asked, reply) => {
    reply.writeHead(200, stream);
    reply.write(': welcome\n\n');
  });

  expect(await hear(url, { first: 60_000, between: 30 }).end).toBe('broken');
});

test('what stands between and keeps everything back is told from a line that broke', async () => {
  const target = await serve((_asked, reply) => {
    reply.writeHead(200, stream);
    reply.write(': welcome\n\n');
  });
  const { heard, end } = hear(await buffering(target), { first: 60, between: 60_000 });

  expect(await end).toBe('held back');
  expect(heard).toEqual([]);
});

test('a refusal is one', async () => {
  const url = await serve((_asked, reply) => reply.writeHead(429).end('{}'));

  expect(await hear(url, long).end).toBe('refused');
});

test('a line that nobody wants any more is cut', async () => {
  let cut = () => {};
  const gone = new Promise<void>((resolve) => (cut = resolve));
  const url = await serve((asked, reply) => {
    asked.on('close', cut);
    reply.writeHead(200, stream);
    reply.write(': welcome\n\n');
  });
  const unwanted = new AbortController();
  const end = hearChanges({
    call: (line) => fetch(url, { signal: line }),
    heard: () => unwanted.abort(),
    signal: unwanted.signal,
  });

  expect(await end).toBe('broken');
  await gone;
});
