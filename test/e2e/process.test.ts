import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { TicketList, TicketReceipt } from '#shared/wire/ticket.ts';
import { device, errorRequest } from '#test/support/api.ts';
import { readChanges } from '#test/support/change-reader.ts';
import { makeDataFolder, removeDataFolder } from '#test/support/data-folder.ts';
import { runCommand, startServer, type ServerProcess } from '#test/support/server-process.ts';

let dataDir: string;
let running: ServerProcess[] = [];

beforeAll(() => {
  dataDir = makeDataFolder();
});
afterEach(async () => {
  await Promise.all(running.map((server) => server.exit('SIGTERM')));
  running = [];
});
afterAll(() => removeDataFolder(dataDir));

const start = async (env: Record<string, string> = {}) => {
  const server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env });
  running.push(server);
  return server;
};
const headers = {
  'content-type': 'application/json',
  'x-widget-key': 'modme',
  authorization: `Bearer ${device('P')}`,
};

test('a killed server loses no acknowledged ticket, and the next start finds them all', async () => {
  const first = await start();
  const acknowledged: string[] = [];
  const sending = Array.from({ length: 4 }, async () => {
    for (;;) {
      const response = await fetch(`${first.url}/v1/tickets`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': randomUUID() },
        body: JSON.stringify(errorRequest),
      }).catch(() => undefined);
      if (response?.status !== 201) return;
      acknowledged.push(((await response.json()) as TicketReceipt).number);
      if (acknowledged.length === 25) first.child.kill('SIGKILL');
    }
  });
  await Promise.all(sending);
  expect(await first.exit()).toBeNull();

  const second = await start();
  const { tickets } = (await (
    await fetch(`${second.url}/v1/tickets`, { headers })
  ).json()) as TicketList;
  const numbers = tickets.map(({ number }) => number);

  expect(acknowledged.length).toBeGreaterThanOrEqual(25);
  expect(acknowledged.filter((number) => !numbers.includes(number))).toEqual([]);
});

test('Ctrl-C ends it cleanly, and it starts again', async () => {
  const server = await start();

  expect(server.url).toBeDefined();
  expect(await server.exit('SIGINT')).toBe(0);
  expect((await start()).url).toBeDefined();
});

test('it ends at once though somebody listens for changes', async () => {
  const server = await start();
  const reader = await readChanges(server.url!, { bearer: device('P') });
  await reader.until(({ missed }) => missed.length > 0);
  const asked = performance.now();

  expect(await server.exit('SIGTERM')).toBe(0);
  await reader.ended;
  // who is not done is cut off after ten seconds
  expect(performance.now() - asked).toBeLessThan(9000);
});

test('a second server on the same data is refused in one sentence', async () => {
  await start();
  const second = await start();

  expect(await second.exit()).toBe(1);
  expect(second.output().trim().split('\n')).toEqual([
    expect.stringMatching(/^Another server already runs on the data folder .+\.$/),
  ]);
});

test('a taken port is told in a sentence', async () => {
  const occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
  const { port } = occupant.address() as AddressInfo;
  const server = await start({ PORT: String(port) });

  expect(await server.exit()).toBe(1);
  expect(server.output().trim()).toMatch(
    new RegExp(`^Port ${port} is taken at 127\\.0\\.0\\.1\\. .+\\.$`),
  );
  occupant.close();
});

test.each([
  ['PORT', { PORT: 'none' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
  ['SECRET_KEY', { DATABASE_URL: 'postgres://app@127.0.0.1:1/x' }],
])('a wrong %s is refused by name, without its value', async (name, env) => {
  const server = await start(env);

  expect(await server.exit()).toBe(1);
  expect(server.output()).toMatch(new RegExp(`^${name}: `));
  expect(server.output()).not.toContain('at ');
});

test('a database that is away is told in a sentence', async () => {
  const server = await start({
    DATABASE_URL: 'postgres://app@127.0.0.1:1/x',
    SECRET_KEY: 'A'.repeat(43),
  });

  expect(await server.exit()).toBe(1);
  expect(server.output().trim()).toMatch(/^PostgreSQL does not answer at 127\.0\.0\.1:1\. .+\.$/);
});

test('commands share the database of a running server: an agent signs in by a link, a token is accepted', async () => {
  const server = await start();
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'error' };
  const added = await runCommand(
    ['agents', 'add', 'dilshod', '--vendor', 'modme', '--name', 'Дилшод'],
    env,
  );
  const token = /#token=(\S+)/.exec(added.output)?.[1];
  const signedIn = await fetch(`${server.url}/v1/desk/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const signed = await runCommand(
    ['token', 'user-7', '--vendor', 'modme', '--claim', 'name=Ali'],
    env,
  );
  const list = await fetch(`${server.url}/v1/tickets`, {
    headers: { 'x-widget-key': 'modme', authorization: `Bearer ${signed.output.trim()}` },
  });

  expect([added.code, signedIn.status, signed.code, list.status]).toEqual([0, 200, 0, 200]);
  expect(await signedIn.json()).toMatchObject({
    agent: { name: 'Дилшод' },
    vendors: [{ key: 'modme' }],
  });
});

test.each([
  ['nothing', [], 2],
  ['a command that is none', ['frobnicate'], 2],
  ['agents add without a vendor', ['agents', 'add', 'x'], 2],
  ['an origin with a path', ['origins', 'allow', 'https://a.example/x', '--vendor', 'modme'], 2],
  ['help', ['--help'], 0],
])('the command line %s ends with its code', async (_case, args, code) => {
  expect((await runCommand(args, { DATA_DIR: dataDir })).code).toBe(code);
});
