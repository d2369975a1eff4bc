import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { deskApi, requesterApi } from '#test/support/api.ts';
import { rowDesk } from '#test/support/row-desk.ts';

let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
afterAll(() => rows.close());

test('beside a ticket stand the newest others of its requester, and none that the agent may not see', async () => {
  const claims = { sub: 'p-1', email: 'p1@namuna.example', email_verified: true };
  const bearer = await rows.server.signAsHost('didox24', claims);
  const somebody = { api: requesterApi(rows.server, { vendor: 'didox24', bearer }) };
  const opened = [];
  for (let minute = 10; minute < 16; minute += 1) {
    await rows.at(`2026-11-20T08:${minute}:00Z`);
    opened.push(await rows.open('didox24', 'error', somebody));
  }
  await rows.at('2026-11-20T08:16:00Z');
  const secret = await rows.open('didox24', 'vulnerability', somebody);
  const [first, ...rest] = opened;
  const { db } = rows.database;
  await saveAgent(db, { tenantId: 'didox24', id: 'head', name: 'Руководитель', role: 'head' });
  const head = await deskApi(rows.server, await createSignInToken(rows.server.deps, 'head'));
  const mine = (await rows.ticket(first!)).requester;
  const theirs = (await head.ticket('didox24', first!.id)).requester;

  expect(mine.otherTickets).toBe(5);
  expect(mine.newestOthers.map(({ number }) => number)).toEqual(
    rest.toReversed().map(({ receipt }) => receipt.number),
  );
  expect(theirs.otherTickets).toBe(6);
  expect(theirs.newestOthers.map(({ id }) => id)).toEqual([
    secret.id,
    ...rest
      .slice(1)
      .toReversed()
      .map(({ id }) => id),
  ]);
});
