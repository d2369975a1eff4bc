import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedStatement } from '#shared/wire/statement.ts';
import type { LogReceipt, TicketReceipt } from '#shared/wire/ticket.ts';
import type { VendorKeyList } from '#shared/wire/vendor-keys.ts';
import { runCommandLine } from '#server/cli.ts';
import { chainHashes } from '#server/features/statements/chain-hashes.ts';
import { statementDigest } from '#server/features/statements/make-statement.ts';
import { verifyStatement } from '#server/features/statements/verify-statement.ts';
import { codeOf, completeRequest, deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { enterContract } from '#test/support/contracts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { fireDue } from '#test/support/jobs.ts';
import { asDigest } from '#test/support/lying-vendor.ts';
import { printedLines } from '#test/support/printed-lines.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'modme';
const clock = handClock('2026-11-23T04:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'reglament-statement-'));
const said = printedLines();
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
let factory = '';
let keys: VendorKeyList['keys'] = [];
const receipts: { name: string; signed: string; ticket: string }[] = [];

const signIn = (claims: { readonly sub: string; readonly org: string }) =>
  server.signAsHost(vendor, claims);
const open = async (org: string, name: string): Promise<TicketReceipt> => {
  const bearer = await signIn({ sub: org, org });
  const { pack } = server.deps.policies.inForce(vendor, clock.now())!;
  const opened = await requesterApi(server, { vendor, bearer }).open(completeRequest(pack));
  receipts.push({ name, signed: opened.logReceipt!.signed, ticket: opened.id });
  return opened;
};
const statement = async (of = factory, month = '2026-11') =>
  (await (
    await desk.get(vendor, `/organisations/${of}/statements/${month}`)
  ).json()) as SignedStatement;
/** Those of the customer that the statement is of. */
const own = () => receipts.filter(({ name }) => !['before.json', 'between.json'].includes(name));
const codesOf = async (told: SignedStatement, held = own()) =>
  (await verifyStatement(told, keys, held)).faults.map(({ code }) => code);

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: clock.now });
  desk = await deskApi(server);
  const plan = { email: null, firstResponse: undefined };
  factory = (await enterContract(desk, vendor, 'Завод', { ...plan, number: 'M-1' })).organisation
    .id;
  await enterContract(desk, vendor, 'Фабрика', { ...plan, number: 'M-2' });

  await open('Фабрика', 'before.json');
  const first = await open('Завод', 'first.json');
  clock.set('2026-11-23T05:00:00Z');
  await desk.answer(vendor, first.id, { kind: 'question', text: 'Какая версия?' });
  await open('Завод', 'second.json');
  clock.set('2026-11-24T12:00:00Z');
  desk = await deskApi(server);
  await fireDue(server);
  await open('Фабрика', 'between.json');
  await open('Завод', 'third.json');
  clock.set('2026-11-24T12:00:01Z');
  keys = (
    (await (
      await fetch(`${server.url}/v1/policies/${vendor}/signing-keys`)
    ).json()) as VendorKeyList
  ).keys;
});
afterAll(async () => {
  await server.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

describe('a statement of an organisation and a month', () => {
  test('counts every promise by its clause, and every pause with its reason', async () => {
    const { statement: told } = await statement();

    expect(told).toMatchObject({
      vendor,
      organisation: { name: 'Завод' },
      month: '2026-11',
      from: '2026-10-31T19:00:00.000Z',
      until: '2026-11-24T12:00:01.000Z',
      madeAt: '2026-11-24T12:00:01.000Z',
    });
    const [first] = told.attainment;
    expect(first).toMatchObject({ clock: 'first_response', kept: 1, broken: 1, open: 1 });
    expect(first?.share).toBe(0.5);
    expect(first?.clause).toBe(told.tickets[0]?.promises[0]?.clause);
    expect(told.tickets.map(({ promises: [one] }) => one?.outcome)).toEqual([
      'kept',
      'broken',
      'open',
    ]);
    expect(told.tickets[0]?.pauses).toEqual([
      { reason: 'waiting_requester', from: '2026-11-23T05:00:00.000Z', until: null },
    ]);
  });

  test('holds events of other organisations as digests only, and no word of anybody', async () => {
    const { statement: told } = await statement();
    const text = JSON.stringify(told);
    const foreign = receipts.filter(({ name }) => name === 'between.json');

    expect(told.log?.events.filter((event) => 'digest' in event).length).toBeGreaterThan(0);
    expect(foreign.map(({ ticket }) => text.includes(ticket))).toEqual([false]);
    expect(text).not.toContain('Фабрика');
    expect(text).not.toContain('Какая версия');
  });

  test("agrees with the customer's receipts, and holds nobody else's of the month", async () => {
    expect(await verifyStatement(await statement(), keys, own())).toEqual({
      faults: [],
      confirmed: 3,
      outside: 0,
      unmarked: 0,
    });
    expect(await codesOf(await statement(), receipts)).toEqual([
      'receipt.left_out',
      'receipt.left_out',
    ]);
    const other = (await statement()).statement;
    expect(other.log?.from).toBeGreaterThan(1);
  });

  test('of a month without tickets holds no log', async () => {
    const told = await statement(factory, '2026-09');

    expect(told.statement).toMatchObject({
      until: '2026-09-30T19:00:00.000Z',
      attainment: [],
      tickets: [],
      log: null,
    });
    expect(await verifyStatement(told, keys, receipts)).toEqual({
      faults: [],
      confirmed: 0,
      outside: 5,
      unmarked: 0,
    });
  });

  test('is refused for what is not there', async () => {
    const of = (id: string, month: string) =>
      desk.get(vendor, `/organisations/${id}/statements/${month}`);

    expect(await codeOf(await of('org_none', '2026-11'))).toEqual([404, 'organisation.not_found']);
    expect(await codeOf(await of(factory, '2026-13'))).toEqual([400, 'request.invalid']);
    for (const month of ['2026-12', '2099-12'])
      expect(await codeOf(await of(factory, month))).toEqual([400, 'request.invalid']);
  });
});

describe('a receipt', () => {
  test('is the same for a repeated submission, and can be fetched again by its sender alone', async () => {
    const apiOf = async (sub: string) =>
      requesterApi(server, { vendor, bearer: await signIn({ sub, org: 'Фабрика' }) });
    const [sender, stranger] = [await apiOf('sender'), await apiOf('stranger')];
    const { pack } = server.deps.policies.inForce(vendor, clock.now())!;
    const twice = { key: 'one-submission-0001' };
    const first = await sender.open(completeRequest(pack), twice);
    const again = await sender.open(completeRequest(pack), twice);
    const path = `/v1/tickets/${first.id}/receipt`;

    expect(first.logReceipt?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(again.logReceipt).toEqual(first.logReceipt);
    expect((await (await sender.get(path)).json()) as LogReceipt).toEqual(first.logReceipt);
    expect(await codeOf(await stranger.get(path))).toEqual([404, 'ticket.not_found']);
  });
});

describe('what was changed is found', () => {
  test.each(['first.json', 'second.json', 'third.json'])(
    'a ticket of the customer that is counted as nobody’s: %s',
    async (left) => {
      const { ticket } = receipts.find(({ name }) => name === left)!;
      const under = (contract: string | null) =>
        database.client.unsafe('update tickets set contract = $1 where id = $2', [
          contract,
          ticket,
        ]);
      await under(null);
      const told = await statement();
      await under('M-1');

      expect(told.statement.tickets).toHaveLength(2);
      expect((await verifyStatement(told, keys, own())).faults).toEqual([
        { code: 'receipt.left_out', what: left },
      ]);
    },
  );

  test('a figure, or a line that was left out', async () => {
    const { statement: told, signed } = await statement();
    const [first, ...rest] = told.attainment;
    const better = { ...told, attainment: [{ ...first!, kept: 2, broken: 0, share: 1 }, ...rest] };
    const fewer = { ...told, tickets: told.tickets.slice(1) };

    expect(await codesOf({ statement: better, signed })).toEqual([
      'statement.signature_wrong',
      'figures.wrong',
    ]);
    expect(await codesOf({ statement: fewer, signed })).toEqual([
      'statement.signature_wrong',
      'figures.wrong',
      'figures.wrong',
    ]);
  });

  test('an event, of which only the digest was told, put in the place of another', async () => {
    const { statement: told, signed } = await statement();
    const events = told.log!.events.map((event) =>
      'digest' in event ? { digest: '0'.repeat(64) } : event,
    );
    const codes = await codesOf({
      statement: { ...told, log: { ...told.log!, events } },
      signed,
    });

    expect(codes).toContain('log.broken');
    expect(codes.filter((code) => code === 'receipt.contradicted').length).toBeGreaterThan(0);
  });

  test('an event of the customer that is told as a digest, so that nobody reads it', async () => {
    const { statement: told } = await statement();
    const log = told.log!;
    const place = log.events.findLastIndex((event) => 'body' in event);
    const own = log.events[place] as { readonly body: string };
    const { ticket } = JSON.parse(own.body) as { ticket: string };
    const before = chainHashes(log).get(log.from + place - 1)!;
    const events = log.events.with(place, asDigest(own.body, ticket, before));
    const lie = { ...told, log: { ...log, events } };
    const signed = await server.deps.signAsVendor(vendor, 'statement', statementDigest(lie));
    const codes = await codesOf({ statement: lie, signed }, []);

    expect(log.events.filter((event) => 'digest' in event && !('mark' in event))).toEqual([]);
    expect(codes).toContain('log.hidden');
    expect(codes).not.toContain('log.broken');
  });

  test('a receipt that somebody else has signed, or that is no receipt', async () => {
    const theirs = await server.deps.signAsVendor('technokad', 'receipt', '{}');
    const none = (await statement()).signed;

    expect(
      await codesOf(await statement(), [
        { name: 'theirs', signed: theirs, ticket: '' },
        { name: 'none', signed: none, ticket: '' },
      ]),
    ).toEqual(['receipt.signature_wrong', 'receipt.signature_wrong']);
  });

  test('the command says so, without a network or a database', async () => {
    const file = (name: string, text: string) => writeFileSync(join(folder, name), text);
    mkdirSync(join(folder, 'receipts'));
    own().forEach(({ name, signed }) => file(`receipts/${name}`, signed));
    // what a file manager leaves where it has been
    file('receipts/.DS_Store', 'Bud1');
    file('keys.json', JSON.stringify({ keys }));
    file('good.json', JSON.stringify(await statement(), null, 2));
    const { statement: told, signed } = await statement();
    file('bad.json', JSON.stringify({ statement: { ...told, tickets: [] }, signed }));
    const verify = (name: string) =>
      runCommandLine(
        [
          'node',
          'reglament',
          'statement',
          'verify',
          join(folder, name),
          '--receipts',
          join(folder, 'receipts'),
          '--key',
          join(folder, 'keys.json'),
        ],
        {},
      );

    expect(await verify('good.json')).toBe(0);
    expect(said).toEqual([
      expect.stringContaining('from 2026-10-31T19:00:00.000Z to 2026-11-24T12:00:01.000Z'),
      expect.stringContaining('the word of the vendor alone'),
      expect.stringContaining('receipts on the log: 3, outside of it: 0'),
    ]);
    expect(await verify('bad.json')).toBe(1);
    expect(said.join('\n')).toContain('statement.signature_wrong');
    expect(await verify('none.json')).toBe(1);
  });

  test('a history that was rewritten consistently: no receipt, no proof; with one it is caught', async () => {
    await database.client.unsafe(
      `update ticket_events set kind = 'noted',
         body = replace(replace(body, '"due_breached"', '"noted"'), '"clock":"first_response"', '"digest":""')
       where tenant_id = $1 and kind = 'due_breached'`,
      [vendor],
    );
    const second = receipts.find(({ name }) => name === 'second.json')!;
    // without a later term the opening itself would say that it was broken
    expect((await statement()).statement.attainment[0]).toMatchObject({ kept: 1, broken: 1 });
    await database.client.unsafe(
      `update ticket_events
       set body = regexp_replace(body, '"response(DueAt|BrokenFrom)":"2026-11-..', '"response\\1":"2026-11-27', 'g')
       where tenant_id = $1 and kind = 'opened' and ticket_id = '${second.ticket}'`,
      [vendor],
    );
    await database.client.unsafe(
      `with chained as (
         select seq, event_chain(decode(repeat('00', 32), 'hex'), body) over (order by seq) as hash
         from ticket_events where tenant_id = $1
       ), rewritten as (
         update ticket_events e set hash = c.hash from chained c
         where e.tenant_id = $1 and e.seq = c.seq
       )
       update ticket_counters set chain_head = (select hash from chained order by seq desc limit 1)
       where tenant_id = $1`,
      [vendor],
    );
    const told = await statement();

    expect(told.statement.attainment[0]).toMatchObject({ kept: 1, broken: 0 });
    expect(await codesOf(told, [])).toEqual([]);
    expect(await verifyStatement(told, keys, own())).toMatchObject({
      faults: [
        { code: 'receipt.contradicted', what: 'second.json' },
        { code: 'receipt.contradicted', what: 'third.json' },
      ],
      confirmed: 1,
    });
  });
});
