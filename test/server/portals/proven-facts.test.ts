import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ticketConditions } from '#server/features/conditions/ticket-conditions.ts';
import { faults, setFault } from '#server/demo/portal/faults.ts';
import type { TicketThread } from '#shared/wire/ticket.ts';
import type { WidgetConfig } from '#shared/wire/widget-config.ts';
import { deskApi, requesterApi } from '#test/support/api.ts';
import { recordCheck } from '#server/features/checks/record-check.ts';
import { recordPortal } from '#server/features/portals/record-portal.ts';
import { runProbes } from '#server/features/probes/run-probes.ts';
import { askOnce } from '#server/http/probe/ask-once.ts';
import { guardedProbe } from '#server/http/probe/guarded-probe.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { localCa } from '#test/support/local-ca.ts';
import { portalDesk, startOf, type PortalDesk } from '#test/support/portal-desk.ts';

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

const lies = {
  category: 'error',
  answers: {
    did: 'Отправили счёт',
    expected: 'Ушёл',
    got: 'Ошибка 500',
    email: 'ivan@romashka.example',
    portal: 'https://somebody-else.bitrix24.ru',
    portalKind: 'cms',
  },
  context: {
    appVersion: '999',
    extra: { portal: 'somebody-else.bitrix24.ru', license: 'ru_ent10000', screen: 'deal' },
  },
  locale: 'ru',
} as const;

const ask = (bearer: string) => requesterApi(desk.server, { vendor: 'didox24', bearer });
async function atDesk(ticketId: string) {
  const api = await deskApi(desk.server);
  return api.ticket('didox24', ticketId);
}

test('S1.3.1.6 B24, S1.1.3 B24: address, kind, edition and version come from the proven portal, whatever was sent of them', async () => {
  desk.installed('alpha');
  const { secret } = await startOf(await desk.enter(desk.post('alpha')));
  const { id: ticketId } = await ask(secret).open(lies);
  const ticket = await atDesk(ticketId);

  expect(ticket.portal).toEqual({
    memberId: desk.portal('alpha').memberId,
    domain: 'alpha-fixture.bitrix24.ru',
    kind: 'cloud',
    license: 'ru_basic',
    version: '3',
    installed: true,
  });
  const answers = Object.fromEntries(ticket.answers.map(({ field, value }) => [field, value]));
  expect(answers).toMatchObject({
    portal: 'https://alpha-fixture.bitrix24.ru',
    portalKind: 'Облачный',
  });
  expect(ticket.context).toMatchObject({ appVersion: '3', extra: { screen: 'deal' } });
  expect(JSON.stringify(ticket)).not.toContain('somebody-else');
});

test('S1.1.3 B24: of a box nobody can say that it is in the cloud, and whether it is closed is asked', async () => {
  desk.installed('box');
  const { secret } = await startOf(await desk.enter(desk.post('box', { userId: 3 })));
  const config = (await (
    await ask(secret).get('/v1/widgets/didox24?locale=en')
  ).json()) as WidgetConfig;
  const shown = Object.fromEntries(config.fields.map(({ id, value }) => [id, value]));
  const kindOf = async (portalKind: string) => {
    const { id: ticketId } = await ask(secret).open({
      ...lies,
      answers: { ...lies.answers, portalKind },
    });
    return (await atDesk(ticketId)).answers.find(({ field }) => field === 'portalKind')?.value;
  };

  expect(shown).toMatchObject({ portal: `https://${desk.portal('box').host}` });
  expect(shown['portalKind']).toBeUndefined();
  expect(await kindOf('cloud')).toBe('Коробочный, доступен из интернета');
  expect(await kindOf('box-closed')).toBe('Коробочный, в закрытой сети');
});

test('S1.1.3 B24: the form shows what is proven and does not ask for it', async () => {
  desk.installed('alpha');
  const { secret } = await startOf(await desk.enter(desk.post('alpha')));
  const config = (await (
    await ask(secret).get('/v1/widgets/didox24?locale=en')
  ).json()) as WidgetConfig;
  const shown = Object.fromEntries(config.fields.map(({ id, value }) => [id, value]));

  expect(shown).toMatchObject({
    portal: 'https://alpha-fixture.bitrix24.ru',
    portalKind: 'Cloud',
    name: 'Иван Тестов',
  });
});

test('S1.1.3 B24: a portal that does not answer proves its address alone, and the rest is asked', async () => {
  desk.installed('alpha');
  setFault(desk.world, 'alpha-fixture.bitrix24.ru', '*', faults.badGateway);
  const { secret } = await startOf(await desk.enter(desk.post('alpha')));
  const { id: ticketId } = await ask(secret).open({
    ...lies,
    answers: { ...lies.answers, portalKind: 'box' },
  });
  const ticket = await atDesk(ticketId);

  expect(ticket.portal).toMatchObject({ kind: null, license: null, version: '3' });
  const answers = Object.fromEntries(ticket.answers.map(({ field, value }) => [field, value]));
  expect(answers).toMatchObject({
    portal: 'https://alpha-fixture.bitrix24.ru',
    portalKind: 'Коробочный, доступен из интернета',
  });
});

const conditionsOf = async (ticketId: string) => {
  const read = await ticketConditions(desk.server.deps, 'didox24', ticketId, 'en');
  if (!read.ok) throw new Error(read.failure.code);
  const own = read.value.conditions.find(({ id }) => id === 'installed-app');
  return { own, flags: read.value.flags.map(({ code }) => code) };
};

test('S1.1.2 B24: a request from a portal with an install record is marked verified', async () => {
  desk.installed('alpha');
  const { secret } = await startOf(await desk.enter(desk.post('alpha')));
  const { id: ticketId } = await ask(secret).open(lies);
  const { own, flags } = await conditionsOf(ticketId);

  expect(own).toMatchObject({ state: 'held', shownBy: 'portal' });
  expect(flags).not.toContain('not_installed');
});

test('S1.1.2 B24: a request from a portal without one is taken and flagged', async () => {
  desk.installed('alpha', false);
  const { secret } = await startOf(await desk.enter(desk.post('alpha', { userId: 1 }), 'install'));
  const { id: ticketId } = await ask(secret).open(lies);
  const { own, flags } = await conditionsOf(ticketId);

  expect(own).toMatchObject({ state: 'broken', shownBy: 'portal' });
  expect(flags).toContain('not_installed');
  expect((await atDesk(ticketId)).portal).toMatchObject({ installed: false });
});

test('S1.1.14 B24: the version of the app is the one that the portal proves, and the desk sees how far it lies behind', async () => {
  desk.installed('alpha');
  const api = await deskApi(desk.server);
  const texts = { ru: { fixes: ['Счета уходят и с портала с другим именем'] } };
  await api.post('didox24', '/releases', { version: '3.0.0', releasedOn: '2025-12-01' });
  await api.post('didox24', '/releases', { version: '4.0.0', releasedOn: '2025-12-20', texts });
  const { secret } = await startOf(await desk.enter(desk.post('alpha')));
  const { id: ticketId } = await ask(secret).open(lies);

  expect((await atDesk(ticketId)).outdated).toEqual({
    installed: '3',
    current: '4.0.0',
    fixes: ['Счета уходят и с портала с другим именем'],
  });
});

test('what a portal says of a person stands in the place of what was typed of them, in answers and at the desk', async () => {
  desk.installed('alpha');
  const { secret } = await startOf(await desk.enter(desk.post('alpha')));
  const typed = { name: 'Пётр Чужой', email: 'petr@elsewhere.example' };
  const { id } = await ask(secret).open({ ...lies, answers: { ...lies.answers, ...typed } });
  const ticket = await atDesk(id);

  expect(JSON.stringify(ticket)).not.toMatch(/Чужой|elsewhere/);
  expect(ticket.requester).toMatchObject({ name: 'Иван Тестов' });
  expect(ticket.answers).toContainEqual(
    expect.objectContaining({ field: 'name', value: 'Иван Тестов' }),
  );
});

test('S1.2.4 B24: a box is looked at from outside at the address that it proves, and what was found stands at the request', async () => {
  desk.installed('box');
  const { secret } = await startOf(await desk.enter(desk.post('box', { userId: 3 })));
  const answers = { ...lies.answers, portalKind: 'box' };
  const { id: ticketId } = await ask(secret).open({ ...lies, answers });
  const looked: string[] = [];
  const probe = guardedProbe({
    ports: [80, 443, 8443],
    resolve: async (host) => {
      looked.push(host);
      return ['93.184.215.14'];
    },
    ask: async () => ({ status: 401, location: undefined }),
  });
  const { deps } = desk.server;
  await runProbes(deps, probe, { check: recordCheck(deps), portal: recordPortal });
  const { events } = await atDesk(ticketId);

  expect(looked).toContain(new URL(`https://${desk.portal('box').host}`).hostname);
  expect(looked).not.toContain('somebody-else.bitrix24.ru');
  expect(events.at(-1)).toMatchObject({
    kind: 'portal_probed',
    params: { outcome: 'reachable', status: '401' },
  });
});

test('S1.2.4 B24: who asked from a box that leaves out the intermediate certificates is told so with the clause, until it is mended', async () => {
  desk.installed('box');
  const { secret } = await startOf(await desk.enter(desk.post('box', { userId: 3 })));
  const answers = { ...lies.answers, portalKind: 'box' };
  const { id } = await ask(secret).open({ ...lies, answers });
  const told = async () => {
    const thread = await ask(secret).get(`/v1/tickets/${id}?locale=ru`);
    return ((await thread.json()) as TicketThread).told.portal;
  };
  const { deps } = desk.server;
  const onFinding = { check: recordCheck(deps), portal: recordPortal };
  expect(await told()).toBeNull();

  const made = localCa()
    .below('middle')
    .issue([desk.portal('box').host.replace(/:.*/, '')]);
  const box = createServer({ key: made.key, cert: made.cert }, (_asked, answer) => answer.end());
  await new Promise<void>((resolve) => box.listen(0, '127.0.0.1', resolve));
  const { port } = box.address() as AddressInfo;
  const probe = guardedProbe({
    ports: [443, 8443],
    resolve: async () => ['93.184.215.14'],
    ask: (target, _address, signal) => askOnce({ ...target, port }, '127.0.0.1', signal),
  });
  await runProbes(deps, probe, onFinding);
  box.close();
  expect(await told()).toMatchObject({ outcome: 'unreachable', reason: 'chain', clause: '2' });

  const api = await deskApi(desk.server);
  await api.post('didox24', `/tickets/${id}/portal-looks`, {});
  await runProbes(deps, async () => ({ outcome: 'reachable', status: 401 }), onFinding);
  expect(await told()).toBeNull();
});

test('what a person sends twice stays one request, whatever became of their portal between', async () => {
  desk.installed('alpha');
  const first = await startOf(await desk.enter(desk.post('alpha')));
  const key = 'the-same-press-of-the-button';
  const one = await ask(first.secret).open(lies, { key });
  desk.portal('alpha').licence = desk.portal('box').licence;
  const later = await startOf(await desk.enter(desk.post('alpha')));
  const two = await ask(later.secret).open(lies, { key });

  expect(two.id).toBe(one.id);
});
