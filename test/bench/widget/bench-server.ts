import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { builtPeers } from '#test/bench/widget/build-peers.ts';
import { folderOf, type Way } from '#test/bench/widget/ways.ts';
import { root } from '#test/support/sources.ts';
import { sampleConfig } from '#test/support/widget-host.ts';

/** Bytes of one file on the line. */
export interface Weight {
  readonly gzip: number;
  readonly brotli: number;
}

export interface BenchServer {
  readonly url: string;
  /** What was served, by path: code alone. */
  readonly weights: ReadonlyMap<string, Weight>;
  close(): Promise<void>;
}

const hostPage = (tag: string) => `<!doctype html><html lang="ru"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>CRM</title>
<body style="font:16px sans-serif"><h1>Заказы</h1>${'<p>Заказ 1042, 450 000 сум, оплачен</p>'.repeat(40)}${tag}`;

/** Answers of Gleap's server, as much as its button and its frame ask for. */
const gleapStub: Readonly<Record<string, unknown>> = {
  '/gleap/stub/sessions': { gleapId: 'bench', gleapHash: 'bench' },
  '/gleap/stub/config/bench/tooltips': { tooltips: [] },
  '/gleap/stub/config/bench': {
    flowConfig: { feedbackButtonPosition: 'BOTTOM_RIGHT' },
    projectActions: {},
  },
};
const gleapForm = `<!doctype html><textarea></textarea><script>
addEventListener('load', () => parent.postMessage(JSON.stringify({ name: 'ping' }), '*'));
</script>`;

/** Serves the pages of all ways, their code compressed and to be cached for good, and stubs of the servers behind them. */
export async function benchServer(ways: readonly Way[]): Promise<BenchServer> {
  const weights = new Map<string, Weight>();
  const packed = new Map<string, Buffer>();
  const pages = new Map(ways.map((way) => [`/${folderOf(way)}/`, hostPage(way.tag)]));

  const reply = (response: ServerResponse, type: string, body: string | Buffer, headers = {}) =>
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, ...headers }).end(body);

  async function code(path: string): Promise<Buffer> {
    const known = packed.get(path);
    if (known) return known;
    const file = path.startsWith('/widget')
      ? join(root, 'dist/widget', path.replace(/^\/widget\//, '/'))
      : join(builtPeers, path);
    const bytes = await readFile(file);
    const gzip = gzipSync(bytes, { level: 9 });
    packed.set(path, gzip);
    weights.set(path, { gzip: gzip.length, brotli: brotliCompressSync(bytes).length });
    return gzip;
  }

  async function answer(path: string, response: ServerResponse): Promise<unknown> {
    const page = pages.get(path);
    if (page) return reply(response, 'text/html', page);
    if (path === '/gleap/stub/form') return reply(response, 'text/html', gleapForm);
    if (path === '/v1/widgets/sample')
      return reply(response, 'application/json', JSON.stringify(sampleConfig()));
    if (path.endsWith('.js'))
      return reply(response, 'text/javascript', await code(path), {
        'content-encoding': 'gzip',
        'cache-control': 'public, max-age=31536000, immutable',
      });
    return reply(response, 'application/json', JSON.stringify(gleapStub[path] ?? {}));
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    answer(pathname, response).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    weights,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
