import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedStatement } from '#shared/wire/statement.ts';
import type { TicketReceipt } from '#shared/wire/ticket.ts';
import type { VendorKeyList } from '#shared/wire/vendor-keys.ts';
import { runCommandLine } from '#server/cli.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { rotateSigningKey } from '#server/features/vendor-keys/rotate-signing-key.ts';
import { completeRequest, deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { enterContract } from '#test/support/contracts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { policyOf } from '#test/support/policies.ts';
import { printedLines } from '#test/support/printed-lines.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'modme';
const { pack } = policyOf(vendor);
const clock = handClock('2026-11-23T04:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'reglament-signing-key-'));
const file = (name: string) => join(folder, name);
const said = printedLines();
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let factory = '';

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
  const terms = { email: null, firstResponse: undefined, number: 'M-1' };
  factory = (await enterContract(desk, vendor, 'Завод', terms)).organisation.id;
  mkdirSync(file('receipts'));
});
afterAll(async () => {
  await server.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const run = (line: string) =>
  runCommandLine(['node', 'reglament', ...line.split(' ')], {
    DATABASE_URL: database.url,
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64url'),
    DATA_DIR: folder,
  });
const anna = { sub: 'anna', org: 'Завод' };
const open = async (name: string): Promise<TicketReceipt> => {
  const bearer = await server.signAsHost(vendor, anna);
  const opened = await requesterApi(server, { vendor, bearer }).open(completeRequest(pack));
  writeFileSync(file(`receipts/${name}.json`), JSON.stringify(opened));
  return opened;
};
const keyOf = ({ logReceipt }: TicketReceipt) => decodeProtectedHeader(logReceipt!.signed).kid;
const listed = async () =>
  (
    (await (
      await fetch(`${server.url}/v1/policies/${vendor}/signing-keys`)
    ).json()) as VendorKeyList
  ).keys;

test('a changed key signs within a minute, and what the former one has signed stays good', async () => {
  const first = await open('first');
  writeFileSync(file('former.json'), JSON.stringify({ keys: await listed() }));
  expect(await run(`signing-key rotate --vendor ${vendor}`)).toBe(0);
  const keys = await listed();
  const former = keys.find(({ retiredAt }) => retiredAt !== null);
  const current = keys.find(({ retiredAt }) => retiredAt === null);
  expect(said[0]).toContain(current?.kid);
  const soon = await open('soon');
  clock.set('2026-11-23T04:01:00Z');
  const later = await open('later');
  clock.set('2026-11-23T04:01:01Z');
  const statement = (await (
    await desk.get(vendor, `/organisations/${factory}/statements/2026-11`)
  ).json()) as SignedStatement;
  writeFileSync(file('statement.json'), JSON.stringify(statement));
  writeFileSync(file('both.json'), JSON.stringify({ keys: [former, current] }));
  writeFileSync(file('current.json'), JSON.stringify({ keys: [current] }));
  const verify = (keys: string) =>
    run(
      `statement verify ${file('statement.json')} --receipts ${file('receipts')} ${keys
        .split(' ')
        .map((name) => `--key ${file(name)}`)
        .join(' ')}`,
    );

  expect(former?.retiredAt).toMatch(/Z$/);
  expect(current?.retiredAt).toBeNull();
  expect([first, soon, later].map(keyOf)).toEqual([former?.kid, former?.kid, current?.kid]);
  expect(decodeProtectedHeader(statement.signed).kid).toBe(current?.kid);
  expect(await verify('both.json')).toBe(0);
  expect(await verify('former.json current.json')).toBe(0);
  expect(said.at(-1)).toContain('receipts on the log: 3, outside of it: 0');
  expect(await verify('current.json')).toBe(1);
  expect(said.filter((line) => line.includes('receipt.signature_wrong'))).toHaveLength(2);
  expect(await verify('current.json none.json')).toBe(1);
  expect(said.at(-1)).toContain('it does not exist');
});

test('nothing is signed with a key that is retired by then, by its own list', async () => {
  const before = await open('held');
  await rotateSigningKey(server.deps, vendor);
  const changedAt = clock.now();
  for (const passed of [1, 59_999, 60_000, 119_999, 120_000]) {
    clock.set(new Date(changedAt + passed).toISOString());
    const kid = keyOf(await open(`after-${passed}`));
    const { retiredAt } = (await listed()).find((key) => key.kid === kid)!;
    expect([passed, !retiredAt || Date.parse(retiredAt) > clock.now()]).toEqual([passed, true]);
  }
  const { retiredAt } = (await listed()).find(({ kid }) => kid === keyOf(before))!;
  expect(Date.parse(retiredAt!)).toBe(changedAt + 120_000);
});

test('one key signs, however many are made at once, and the log knows of each', async () => {
  const made = await Promise.all(
    Array.from({ length: 4 }, () => rotateSigningKey(server.deps, vendor)),
  );
  const keys = await listed();
  const logged = await database.client.unsafe(
    `select body::json #>> '{params,key}' as key from ticket_events
     where tenant_id = $1 and kind = 'signing_key_changed' order by seq`,
    [vendor],
  );

  expect(keys.filter(({ retiredAt }) => retiredAt === null)).toHaveLength(1);
  const kids = logged.map(({ key }) => key as string);
  expect(keys.map(({ kid }) => kid)).toEqual(expect.arrayContaining(kids));
  expect(kids).toHaveLength(keys.length - 1);
  expect(kids).toEqual(expect.arrayContaining(made.filter((kid) => kid !== undefined)));
  expect(await verifyChain(database.db, vendor)).toMatchObject({ brokenAt: null });
});

test.each([
  ['signing-key rotate', 2, 'Say `signing-key rotate --vendor VENDOR`.'],
  ['signing-key melt --vendor modme', 2, 'Say `signing-key rotate --vendor VENDOR`.'],
  ['signing-key rotate --vendor nobody', 1, 'There is no vendor nobody.'],
])('%s is refused in a sentence', async (line, code, sentence) => {
  expect([await run(line), ...said]).toEqual([code, sentence]);
});
