import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { AskOnce, ProbeAnswer } from '#server/http/probe/ask-once.ts';
import { guardedProbe } from '#server/http/probe/guarded-probe.ts';

const ports = [80, 443];
const publicAddress = '93.184.215.14';

/** A network of names and answers; everything asked is written down. */
function network(
  names: Readonly<Record<string, readonly string[]>>,
  answers: Readonly<Record<string, Partial<ProbeAnswer>>> = {},
) {
  const asked: string[] = [];
  const looked: string[] = [];
  const ask: AskOnce = async ({ url }, address) => {
    asked.push(`${url.href} at ${address}`);
    return { status: 200, location: undefined, ...answers[url.href] };
  };
  const resolve = async (host: string) => {
    looked.push(host);
    const found = names[host];
    if (!found) throw new Error('ENOTFOUND');
    return found;
  };
  return { asked, looked, ask, resolve, probe: guardedProbe({ ports, ask, resolve }) };
}

test('an answer of any kind is evidence that the host can be reached', async () => {
  const { probe, asked } = network(
    { 'portal.example.org': [publicAddress] },
    { 'https://portal.example.org/': { status: 503 } },
  );

  expect(await probe('https://portal.example.org')).toEqual({ outcome: 'reachable', status: 503 });
  expect(asked).toEqual([`https://portal.example.org/ at ${publicAddress}`]);
});

describe('nothing is asked', () => {
  test.each([
    ['another scheme', 'file:///etc/passwd', 'scheme'],
    ['another scheme', 'gopher://example.org/', 'scheme'],
    ['no address', 'portal', 'malformed'],
    ['an endless address', `https://example.org/${'a'.repeat(2000)}`, 'malformed'],
    ['a user name', 'https://example.org@evil.example.org/', 'credentials'],
    ['another port', 'http://example.org:6379/', 'port'],
    ['another port', 'https://example.org:22/', 'port'],
    ['loopback', 'http://127.0.0.1/', 'private_address'],
    ['loopback in one number', 'http://2130706433/', 'private_address'],
    ['loopback in hex', 'http://0x7f.1/', 'private_address'],
    ['loopback in octal', 'http://0177.0.0.1/', 'private_address'],
    ['loopback in full-width digits', 'http://\uff11\uff12\uff17.0.0.1/', 'private_address'],
    ['metadata', 'http://169.254.169.254/latest/meta-data/', 'private_address'],
    ['IPv6 loopback', 'http://[::1]/', 'private_address'],
    ['mapped IPv6', 'http://[::ffff:127.0.0.1]/', 'private_address'],
    ['mapped IPv6 in hex', 'http://[::ffff:7f00:1]/', 'private_address'],
    ['unique local IPv6', 'http://[fd00:ec2::254]/', 'private_address'],
    ['a name of this machine', 'http://localhost/', 'private_address'],
    ['a name of this machine with a dot', 'http://localhost./', 'private_address'],
    ['a name below it', 'http://a.localhost/', 'private_address'],
    ['a bare name', 'http://intranet/', 'private_address'],
    ['an inner name', 'http://metadata.google.internal/', 'private_address'],
  ])('for %s: %s', async (_what, url, reason) => {
    const { probe, asked, looked } = network({});

    expect(await probe(url)).toEqual({ outcome: 'refused', reason });
    expect([asked, looked]).toEqual([[], []]);
  });

  test.each([
    ['a private address', ['10.0.0.5']],
    ['a public and a private address', [publicAddress, '192.168.0.1']],
    ['a mapped address', ['::ffff:10.0.0.5']],
  ])('at a name that leads to %s', async (_what, addresses) => {
    const { probe, asked } = network({ 'inner.example.org': addresses });

    expect(await probe('https://inner.example.org/')).toEqual({
      outcome: 'refused',
      reason: 'private_address',
    });
    expect(asked).toEqual([]);
  });
});

describe('for trying', () => {
  const parts = { ports, tryLoopback: true, holdOutside: true };
  const quiet = (asked: string[]) => ({
    resolve: async (host: string) => {
      asked.push(host);
      return host === 'localhost' ? ['::1', '127.0.0.1'] : [publicAddress];
    },
    ask: async ({ url }: { readonly url: URL }) => {
      asked.push(url.href);
      const location = url.pathname === '/out' ? 'http://example.org/' : undefined;
      return { status: location ? 302 : 200, location };
    },
  });

  test.each(['http://localhost:9000/', 'http://127.0.0.1:9000/', 'http://[::1]:9000/'])(
    'this machine answers at any port: %s',
    async (url) => {
      expect(await guardedProbe({ ...parts, ...quiet([]) })(url)).toMatchObject({ status: 200 });
    },
  );

  test.each([
    ['https://example.com/', 'held'],
    ['http://localhost.example.com/', 'held'],
    ['http://[::ffff:127.0.0.1]/', 'private_address'],
    ['http://10.0.0.7/', 'private_address'],
  ])('a demo neither looks up nor calls %s', async (url, reason) => {
    const asked: string[] = [];

    expect(await guardedProbe({ ...parts, ...quiet(asked) })(url)).toEqual({
      outcome: 'refused',
      reason,
    });
    expect(asked).toEqual([]);
  });

  test('a demo is not led out by this machine', async () => {
    const asked: string[] = [];

    expect(
      await guardedProbe({ ...parts, ...quiet(asked) })('http://127.0.0.1:9000/out'),
    ).toMatchObject({ reason: 'held' });
    expect(asked).toEqual(['http://127.0.0.1:9000/out']);
  });

  test('a host outside leads to this machine by no redirect and by no name', async () => {
    const { asked, ...net } = network(
      { 'a.example.org': [publicAddress], 'b.example.org': ['127.0.0.1'] },
      { 'http://a.example.org/': { status: 302, location: 'http://127.0.0.1:9000/' } },
    );
    const probe = guardedProbe({ ports, tryLoopback: true, resolve: net.resolve, ask: net.ask });

    expect(await probe('http://a.example.org/')).toMatchObject({ outcome: 'refused' });
    expect(await probe('http://b.example.org/')).toMatchObject({ reason: 'private_address' });
    expect(asked).toEqual([`http://a.example.org/ at ${publicAddress}`]);
  });
});

test('a name is looked up once, and the address that was judged is the one that is asked', async () => {
  const answers = [[publicAddress], ['127.0.0.1']];
  let looks = 0;
  const asked: string[] = [];
  const probe = guardedProbe({
    ports,
    resolve: async () => answers[looks++] ?? [],
    ask: async (_target, address) => {
      asked.push(address);
      return { status: 200, location: undefined };
    },
  });
  await probe('https://rebinding.example.org/');

  expect([looks, asked]).toEqual([1, [publicAddress]]);
});

describe('a name of several addresses', () => {
  const [broken, healthy] = ['2606:2800:21f:cb07::1', publicAddress];
  const fault = (code: string, syscall: string) =>
    Object.assign(new Error(code), { code, syscall });
  const looks = async (error: Error, addresses: readonly string[] = [broken, healthy]) => {
    const asked: string[] = [];
    const ask: AskOnce = async (_target, address) => {
      asked.push(address);
      if (address === broken) throw error;
      return { status: 200, location: undefined };
    };
    const probe = guardedProbe({ ports, ask, resolve: async () => addresses });
    return { found: await probe('https://shop.example.org/'), asked };
  };

  test.each(['ECONNREFUSED', 'ENETUNREACH', 'ETIMEDOUT'])(
    'is reached by the next where one takes no call: %s',
    async (code) => {
      const { found, asked } = await looks(fault(code, 'connect'));

      expect(found).toEqual({ outcome: 'reachable', status: 200 });
      expect(asked).toEqual([broken, healthy]);
    },
  );

  test('is not asked twice where one took the call and hung up', async () => {
    const { found, asked } = await looks(fault('ECONNRESET', 'read'));

    expect(found).toEqual({ outcome: 'unreachable', reason: 'connection' });
    expect(asked).toEqual([broken]);
  });

  test('is not asked at all where one of them is inside, whatever its place', async () => {
    const { found, asked } = await looks(fault('ECONNREFUSED', 'connect'), [broken, '10.0.0.7']);

    expect(found).toEqual({ outcome: 'refused', reason: 'private_address' });
    expect(asked).toEqual([]);
  });

  test.each([
    ['refused', 'ECONNREFUSED', 'closed'],
    ['not taken', 'ETIMEDOUT', 'deadline'],
    ['on no way there', 'ENETUNREACH', 'connection'],
  ])('of which none takes a call cannot be reached: %s', async (_case, code, reason) => {
    const { found, asked } = await looks(fault(code, 'connect'), [broken, broken]);

    expect(found).toEqual({ outcome: 'unreachable', reason });
    expect(asked).toEqual([broken, broken]);
  });
});

describe('a redirect', () => {
  const names = { 'a.example.org': [publicAddress], 'b.example.org': [publicAddress] };

  test('is followed to another public host', async () => {
    const { probe } = network(names, {
      'http://a.example.org/': { status: 301, location: 'https://b.example.org/login' },
      'https://b.example.org/login': { status: 401 },
    });

    expect(await probe('http://a.example.org/')).toEqual({ outcome: 'reachable', status: 401 });
  });

  test.each([
    ['metadata', 'http://169.254.169.254/', 'private_address'],
    ['another scheme', 'file:///etc/passwd', 'scheme'],
    ['another port', 'http://b.example.org:8080/', 'port'],
    ['a user name', 'http://x@b.example.org/', 'credentials'],
    ['a host without scheme', '//127.0.0.1/', 'private_address'],
    ['nothing readable', 'http://[', 'malformed'],
  ])('to %s is refused', async (_what, location, reason) => {
    const { probe, asked } = network(names, { 'http://a.example.org/': { status: 302, location } });

    expect(await probe('http://a.example.org/')).toEqual({ outcome: 'refused', reason });
    expect(asked).toHaveLength(1);
  });

  test('is followed three times and not a fourth', async () => {
    const { probe, asked } = network(names, {
      'http://a.example.org/': { status: 302, location: '/' },
    });

    expect(await probe('http://a.example.org/')).toEqual({
      outcome: 'unreachable',
      reason: 'redirects',
    });
    expect(asked).toHaveLength(4);
  });
});

test('a name that nobody knows, and a resolver that never answers', async () => {
  expect(await network({}).probe('https://gone.example.org/')).toEqual({
    outcome: 'unreachable',
    reason: 'name',
  });
  const silent = guardedProbe({
    ports,
    deadlineMs: 20,
    resolve: () => new Promise(() => undefined),
  });

  expect(await silent('https://slow.example.org/')).toEqual({
    outcome: 'unreachable',
    reason: 'deadline',
  });
});

describe('over a real connection', () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  /** A host that answers on loopback; the test alone may reach it. */
  async function host(listener: RequestListener, deadlineMs = 5000) {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const probe = guardedProbe({
      ports: [port],
      deadlineMs,
      resolve: async () => ['127.0.0.1'],
      mayReach: (address) => address === '127.0.0.1',
    });
    return {
      probe,
      url: (scheme = 'http') => `${scheme}://shop.example.org:${port}/status?deep=1`,
    };
  }

  test('the host hears its own name and the whole path', async () => {
    const heard: unknown[] = [];
    const { probe, url } = await host(({ method, url: path, headers }, response) => {
      heard.push([method, path, headers.host, headers.authorization, headers.cookie]);
      response.writeHead(204).end();
    });

    expect(await probe(url())).toEqual({ outcome: 'reachable', status: 204 });
    expect(heard).toEqual([['GET', '/status?deep=1', new URL(url()).host, undefined, undefined]]);
  });

  test('a body without end is cut off, and the answer stands', async () => {
    const { probe, url } = await host((_request, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384)));
      };
      response.on('drain', pour);
      pour();
    });

    expect(await probe(url())).toEqual({ outcome: 'reachable', status: 200 });
  });

  test('a status is the answer though the body never ends', async () => {
    const { probe, url } = await host((_request, response) => {
      response.writeHead(200);
      response.write('…');
    }, 1000);

    expect(await probe(url())).toEqual({ outcome: 'reachable', status: 200 });
  });

  test('a host that never answers is given up at the deadline', async () => {
    const { probe, url } = await host(() => undefined, 50);

    expect(await probe(url())).toEqual({ outcome: 'unreachable', reason: 'deadline' });
  });

  test('a host that hangs up, and one that speaks no TLS', async () => {
    const { probe, url } = await host((request) => request.socket.destroy());

    expect(await probe(url())).toEqual({ outcome: 'unreachable', reason: 'connection' });
    expect(await probe(url('https'))).toMatchObject({ outcome: 'unreachable' });
  });
});
