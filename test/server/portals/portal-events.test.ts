import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  finishInstall,
  install,
  setPayment,
  uninstall,
  update,
} from '#server/demo/portal/install-acts.ts';
import { faults, setFault } from '#server/demo/portal/faults.ts';
import { portalEvents } from '#server/features/portals/portal-events.table.ts';
import { portals, portalTokens, type PortalRow } from '#server/features/portals/portals.table.ts';
import { portalSessions } from '#server/features/portals/portal-sessions.table.ts';
import { eventKeyPlace } from '#server/features/portals/remember-administrator.ts';
import { bitrix24Fixture } from '#test/support/bitrix24-fixture.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { portalDesk, startOf, type PortalDesk } from '#test/support/portal-desk.ts';
import { actors } from '#test/support/portal-world.ts';

let database: TestDatabase;
let desk: PortalDesk;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.client.unsafe('truncate portal_apps cascade');
  desk = await portalDesk(database);
  return () => desk.close();
});

const clientId = actors.app.client_id;
const alpha = () => desk.portal('alpha');
const portal = async (): Promise<PortalRow | undefined> =>
  (await desk.server.deps.db.select().from(portals))[0];
const keyOf = (row: PortalRow | undefined) =>
  row?.sealedEventKey
    ? desk.server.deps.secretBox.open(row.sealedEventKey, eventKeyPlace(row))
    : undefined;
const outcomes = async () =>
  (await desk.server.deps.db.select().from(portalEvents)).map(({ name, outcome }) => [
    name,
    outcome,
  ]);
const heldTokens = () => desk.server.deps.db.$count(portalTokens);
async function installed() {
  await desk.install('alpha');
  await desk.settle();
}
const changed = (body: string, name: string, value: string | undefined) => {
  const form = new URLSearchParams(body);
  if (value === undefined) form.delete(name);
  else form.set(name, value);
  return form.toString();
};

test('an install is believed once its token is an administrator’s, and the secret of events is learned', async () => {
  await installed();
  const row = await portal();

  expect(await outcomes()).toEqual([['ONAPPINSTALL', 'done']]);
  expect(row).toMatchObject({ uninstalledAt: null, version: '3', license: 'ru_basic' });
  expect(row?.installedAt).not.toBeNull();
  expect(keyOf(row)).toBe(actors.portals.alpha.app_token);
  expect(await heldTokens()).toBe(1);
});

test('the same event twice is one', async () => {
  await installed();
  const [first] = desk.sent;
  await desk.tell(first!);
  await desk.settle();

  expect(await outcomes()).toHaveLength(1);
});

test('an install that an employee makes up by a token of their own changes nothing', async () => {
  await installed();
  const own = new URLSearchParams(desk.post('alpha').body);
  let body = changed(desk.sent[0]!.body, 'auth[access_token]', own.get('AUTH_ID') ?? '');
  body = changed(body, 'auth[application_token]', 'f'.repeat(32));
  body = changed(body, 'ts', '1767229000');
  const answer = await desk.tell({ body });
  await desk.settle();

  expect(answer.status).toBe(204);
  expect((await outcomes()).map(([, outcome]) => outcome).sort()).toEqual(['done', 'not_admin']);
  expect(keyOf(await portal())).toBe(actors.portals.alpha.app_token);
});

test('a second install with another secret is believed only by an administrator’s token of that portal', async () => {
  await installed();
  desk.installed('bravo');
  const theirs = new URLSearchParams(desk.post('bravo', { userId: 1 }).body);
  let body = changed(desk.sent[0]!.body, 'auth[access_token]', theirs.get('AUTH_ID') ?? '');
  body = changed(body, 'auth[application_token]', 'f'.repeat(32));
  body = changed(body, 'ts', '1767229000');
  await desk.tell({ body });
  await desk.settle();

  expect(keyOf(await portal())).toBe(actors.portals.alpha.app_token);
});

test('an update takes the new version and the new secret', async () => {
  await installed();
  update(desk.world, alpha(), clientId, { version: 4, rotate: true });
  alpha().installs.get(clientId)!.installed = true;
  await desk.settle();

  const row = await portal();
  expect(row?.version).toBe('4');
  expect(keyOf(row)).toBe(alpha().installs.get(clientId)?.applicationToken);
});

test('a removal ends the open pages at once and the tokens once the OAuth server confirms it', async () => {
  await installed();
  const { secret } = await startOf(await desk.enter(desk.post('alpha')));
  uninstall(desk.world, alpha(), clientId, false);
  await desk.settle();
  const late = await fetch(`${desk.server.url}/v1/widgets/didox24`, {
    headers: { authorization: `Bearer ${secret}` },
  });

  expect(late.status).toBe(401);
  expect(await heldTokens()).toBe(0);
  expect(await portal()).toMatchObject({ sealedEventKey: null });
  expect((await portal())?.uninstalledAt).not.toBeNull();
});

test('a removal that an employee makes up ends open pages and nothing else', async () => {
  await installed();
  await desk.enter(desk.post('alpha'));
  const { rawBody } = bitrix24Fixture<{ request: { rawBody: string } }>(
    'event-onappuninstall-clean1',
  ).request;
  const answer = await desk.tell({ body: rawBody });
  await desk.settle();

  expect(answer.status).toBe(204);
  expect(await desk.server.deps.db.$count(portalSessions)).toBe(0);
  expect(await heldTokens()).toBe(1);
  expect((await portal())?.uninstalledAt).toBeNull();
  expect((await outcomes()).at(-1)).toEqual(['ONAPPUNINSTALL', 'not_proven']);
  expect((await desk.enter(desk.post('alpha'))).status).toBe(200);
});

test('an install that comes again after the removal stays removed', async () => {
  await installed();
  uninstall(desk.world, alpha(), clientId, false);
  await desk.settle();
  await desk.server.deps.db.delete(portalEvents);
  await desk.tell(desk.sent[0]!);
  await desk.settle();

  expect((await portal())?.uninstalledAt).not.toBeNull();
  expect(await heldTokens()).toBe(0);
});

test('of a removal that comes after the next install the install stays', async () => {
  await installed();
  desk.pass(60);
  uninstall(desk.world, alpha(), clientId, false);
  const removal = desk.sent.at(-1)!;
  const before = desk.sent.length;
  desk.pass(60);
  install(desk.world, alpha(), clientId, 1);
  await desk.enter(desk.post('alpha', { userId: 1 }), 'install');
  finishInstall(desk.world, alpha(), clientId);
  for (const event of [...desk.sent.slice(before), removal]) await desk.tell(event);
  await desk.settle();

  expect((await portal())?.uninstalledAt).toBeNull();
  expect(await heldTokens()).toBe(1);
});

test('whoever opens the app again after its removal is let in, though nobody told of the install', async () => {
  await installed();
  uninstall(desk.world, alpha(), clientId, false);
  await desk.settle();
  install(desk.world, alpha(), clientId, 1).installed = true;
  const { secret } = await startOf(await desk.enter(desk.post('alpha')));
  const own = await fetch(`${desk.server.url}/v1/widgets/didox24`, {
    headers: { authorization: `Bearer ${secret}` },
  });

  expect(own.status).toBe(200);
  expect((await portal())?.uninstalledAt).toBeNull();
});

test('an end of payment is believed only by what the portal says itself', async () => {
  await installed();
  const { rawBody } = bitrix24Fixture<{ request: { rawBody: string } }>(
    'event-onapppayment',
  ).request;
  await desk.tell({ body: changed(rawBody, 'data[PAYMENT_EXPIRED]', 'Y') });
  await desk.settle();
  const made = (await portal())?.paymentExpired;
  desk.pass(1);
  setPayment(desk.world, alpha(), clientId, { status: 'S', days: -3 });
  await desk.settle();

  expect(made).toBe(false);
  expect(await portal()).toMatchObject({ paymentExpired: true, daysLeft: -3 });
});

test('an event waits while the OAuth server does not answer, and is believed when it does', async () => {
  await desk.install('alpha');
  setFault(desk.world, 'oauth.bitrix24.tech', '*', { ...faults.down, times: 1 });
  await desk.settle();
  const before = await outcomes();
  desk.pass(10);
  await desk.settle();

  expect(before).toEqual([['ONAPPINSTALL', null]]);
  expect(await outcomes()).toEqual([['ONAPPINSTALL', 'done']]);
});

interface Forged {
  readonly variants: readonly {
    readonly id: string;
    readonly rawBody?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly request?: { readonly rawBody: string };
  }[];
}
const { variants } = bitrix24Fixture<Forged>('event-forged-variants');
test.each(variants)('forged: $id', async ({ id, request, rawBody, headers }) => {
  await installed();
  const before = await portal();
  const body = request?.rawBody ?? rawBody ?? `event=ONAPPINSTALL&x=${'a'.repeat(2_097_152)}`;
  const answer = await desk.tell({ body: body.replace('ts=1767225600', 'ts=1767229999') }, headers);
  await desk.settle();

  const after = await portal();
  expect(after && { ...after, seenAt: null }).toEqual(before && { ...before, seenAt: null });
  expect(await desk.server.deps.db.$count(portals)).toBe(1);
  expect(answer.status >= 400 || id.startsWith('install-')).toBe(true);
  const hosts = desk.world.requests.map(({ host }) => host);
  expect(hosts.filter((host) => host.includes('attacker'))).toEqual([]);
  const secrets = desk.world.requests.filter(({ hasSecret }) => hasSecret);
  expect(secrets.filter(({ host }) => !host.startsWith('oauth.'))).toEqual([]);
});

test('what an event held is nowhere in the clear, and gone once it was looked into', async () => {
  await desk.install('alpha');
  await desk.tell(desk.sent[0]!);
  const waiting = JSON.stringify(await database.client.unsafe('select * from portal_events'));
  await desk.settle();
  const [done] = await database.client.unsafe('select sealed_body from portal_events');

  const form = new URLSearchParams(desk.sent[0]!.body);
  for (const name of ['access_token', 'refresh_token', 'application_token'])
    expect(waiting).not.toContain(form.get(`auth[${name}]`) ?? '-');
  expect(done).toEqual({ sealed_body: null });
});
