import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedStatement } from '#shared/wire/statement.ts';
import { runCommandLine } from '#server/cli.ts';
import { deskApi, handClock } from '#test/support/api.ts';
import { capturedLog } from '#test/support/captured-log.ts';
import { enterContract } from '#test/support/contracts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { fireDue } from '#test/support/jobs.ts';
import { marker, marksLeft, plantTicket } from '#test/support/marked-tickets.ts';
import { policyOf } from '#test/support/policies.ts';
import { printedLines } from '#test/support/printed-lines.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'modme';
const { pack } = policyOf(vendor);
const clock = handClock('2026-11-23T04:00:00Z');
const { log, said } = capturedLog();
const printed = printedLines();
const folder = mkdtempSync(join(tmpdir(), 'reglament-erased-'));
const file = (name: string) => join(folder, name);
let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now, log });
  mkdirSync(file('receipts'));
});
afterAll(async () => {
  await server.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const verify = (name: string) =>
  runCommandLine(
    `node reglament statement verify ${file(name)} --receipts ${file('receipts')} --key ${file('keys.json')}`.split(
      ' ',
    ),
    {},
  );

test('none of fifty marks is anywhere after an erasure, and the statements from before and after it agree with every receipt', async () => {
  let desk = await deskApi(server);
  const terms = { email: null, firstResponse: undefined, number: 'M-1' };
  const { organisation } = await enterContract(desk, vendor, 'Завод', terms);
  const marks = marker();
  const anna = { sub: 'Anna', org: 'Завод' };
  const tickets = [
    await plantTicket(server, desk, pack, { ...anna, ended: false }, marks),
    await plantTicket(server, desk, pack, anna, marks),
    await plantTicket(server, desk, pack, anna, marks),
  ];
  clock.set('2026-11-25T12:00:00Z');
  await fireDue(server);
  clock.set('2026-11-25T12:00:01Z');
  desk = await deskApi(server);
  const statement = async () =>
    (await (
      await desk.get(vendor, `/organisations/${organisation.id}/statements/2026-11`)
    ).json()) as SignedStatement;
  const keep = async (name: string) => {
    const told = await statement();
    writeFileSync(file(name), JSON.stringify(told));
    return told.statement;
  };
  tickets.forEach(({ receipt }, place) =>
    writeFileSync(file(`receipts/${place}.json`), JSON.stringify(receipt)),
  );
  const keys = await fetch(`${server.url}/v1/policies/${vendor}/signing-keys`);
  writeFileSync(file('keys.json'), await keys.text());
  const before = await keep('before.json');
  const planted = await marksLeft(database.client, server, said(), marks.marks);

  const erased = await desk.post(vendor, `/requesters/${tickets[0]!.requester}/erase`, {
    reason: 'asked',
  });
  clock.set('2026-11-25T12:00:02Z');
  const after = await keep('after.json');

  expect(new Set(planted).size).toBeGreaterThanOrEqual(50);
  expect(await erased.json()).toMatchObject({ tickets: 3 });
  expect(await marksLeft(database.client, server, said(), marks.marks)).toEqual([]);
  expect(before.tickets).toHaveLength(3);
  expect(after).toMatchObject({ tickets: before.tickets, attainment: before.attainment });
  expect(after.log!.events.length).toBeGreaterThan(before.log!.events.length);
  for (const name of ['before.json', 'after.json']) expect(await verify(name)).toBe(0);
  expect(printed.filter((line) => line.includes('receipts'))).toEqual([
    expect.stringContaining('receipts on the log: 3, outside of it: 0'),
    expect.stringContaining('receipts on the log: 3, outside of it: 0'),
  ]);
});
