import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import type { EventDraft } from '#server/features/event-log/event-body.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { ensureTenant } from '#server/features/tenants/tenants.repository.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';

const sha256 = (...parts: Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

let database: TestDatabase;
let tenant = 0;
const tenantId = () => `tenant-${tenant}`;
const at = new Date('2026-11-23T05:00:00.000Z');
const event = (name: string): EventDraft => ({
  ticketId: null,
  kind: 'noted',
  at,
  actor: { kind: 'agent', id: name },
});
const append = (...names: string[]) =>
  database.db.transaction((tx) => appendEvents(tx, tenantId(), names.map(event)));

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  tenant += 1;
  await ensureTenant(database.db, tenantId(), at);
});

test('every hash is sha256 of the one before, the mark of the ticket and the digest of the text, from 32 zero bytes on', async () => {
  await append('a', 'b');
  await append('c');

  const rows = await database.client.unsafe<{ seq: number; body: string; hash: Uint8Array }[]>(
    'select seq, body, hash from ticket_events where tenant_id = $1 order by seq',
    [tenantId()],
  );
  let before: Uint8Array = Buffer.alloc(32);
  for (const { body, hash } of rows) {
    const { ticket } = JSON.parse(body) as { ticket: string | null };
    const mark = sha256(before, Buffer.from(ticket ?? ''));
    before = sha256(before, mark, sha256(Buffer.from(body)));
    expect(Buffer.from(hash)).toEqual(before);
  }
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(await verifyChain(database.db, tenantId())).toEqual({ events: 3, brokenAt: null });
});

test('fifty writers at once make one chain without gaps', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, i) => append(`${i} first`, `${i} second`)));

  expect(await verifyChain(database.db, tenantId())).toEqual({ events: 100, brokenAt: null });
});

test('what is rolled back leaves neither event nor gap', async () => {
  const refused = database.db.transaction(async (tx) => {
    await appendEvents(tx, tenantId(), [event('lost')]);
    throw new Error('on purpose');
  });
  await expect(refused).rejects.toThrow('on purpose');
  await append('kept');

  expect(await verifyChain(database.db, tenantId())).toEqual({ events: 1, brokenAt: null });
});

test.each([
  ['another text', `update ticket_events set body = replace(body, '"b"', '"x"') where seq = 2`, 2],
  ['another kind', `update ticket_events set kind = 'opened' where seq = 2`, 2],
  ['another instant', `update ticket_events set at = at + interval '1 second' where seq = 2`, 2],
  ['an event taken out', `delete from ticket_events where seq = 2`, 3],
  ['the last one taken out', `delete from ticket_events where seq = 3`, 3],
])('%s is found', async (_what, change, place) => {
  await append('a', 'b', 'c');

  await database.client.unsafe(`${change} and tenant_id = $1`, [tenantId()]);

  expect((await verifyChain(database.db, tenantId())).brokenAt).toBe(place);
});
