import { createServer, request, type Server } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { attackerHost } from '#test/support/attacker-host.ts';
import { egressGuard } from '#test/support/egress-guard.ts';
import {
  changedEvent,
  forgedEvents,
  inEveryOrder,
  postEvents,
  recordedEvent,
  twice,
} from '#test/support/event-sender.ts';
import { bitrix24Fixture } from '#test/support/bitrix24-fixture.ts';
import { localCa, type LocalCertificate } from '#test/support/local-ca.ts';
import { testWorld } from '#test/support/portal-world.ts';

async function serving(
  { key }: LocalCertificate,
  cert: string,
  act: (port: number) => Promise<void>,
) {
  const server: Server = createServer({ key, cert }, (_request, response) => response.end('hello'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await act((server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const ask = (port: number, servername: string, ca: string) =>
  new Promise<string>((resolve) => {
    const asked = request({ host: '127.0.0.1', port, servername, ca, agent: false }, (response) => {
      response.resume();
      resolve(`${response.statusCode}`);
    });
    asked.on('error', (error) => resolve((error as NodeJS.ErrnoException).code ?? ''));
    asked.end();
  });

test('an authority of a run vouches for its hosts, and for no others', async () => {
  const ca = localCa();
  const made = ca.issue(['one.test', 'two.test']);

  await serving(made, made.chain, async (port) => {
    expect(await ask(port, 'one.test', ca.root)).toBe('200');
    expect(await ask(port, 'two.test', ca.root)).toBe('200');
    expect(await ask(port, 'three.test', ca.root)).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(await ask(port, 'one.test', localCa().root)).not.toBe('200');
  });
});

test('a box that leaves out who signed for it is not believed', async () => {
  const ca = localCa();
  const made = ca.below('Reglament test middle').issue(['box.test']);

  await serving(made, made.chain, async (port) =>
    expect(await ask(port, 'box.test', ca.root)).toBe('200'),
  );
  await serving(made, made.cert, async (port) =>
    expect(await ask(port, 'box.test', ca.root)).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
  );
});

test('the guard sees names and sockets, and calls strangers by their name', async () => {
  const guard = egressGuard(['oauth-east.test']);
  const server = createTcpServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  expect(await guard.resolve('oauth-east.test')).toEqual(['127.0.0.1']);
  await expect(guard.resolve('attacker.test')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  await new Promise((resolve) => connect(port, '127.0.0.1').resume().on('close', resolve));
  guard.lift();
  server.close();

  expect(guard.names).toEqual(['oauth-east.test', 'attacker.test']);
  expect(guard.addresses).toContain(`127.0.0.1:${port}`);
  expect(guard.strangers()).toEqual(['attacker.test']);
  expect(guard.mayReach('169.254.169.254')).toBe(false);
});

test('the attacker counts whatever it gets', async () => {
  const attacker = attackerHost();

  await attacker.answer(
    new Request('https://attacker.test/oauth/token/', { method: 'POST', body: 'client_secret=1' }),
  );

  expect(attacker.caught).toEqual([
    { method: 'POST', url: 'https://attacker.test/oauth/token/', body: 'client_secret=1' },
  ]);
});

test('a recorded event is rebuilt to the byte, and changed where it is told to', () => {
  const names = ['onappinstall', 'onappupdate', 'onappuninstall-clean1', 'onuseradd'];

  for (const name of names) expect(changedEvent(name, {})).toEqual(recordedEvent(name));
  const { body } = changedEvent('onappuninstall-clean1', {
    auth: { application_token: undefined },
    data: { CLEAN: '0' },
    ts: 1,
  });
  expect(body).not.toContain('application_token');
  expect(body).toContain('data%5BCLEAN%5D=0&ts=1&');
});

test('all forgeries can be sent, the oversized one in its size', () => {
  const forged = forgedEvents();
  const bytes = Object.fromEntries(forged.map(({ id, body }) => [id, body.length]));
  const json = forged.find(({ id }) => id === 'json-content-type');

  expect(forged).toHaveLength(10);
  expect(bytes['oversize']).toBeGreaterThan(2 * 1024 * 1024);
  expect(json?.headers['content-type']).toBe('application/json');
});

test('events come in every order, and twice', async () => {
  const seen: string[] = [];
  const events = [recordedEvent('onappinstall'), recordedEvent('onappupdate')];

  const statuses = await postEvents('https://app.test/b24/events', twice(events), async (sent) => {
    seen.push((await sent.text()).slice(0, 18));
    return new Response(null, { status: 204 });
  });

  expect(inEveryOrder([1, 2, 3])).toHaveLength(6);
  expect(statuses).toEqual([204, 204, 204, 204]);
  expect(new Set(seen).size).toBe(2);
});

test('publishes who sends events, as recorded', async () => {
  const { app } = testWorld();
  const { body } = bitrix24Fixture<{ body: unknown }>('ip-nodes');

  const answer = await app(new Request('https://dl.bitrix24.com/webhook/app-world.json'));

  expect(await answer?.json()).toEqual(body);
});

test('no recorded payload lies unused', () => {
  const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const recorded = readdirSync(folder('../../support/bitrix24')).map((name) =>
    name.replace(/\.json$/, ''),
  );
  const tests = readdirSync(folder('.')).map((name) => readFileSync(folder(name), 'utf8'));
  const support = ['portal-world', 'event-sender'].map((name) =>
    readFileSync(folder(`../../support/${name}.ts`), 'utf8'),
  );
  const code = [...tests, ...support].join('\n');
  // posts into a frame and events are named without what is common to them
  const named = (name: string) =>
    [name, name.replace(/^iframe-post-/, ''), name.replace(/^event-/, '')].some((one) =>
      code.includes(`'${one}'`),
    );

  expect(recorded).toHaveLength(50);
  expect(recorded.filter((name) => !named(name))).toEqual([]);
});
