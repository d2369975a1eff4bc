import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LookList } from '#shared/wire/watch.ts';
import { recordCheck } from '#server/features/checks/record-check.ts';
import { recordPortal } from '#server/features/portals/record-portal.ts';
import { runProbes } from '#server/features/probes/run-probes.ts';
import { guardedProbe } from '#server/http/probe/guarded-probe.ts';
import { codeOf, completeRequest, deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const clock = handClock('2026-11-23T06:00:00Z');
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** The names that lead somewhere, and what answers there. */
const names: Readonly<Record<string, readonly string[]>> = {
  'box.example.org': ['93.184.215.14'],
  'down.example.org': ['93.184.215.15'],
  'inner.example.org': ['10.20.30.40'],
};
const asked: string[] = [];
const probe = guardedProbe({
  ports: [80, 443],
  resolve: async (host) => names[host] ?? [],
  ask: async (_target, address) => {
    asked.push(address);
    if (address.endsWith('.15')) throw new Error('ECONNREFUSED');
    return { status: 401, location: undefined };
  },
});
const look = () =>
  runProbes(server.deps, probe, { check: recordCheck(server.deps), portal: recordPortal });

const open = async (portal: string | undefined, portalKind = 'box') => {
  const pack = server.deps.policies.inForce('didox24', clock.now())!.pack;
  const request = completeRequest(pack, 'error');
  const { portal: _sample, ...answers } = request.answers;
  const own = { ...answers, portalKind, ...(portal === undefined ? {} : { portal }) };
  const { id } = await requesterApi(server, { vendor: 'didox24' }).open({
    ...request,
    answers: own,
  });
  return id;
};

test.each([
  ['can be reached', 'https://box.example.org/', { outcome: 'reachable', status: '401' }],
  [
    'does not answer',
    'https://down.example.org/',
    { outcome: 'unreachable', reason: 'connection' },
  ],
  [
    'is in a closed network',
    'https://inner.example.org/',
    { outcome: 'refused', reason: 'private_address' },
  ],
  [
    'is a private address',
    'http://192.168.1.10/',
    { outcome: 'refused', reason: 'private_address' },
  ],
  ['is at another port', 'https://box.example.org:8443/', { outcome: 'refused', reason: 'port' }],
] as const)(
  'S1.2.4 JOB: a portal that %s is told so at the ticket, with the instant',
  async (_case, portal, params) => {
    asked.length = 0;
    const id = await open(portal);
    await look();
    const { events } = await desk.ticket('didox24', id);

    expect(events.at(-1)).toMatchObject({
      kind: 'portal_probed',
      at: '2026-11-23T06:00:00.000Z',
      params,
    });
    expect(asked).toHaveLength(params.outcome === 'refused' ? 0 : 1);
  },
);

test('a portal in the cloud is not looked at, nor one that nobody named', async () => {
  const ids = [await open('https://box.example.org/', 'cloud'), await open(undefined)];

  expect(await look()).toBe(0);
  for (const id of ids)
    expect(await codeOf(await desk.post('didox24', `/tickets/${id}/portal-looks`, {}))).toEqual([
      409,
      'portal.not_named',
    ]);
});

test('S1.2.4 JOB: an agent has it looked at again, and sees all that was found', async () => {
  const id = await open('https://box.example.org/');
  await look();
  clock.set('2026-11-23T07:00:00Z');
  const again = await desk.post('didox24', `/tickets/${id}/portal-looks`, {});
  await look();
  const { rows } = (await (
    await desk.get('didox24', `/tickets/${id}/portal-looks`)
  ).json()) as LookList;

  expect(again.status).toBe(202);
  expect(rows).toMatchObject([
    { finishedAt: '2026-11-23T07:00:00.000Z', outcome: 'reachable', status: 401 },
    { finishedAt: '2026-11-23T06:00:00.000Z', outcome: 'reachable', status: 401 },
  ]);
});
