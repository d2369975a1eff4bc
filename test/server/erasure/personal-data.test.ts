import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ErasedReceipt, RequesterExport } from '#shared/wire/personal-data.ts';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { inTransaction } from '#server/db/transact.ts';
import { eraseOutdated } from '#server/features/erasure/erase-outdated.ts';
import { issueSurvey } from '#server/features/surveys/issue-survey.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { codeOf, completeRequest, deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { compilePolicy } from '#server/policy/packs.ts';
import { capturedLog } from '#test/support/captured-log.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { marker, marksLeft, plantTicket, png, type Marker } from '#test/support/marked-tickets.ts';
import { calendarYears, policyOf } from '#test/support/policies.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'moidokumenty';
const start = '2026-11-23T08:00:00Z';
const { pack } = policyOf(vendor);
const clock = handClock(start);
const { log, said } = capturedLog();
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let marks: Marker;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now, log });
});
beforeEach(async () => {
  clock.set(start);
  desk = await deskApi(server);
  marks = marker();
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const plant = (sub: string, ended = true) => plantTicket(server, desk, pack, { sub, ended }, marks);
const left = ({ marks: sought } = marks) => marksLeft(database.client, server, said(), sought);
const keptFor = (months?: number) => ({
  ...server.deps,
  config: { ...server.deps.config, CONTENT_KEPT_MONTHS: months },
});
const dataOf = async (requester: string) =>
  (await (await desk.get(vendor, `/requesters/${requester}/export`)).json()) as RequesterExport;

test('none of fifty marks is in a table, a file or the log once the months of a setting are over', async () => {
  const first = await plant('Anna');
  await plant('Anna');
  await plant('Boris');
  const before = await left();
  expect((await desk.ticket(vendor, first.id)).status).toBe('resolved');
  clock.set('2027-05-23T07:59:59Z');
  expect(await eraseOutdated(keptFor(6))).toBe(0);
  clock.set('2027-05-23T08:00:01Z');
  const erased = await eraseOutdated(keptFor(6));

  expect(marks.marks.length).toBeGreaterThanOrEqual(50);
  expect(new Set(before).size).toBeGreaterThanOrEqual(50);
  expect(erased).toBe(3);
  expect(await left()).toEqual([]);
  expect(await verifyChain(database.db, vendor)).toMatchObject({ brokenAt: null });
  expect(await eraseOutdated(keptFor(6))).toBe(0);
});

test('where the regulation says how long words are kept, the setting says nothing', async () => {
  await plant('Zoya');
  const keptBy = (months: number | null, setting?: number) => {
    const clause = Object.keys(pack.clauses)[0]!;
    const retention = months === null ? null : { months, clause };
    const policy = compilePolicy({ ...pack, retention }, calendarYears);
    return { ...keptFor(setting), policies: policyRegistry([policy]) };
  };
  clock.set('2027-02-24T08:00:00Z');

  expect(await eraseOutdated(keptBy(4))).toBe(0);
  expect(await eraseOutdated(keptBy(4, 1))).toBe(0);
  expect(await eraseOutdated(keptBy(null))).toBe(0);
  expect(await eraseOutdated(keptBy(3, 600))).toBe(1);
  expect(await left()).toEqual([]);
});

test('without the setting nothing is erased, and with it nothing that has not ended', async () => {
  const { id } = await plant('Vera', false);
  clock.set('2036-11-23T08:00:00Z');

  expect(await eraseOutdated(keptFor())).toBe(0);
  expect(await eraseOutdated(keptFor(1))).toBe(0);
  desk = await deskApi(server);
  expect((await desk.ticket(vendor, id)).messages.some(({ text }) => text !== '')).toBe(true);
});

describe('the data of one person', () => {
  test('are exported whole, with addresses that give the files, and without what the desk notes', async () => {
    const { id, requester, api } = await plant('Galina');
    const unsent = await api.upload(new Uint8Array(png), 'image/png', 'draft.png');
    await database.client.unsafe(
      `insert into article_uses (tenant_id, ticket_id, article_id, use, at)
       values ('${vendor}', '${id}', 'art_1', 'shown', '2026-11-23T07:59:00Z'),
              ('${vendor}', '${id}', 'art_1', 'opened', '2026-11-23T07:59:30Z')`,
    );
    const survey = {
      tenantId: vendor,
      ticketId: null,
      requesterId: requester,
      kind: 'wave',
    } as const;
    const at = new Date(clock.now());
    await inTransaction(database.db, (tx) =>
      issueSurvey(server.deps, tx, { ...survey, questions: ['score'] }, at),
    );
    const notes = (await desk.ticket(vendor, id)).messages.filter(({ kind }) => kind === 'note');
    const data = await dataOf(requester);
    const whole = JSON.stringify(data);
    const [ticket] = data.tickets;
    const file = ticket?.messages[0]?.files[0];
    const bytes = await fetch(file!.url, { headers: { cookie: desk.cookie } });

    expect(data.requester).toMatchObject({ id: requester, email: 'galina@namuna.example' });
    expect(ticket?.messages.map(({ kind, author }) => [kind, author])).toEqual([
      ['request', 'requester'],
      ['reply', 'requester'],
      ['question', 'agent'],
      ['reply', 'agent'],
    ]);
    expect(ticket?.messages[0]?.context).toMatchObject({ title: expect.stringMatching(/^Zq/) });
    expect(data.contacts).toMatchObject([
      { kind: 'phone', text: expect.stringMatching(/^звонил/) },
    ]);
    expect([bytes.status, (await bytes.arrayBuffer()).byteLength]).toEqual([200, file?.sizeBytes]);
    expect(unsent.status).toBe(201);
    expect(data.uploads).toMatchObject([{ name: 'draft.png' }]);
    expect(ticket?.articles.map(({ article, use }) => [article, use])).toEqual([
      ['art_1', 'shown'],
      ['art_1', 'opened'],
    ]);
    expect(ticket?.orders).toMatchObject([
      {
        scope: expect.stringMatching(/^доработка/),
        decidedBy: expect.stringMatching(/^Подписант/),
      },
    ]);
    expect(data.opinions).toMatchObject([{ askedAt: '2026-11-23T08:00:00.000Z', at: null }]);
    expect(data.letters.map(({ kind, ticket: of }) => [kind, of])).toEqual(
      expect.arrayContaining([
        ['ticket_opened', id],
        ['agent_asked', id],
      ]),
    );
    expect(notes.length).toBeGreaterThan(0);
    for (const { text } of notes) expect(whole).not.toContain(text);
    const [event] = await database.client.unsafe(
      `select body from ticket_events where tenant_id = '${vendor}' order by seq desc limit 1`,
    );
    expect(JSON.parse(event?.['body'] as string)).toMatchObject({
      kind: 'data_exported',
      params: { requester, tickets: 1 },
    });
  });

  test('are taken away at their wish, theirs alone, and again is harmless', async () => {
    const { requester } = await plant('Dina');
    await plant('Dina', false);
    const hers = marks;
    marks = marker();
    await plant('Egor');
    const his = marks;
    const erase = async () =>
      (await (
        await desk.post(vendor, `/requesters/${requester}/erase`, { reason: 'asked' })
      ).json()) as ErasedReceipt;
    const before = await left(his);

    expect(await codeOf(await desk.post(vendor, `/requesters/${requester}/erase`, {}))).toEqual([
      400,
      'request.invalid',
    ]);
    expect((await dataOf(requester)).requester.name).not.toBeNull();

    const [first, again] = [await erase(), await erase()];

    expect(first).toMatchObject({ tickets: 2, files: 4 });
    expect(again).toMatchObject({ tickets: 2, messages: 0, files: 0 });
    const logged = await database.client.unsafe<{ body: string }[]>(
      `select body from ticket_events where tenant_id = $1 and kind in ('content_erased', 'data_erased')
       order by seq desc limit 4`,
      [vendor],
    );
    const [empty, whole, ...each] = logged.map(({ body }) => JSON.parse(body) as object);
    const { agent } = (await (
      await fetch(`${server.url}/v1/desk/session`, { headers: { cookie: desk.cookie } })
    ).json()) as { agent: { id: string } };
    const actor = { kind: 'agent', id: agent.id };
    const kind = 'data_erased';
    expect(empty).toMatchObject({
      kind,
      actor,
      params: { requester, reason: 'asked', messages: 0, files: 0 },
    });
    expect(whole).toMatchObject({ kind, actor, params: { requester, tickets: 2, files: 4 } });
    for (const one of each) expect(one).toMatchObject({ kind: 'content_erased', actor });
    expect(await left(his)).toEqual(before);
    expect(await left(hers)).toEqual([]);
    expect(await dataOf(requester)).toMatchObject({
      requester: { name: null, email: null, phone: null },
      contacts: [
        { text: null, name: null },
        { text: null, name: null },
      ],
    });
    expect(await verifyChain(database.db, vendor)).toMatchObject({ brokenAt: null });
  });

  test('are neither given nor taken away by who may not see all of it', async () => {
    const at = 'didox24';
    const { pack: other } = policyOf(at);
    const { id } = await requesterApi(server, { vendor: at }).open(
      completeRequest(other, 'vulnerability'),
    );
    await saveAgent(database.db, { tenantId: at, id: 'head', name: 'Руководитель', role: 'head' });
    const head = await deskApi(server, await createSignInToken(server.deps, 'head'));
    const [row] = await database.client.unsafe('select requester_id from tickets where id = $1', [
      id,
    ]);
    const whose = `/requesters/${row?.['requester_id']}`;

    expect(await codeOf(await desk.get(at, `${whose}/export`))).toEqual([403, 'tickets.hidden']);
    expect(await codeOf(await desk.post(at, `${whose}/erase`, { reason: 'asked' }))).toEqual([
      403,
      'tickets.hidden',
    ]);
    expect((await head.get(at, `${whose}/export`)).status).toBe(200);
    expect(await (await head.post(at, `${whose}/erase`, { reason: 'asked' })).json()).toMatchObject(
      {
        tickets: 1,
        messages: 1,
      },
    );
  });

  test('of somebody unknown are none', async () => {
    expect(await codeOf(await desk.get(vendor, '/requesters/x/export'))).toEqual([
      404,
      'requester.not_found',
    ]);
    expect(
      await codeOf(await desk.post(vendor, '/requesters/x/erase', { reason: 'asked' })),
    ).toEqual([404, 'requester.not_found']);
  });
});
