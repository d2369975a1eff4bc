import { createServer, type Server } from 'node:https';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { portalHttp } from '#server/features/portals/portal-http.ts';
import { localCa } from '#test/support/local-ca.ts';

const name = 'box.test';
const running: Server[] = [];
afterEach(() => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A portal over TLS on this machine. */
async function portal(
  answer: RequestListener,
  {
    wholeChain = true,
    issuedAt,
  }: { readonly wholeChain?: boolean; readonly issuedAt?: number } = {},
) {
  const ca = localCa(issuedAt);
  const made = ca.below('Reglament test middle').issue([name]);
  const server = createServer({ key: made.key, cert: wholeChain ? made.chain : made.cert }, answer);
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { ca: ca.root, url: `https://${name}:${port}/rest/profile` };
}
const home = async () => ['127.0.0.1'];
const mayReach = (address: string) => address === '127.0.0.1';
const deadlineMs = 30_000;

test('a call goes to the portal with its form, and its JSON comes back', async () => {
  let heard = '';
  const { ca, url } = await portal((request, response) => {
    request.on('data', (piece: Buffer) => (heard += piece.toString()));
    request.on('end', () => response.end('{"result":1}'));
  });
  const http = portalHttp({ resolve: home, mayReach, ca });

  expect(await http({ url, deadlineMs, form: { auth: 'a b&c' } })).toEqual({
    kind: 'answer',
    status: 200,
    body: { result: 1 },
  });
  expect(heard).toBe('auth=a+b%26c');
});

test('a portal that leads elsewhere is not followed', async () => {
  const asked: string[] = [];
  const { ca, url } = await portal((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
  });
  const reply = await portalHttp({ resolve: home, mayReach, ca })({ url, deadlineMs });

  expect(reply).toEqual({ kind: 'answer', status: 302, body: undefined });
  expect(asked).toEqual(['/rest/profile']);
});

test.each([
  ['10.0.0.5'],
  ['127.0.0.1'],
  ['169.254.169.254'],
  ['100.64.0.1'],
  ['192.168.1.1'],
  ['::1'],
  ['fe80::1'],
  ['fd00::1'],
  ['::ffff:10.0.0.5'],
  ['0.0.0.0'],
])(
  'a name that leads to %s is not called, nor where only one of its addresses does',
  async (inner) => {
    for (const addresses of [[inner], ['93.184.215.14', inner]]) {
      const http = portalHttp({ resolve: async () => addresses });

      expect(await http({ url: `https://${name}/rest/profile`, deadlineMs })).toEqual({
        kind: 'none',
        why: { outcome: 'refused', reason: 'private_address' },
      });
    }
  },
);

test('a name is looked up once, and the address that was judged is the one that is called', async () => {
  const { ca, url } = await portal((_request, response) => response.end('{}'));
  const answers = [['127.0.0.1'], ['10.0.0.5']];
  const looked: string[] = [];
  const resolve = async (host: string) => {
    looked.push(host);
    return answers.shift() ?? [];
  };

  expect(await portalHttp({ resolve, mayReach, ca })({ url, deadlineMs })).toMatchObject({
    kind: 'answer',
  });
  expect(looked).toEqual([name]);
});

test('a box that leaves out who signed for it is told apart, and not believed', async () => {
  const { ca, url } = await portal((_request, response) => response.end('{}'), {
    wholeChain: false,
  });

  expect(await portalHttp({ resolve: home, mayReach, ca })({ url, deadlineMs })).toEqual({
    kind: 'none',
    why: { outcome: 'unreachable', reason: 'chain' },
  });
});

test('a certificate of another name, one that nobody vouches for and one that has expired are told apart, and none is believed', async () => {
  const { ca, url } = await portal((_request, response) => response.end('{}'));
  const old = await portal((_request, response) => response.end('{}'), {
    issuedAt: Date.now() - 60 * 86_400_000,
  });
  const other = url.replace(name, 'other.test');
  const why = (reason: string) => ({ kind: 'none', why: { outcome: 'unreachable', reason } });
  const ask = (called: string, authority?: string) =>
    portalHttp({ resolve: home, mayReach, ...(authority !== undefined && { ca: authority }) })({
      url: called,
      deadlineMs,
    });

  expect(await ask(other, ca)).toEqual(why('other_name'));
  expect(await ask(url)).toEqual(why('issuer'));
  expect(await ask(old.url, old.ca)).toEqual(why('expired'));
});

test('a port where nobody listens is told apart', async () => {
  const { ca, url } = await portal(() => undefined);
  await new Promise((resolve) => running.pop()?.close(resolve));

  expect(await portalHttp({ resolve: home, mayReach, ca })({ url, deadlineMs })).toEqual({
    kind: 'none',
    why: { outcome: 'unreachable', reason: 'closed' },
  });
});

test.each<[string, RequestListener, unknown]>([
  ['a page', (_request, response) => response.end('<html>'), undefined],
  ['half a JSON', (_request, response) => response.end('{"result":'), undefined],
  ['ten megabytes', (_request, response) => response.end(`"${'a'.repeat(10_485_760)}"`), undefined],
  ['an error', (_request, response) => response.end('{"error":"x"}'), { error: 'x' }],
])('of %s only what is short JSON is read', async (_, answer, body) => {
  const { ca, url } = await portal(answer);

  expect(await portalHttp({ resolve: home, mayReach, ca })({ url, deadlineMs })).toEqual({
    kind: 'answer',
    status: 200,
    body,
  });
});

test('a portal that breaks off or never answers is given up', async () => {
  const broken = await portal((_request, response) => {
    response.write('{"result":');
    response.destroy();
  });
  const silent = await portal(() => undefined);
  const ask = ({ ca, url }: typeof broken, limit: number) =>
    portalHttp({ resolve: home, mayReach, ca })({ url, deadlineMs: limit });

  expect(await ask(broken, deadlineMs)).toMatchObject({ why: { reason: 'connection' } });
  expect(await ask(silent, 300)).toMatchObject({ why: { reason: 'deadline' } });
});
