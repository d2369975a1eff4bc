import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GuestInvited } from '#shared/wire/guests.ts';
import type { AttachmentView } from '#shared/wire/ticket.ts';
import { eraseContent } from '#server/features/erasure/erase-content.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { issueSurvey } from '#server/features/surveys/issue-survey.ts';
import { completeRequest, deskApi, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { diceOf } from '#test/support/dice.ts';
import { filesHolding, tablesHolding } from '#test/support/planted.ts';
import { policyOf } from '#test/support/policies.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'modme';
const rounds = 12;
const { pack } = policyOf(vendor);
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  desk = await deskApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const throwing = diceOf(4711);
const later = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Does everything at about the same time as the erasure. */
async function atOnce(ticketId: string, acts: readonly (() => Promise<unknown>)[]) {
  const begun = acts.map(async (act) => {
    await later(throwing.whole(0, 25));
    return act();
  });
  await later(throwing.whole(0, 25));
  const erased = await eraseContent(server.deps, { tenantId: vendor, ticketId });
  await Promise.all(begun);
  return erased;
}

const everywhere = async (mark: string) => [
  ...(await tablesHolding(database.client, mark)),
  ...(await tablesHolding(database.client, mark.toLowerCase())),
  ...filesHolding(server.deps.config.DATA_DIR, mark),
];

/** Somebody with a ticket, whose name and address are the mark. */
async function person(mark: string) {
  const email = `${mark.toLowerCase()}@namuna.example`;
  const claims = { sub: randomUUID(), email, email_verified: true, name: mark };
  const bearer = await server.signAsHost(vendor, claims);
  const api = requesterApi(server, { vendor, bearer });
  const { id } = await api.open(completeRequest(pack));
  return { api, id };
}

test('nothing of a person is left of what comes in while they are erased: words, files, letters, guests, meetings', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const mark = `Qq${1000 + round}Zz`;
    const { api, id } = await person(mark);
    const bytes = new Uint8Array(
      Buffer.concat([
        Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
          'base64',
        ),
        Buffer.from(mark),
      ]),
    );
    const upload = async () =>
      (await (await api.upload(bytes, 'image/png', `${mark}.png`)).json()) as AttachmentView;
    const [sent] = [await upload(), await upload()];
    const invited = (await (
      await desk.post(vendor, `/tickets/${id}/guests`, { name: mark, help: mark })
    ).json()) as GuestInvited;
    const guest = /token=(gst_[\w-]+)$/.exec(invited.link)?.[1];
    const text = `слова ${mark}`;
    const words = { text, attachments: [] };

    await atOnce(id, [
      () => api.post(`/v1/tickets/${id}/messages`, { text, attachments: [sent.id] }),
      () => desk.post(vendor, `/tickets/${id}/messages`, { ...words, kind: 'reply' }),
      () => desk.post(vendor, `/tickets/${id}/messages`, { ...words, kind: 'question' }),
      () => desk.post(vendor, `/tickets/${id}/acts`, { act: 'resolve', ...words }),
      () => desk.post(vendor, `/tickets/${id}/guests`, { name: mark, help: mark }),
      () =>
        desk.post(vendor, `/tickets/${id}/meetings`, {
          url: `https://meet.example/${mark}`,
          at: '2099-01-01T10:00:00Z',
          minutes: 30,
        }),
      () =>
        fetch(`${server.url}/v1/guest/messages`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${guest}`,
            'x-widget-key': vendor,
            'content-type': 'application/json',
            'idempotency-key': randomUUID(),
          },
          body: JSON.stringify({ text }),
        }),
    ]);

    expect([mark, await everywhere(mark)]).toEqual([mark, []]);
  }
  expect(await verifyChain(database.db, vendor)).toMatchObject({ brokenAt: null });
}, 60_000);

test('nor of an opinion that is given at that moment, by the link of a solution or of a wave', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const mark = `Qq${2000 + round}Zz`;
    const { id } = await person(mark);
    await desk.answer(vendor, id, { kind: 'reply', text: 'Починили', resolve: true });
    const [row] = await database.client.unsafe('select requester_id from tickets where id = $1', [
      id,
    ]);
    const issue = (kind: 'follow_up' | 'wave') =>
      database.db.transaction((tx) =>
        issueSurvey(
          server.deps,
          tx,
          {
            tenantId: vendor,
            ticketId: kind === 'wave' ? null : id,
            requesterId: row?.['requester_id'] as string,
            kind,
            questions: ['solved', 'score', 'comment'],
          },
          new Date(),
        ),
      );
    const answer = (token: string | undefined) =>
      fetch(`${server.url}/survey/${token}`, {
        method: 'POST',
        body: new URLSearchParams({ solved: 'yes', score: '5', comment: mark }),
      });
    const tokens = [await issue('follow_up'), await issue('wave')];

    await atOnce(
      id,
      tokens.map((token) => () => answer(token)),
    );

    expect([mark, await everywhere(mark)]).toEqual([mark, []]);
    for (const token of tokens)
      expect((await fetch(`${server.url}/survey/${token}`)).status).toBe(404);
  }
}, 60_000);
