import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RequesterExport } from '#shared/wire/personal-data.ts';
import type { NoticeList } from '#shared/wire/watch.ts';
import type { WidgetConfig } from '#shared/wire/widget-config.ts';
import { readPack } from '#server/policy/packs.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { codeOf, device, errorRequest } from '#test/support/api.ts';
import { askForConsent, sampleConsent } from '#test/support/consent.ts';
import { samplePack } from '#test/support/pack-variants.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let row: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  row = await rowDesk('2026-11-20T08:00:00Z');
});
beforeEach(async () => {
  await row.at('2026-11-20T08:00:00Z');
  askForConsent(row.server, 'modme', sampleConsent);
  await row.server.deps.client.unsafe('truncate requester_proofs');
});
afterAll(() => row?.close());

const post = async (body: object, bearer = device()) => {
  const api = await row.requesterOf('modme');
  return api.post('/v1/tickets', { ...errorRequest, ...body }, { bearer });
};
const configOf = async (bearer = device()) =>
  (await (
    await (await row.requesterOf('modme')).get('/v1/widgets/modme?locale=uz', { bearer })
  ).json()) as WidgetConfig;
const withdraw = async (bearer = device()) =>
  (await row.requesterOf('modme')).post('/v1/consent/withdrawal', {}, { bearer });

test('a request without the tick, or with that of another version, is refused by its clause', async () => {
  for (const body of [{}, { consent: '2025-01' }]) {
    const refused = await post(body);

    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: 'consent.needed',
      fields: ['consent'],
      clause: '3',
    });
  }
});

test('a consent is kept with its time and version, and is not asked for again until the version changes', async () => {
  const before = await configOf();
  expect(before.consent).toEqual({
    as: 'tick',
    text: sampleConsent.text.uz,
    document: 'Siyosat',
    href: sampleConsent.href,
    version: '2026-11',
    clause: '3',
    givenAt: null,
  });
  expect((await post({ consent: '2026-11' })).status).toBe(201);
  expect((await configOf()).consent?.givenAt).toBe('2026-11-20T08:00:00.000Z');
  row.clock.set('2026-11-20T09:00:00Z');
  expect((await post({})).status).toBe(201);
  expect((await configOf()).consent?.givenAt).toBe('2026-11-20T08:00:00.000Z');
  expect((await configOf(device('B'))).consent?.givenAt).toBeNull();

  askForConsent(row.server, 'modme', { ...sampleConsent, version: '2026-12' });

  expect((await configOf()).consent?.givenAt).toBeNull();
  expect(await codeOf(await post({}))).toEqual([422, 'consent.needed']);
});

test('a sentence stands beside the button: it refuses nobody, and its version is kept', async () => {
  askForConsent(row.server, 'modme', { ...sampleConsent, as: 'sentence' });

  expect((await post({}, device('C'))).status).toBe(201);
  expect((await post({ consent: '2026-11' }, device('D'))).status).toBe(201);
  expect((await configOf(device('C'))).consent?.givenAt).toBeNull();
  expect((await configOf(device('D'))).consent?.givenAt).toBe('2026-11-20T08:00:00.000Z');
});

test('a pack that asks for none shows none and takes none', async () => {
  askForConsent(row.server, 'modme', null);

  expect(await configOf()).not.toHaveProperty('consent');
  expect((await post({ consent: '2026-11' }, device('E'))).status).toBe(201);
  expect(await codeOf(await withdraw(device('E')))).toEqual([409, 'consent.not_given']);
});

test('taken back, it is asked for anew; the log keeps both times and the desk is told, once', async () => {
  const claims = { sub: 'agreed', name: 'Али', email: 'ali@namuna.example', email_verified: true };
  const bearer = await row.server.signAsHost('modme', claims);
  const opened = (await (await post({ consent: '2026-11' }, bearer)).json()) as { id: string };
  await row.at('2026-11-21T08:00:00Z');
  const later = await row.server.signAsHost('modme', claims);
  const done = await withdraw(later);
  expect([done.status, await done.json()]).toEqual([
    200,
    { withdrawnAt: '2026-11-21T08:00:00.000Z' },
  ]);
  expect(await codeOf(await withdraw(later))).toEqual([409, 'consent.not_given']);
  expect(await codeOf(await post({}, later))).toEqual([422, 'consent.needed']);
  expect((await configOf(later)).consent?.givenAt).toBeNull();

  expect(await row.logged({ vendor: 'modme', id: opened.id }, 'consent_withdrawn')).toMatchObject([
    { params: { version: '2026-11', givenAt: '2026-11-20T08:00:00.000Z' } },
  ]);
  expect(await verifyChain(row.database.db, 'modme')).toMatchObject({ brokenAt: null });
  const { rows } = (await (await row.get('modme', '/notices')).json()) as NoticeList;
  expect(rows.filter(({ kind }) => kind === 'consent_withdrawn')).toMatchObject([
    { ticketId: opened.id },
  ]);
  const [person] = await row.server.deps.client.unsafe<{ id: string }[]>(
    `select requester_id as id from tickets where id = '${opened.id}'`,
  );
  const told = (await (
    await row.get('modme', `/requesters/${person?.id}/export`)
  ).json()) as RequesterExport;
  expect(told.proofs).toEqual([
    {
      subject: 'consent:2026-11',
      source: 'requester',
      state: 'broken',
      at: '2026-11-21T08:00:00.000Z',
    },
  ]);
});

test('a text without its link, or with two, is no pack', () => {
  for (const said of ['Согласен', '{document} и {document}']) {
    const consent = { ...sampleConsent, text: { ...sampleConsent.text, ru: said } };
    const read = readPack({ ...samplePack(), consent });

    expect(read.ok).toBe(false);
  }
  expect(readPack({ ...samplePack(), consent: sampleConsent }).ok).toBe(true);
});
