import { expect, test } from 'vitest';
import { demoOAuthHosts, demoPortalUrl, demoWorld } from '#server/demo/portal/demo-world.ts';
import { install } from '#server/demo/portal/install-acts.ts';
import { systemHex } from '#server/demo/portal/system-parts.ts';
import { keepNewest, portalOf } from '#server/demo/portal/world.ts';
import { portalWorldApp } from '#server/demo/portal/world-app.ts';
import {
  clearFaults,
  faults,
  hugeAnswer,
  setFault,
  type Fault,
} from '#server/demo/portal/faults.ts';
import { renamePortal } from '#server/demo/portal/portal-acts.ts';
import { issuePair } from '#server/demo/portal/tokens.ts';
import { worldHttp } from '#server/demo/portal/world-http.ts';
import { verifyToken } from '#server/features/portals/verify-token.ts';
import { askPortal } from '#server/features/portals/ask-portal.ts';
import { actors, recordedApp, testWorld } from '#test/support/portal-world.ts';

const host = 'alpha-fixture.bitrix24.ru';
const never = () => new Promise<void>(() => undefined);

function stageOf(late: (ms: number) => Promise<void> = never) {
  const base = testWorld();
  const own = base.installed('alpha');
  const { accessToken } = issuePair(base.world, base.portal('alpha'), own, 7);
  const http = worldHttp(base.app, late);
  const ask = () =>
    http({ url: `https://${host}/rest/profile`, form: { auth: accessToken }, deadlineMs: 5000 });
  return { ...base, http, ask, accessToken };
}

test('our own calls reach the world without a network', async () => {
  const { http, world, accessToken } = stageOf();

  const known = await verifyToken(http, world.oauth, accessToken, 'west');
  const place = { restUrl: `https://${host}/rest/`, accessToken };
  const says = await askPortal(http, place, 7);

  // the likely one does not know the token: the other one is asked
  expect(known).toMatchObject({ ok: true, value: { side: 'east', facts: { userId: 7 } } });
  expect(says).toMatchObject({
    person: { name: 'Иван Тестов', email: 'ivan@romashka.example', position: 'Менеджер' },
    isAdmin: false,
    edition: { license: 'ru_basic', boxed: false },
  });
});

test('a host that is not of the world is nobody', async () => {
  const { http } = stageOf();

  expect(await http({ url: 'https://attacker.example/rest/', deadlineMs: 5000 })).toEqual({
    kind: 'none',
    why: { outcome: 'unreachable', reason: 'name' },
  });
});

const spoilt: readonly (readonly [string, Fault, unknown])[] = [
  ['down', faults.down, { kind: 'answer', status: 503, body: undefined }],
  ['a page', faults.html, { kind: 'answer', status: 200, body: undefined }],
  ['no JSON', faults.invalidJson, { kind: 'answer', status: 200, body: undefined }],
  ['ten megabytes', hugeAnswer(), { kind: 'answer', status: 200, body: undefined }],
  ['cut', faults.cut, { kind: 'none', why: { outcome: 'unreachable', reason: 'connection' } }],
];

test.each(spoilt)('an answer that is spoilt is seen as such: %s', async (_how, fault, seen) => {
  const { ask, world } = stageOf();
  setFault(world, host, 'profile', fault);

  expect(await ask()).toEqual(seen);
  clearFaults(world, host);
  expect(await ask()).toMatchObject({ status: 200, body: { result: { ID: '7' } } });
});

test('an answer that comes too late is none', async () => {
  const { world, http, accessToken } = stageOf(async () => undefined);
  setFault(world, host, '*', faults.late);

  expect(
    await http({ url: `https://${host}/rest/profile?auth=${accessToken}`, deadlineMs: 5000 }),
  ).toEqual({ kind: 'none', why: { outcome: 'unreachable', reason: 'deadline' } });
});

test('a fault happens as often as it is told to', async () => {
  const { ask, world } = stageOf();
  setFault(world, host, 'profile', { ...faults.down, times: 2 });

  const statuses = [await ask(), await ask(), await ask()].map(
    (reply) => reply.kind === 'answer' && reply.status,
  );

  expect(statuses).toEqual([503, 503, 200]);
});

test('a redirect is an answer and is not followed', async () => {
  const { ask, portal, world } = stageOf();
  renamePortal(portal('alpha'), 'alpha-renamed.bitrix24.ru');

  expect(await ask()).toMatchObject({ kind: 'answer', status: 302 });
  expect(world.requests.map((seen) => seen.host)).toEqual([host]);
});

test('the demo’s portals are at names of this machine, which its own calls and events reach', async () => {
  const world = demoWorld(
    {
      now: () => actors.now * 1000,
      hex: systemHex,
      deliver: () => undefined,
      wait: async () => undefined,
    },
    3000,
    [recordedApp()],
  );
  const app = portalWorldApp(world, { asset: async () => undefined });
  const alpha = portalOf(world, 'alpha');
  const made = install(world, alpha, actors.app.client_id, 1);
  const { accessToken } = issuePair(world, alpha, made, 1);

  const known = await verifyToken(worldHttp(app, never), demoOAuthHosts(3000), accessToken, 'east');

  expect(known).toMatchObject({
    ok: true,
    value: {
      facts: {
        domain: 'romashka.localhost:3000',
        clientEndpoint: 'http://romashka.localhost:3000/rest/',
        installed: false,
      },
    },
  });
  expect(demoPortalUrl(3000, 'bravo')).toBe('http://bravo.localhost:3000/');
  expect(
    (await app(new Request('http://bravo.localhost:3000/portal-assets/parent.js')))?.status,
  ).toBe(404);
  expect(app(new Request('http://127.0.0.1:3000/'))).toBeUndefined();
});

test('what only piles up is kept to its newest part', () => {
  const kept: number[] = [];

  for (let item = 0; item < 5; item++) keepNewest(kept, item, 3);

  expect(kept).toEqual([2, 3, 4]);
});
