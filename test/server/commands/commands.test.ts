import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPair, exportJWK } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '#server/cli.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { desksOf } from '#server/features/agents/agents.repository.ts';
import { readContracts } from '#server/features/organisations/read-contracts.ts';
import { findContract } from '#server/features/organisations/find-contract.ts';
import { identityKeyFinder } from '#server/features/requesters/identity-keys.repository.ts';
import { ensureTenant, findOrigins } from '#server/features/tenants/tenants.repository.ts';
import { createSecretBox } from '#server/secret-box.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { printedLines } from '#test/support/printed-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'reglament-commands-'));
const secretKey = 'A'.repeat(43);
const customers = 'organisation,number,valid_from\nNamuna,A-30,2026-01-01\nSinov,A-31,2026-01-01\n';
const keyOf = (kid: string) =>
  identityKeyFinder(
    database.db,
    createSecretBox(Buffer.from(secretKey, 'base64url')),
    Date.now,
  )('modme', kid);
let database: TestDatabase;
const said = printedLines();

beforeAll(async () => {
  database = await testDatabase();
  await ensureTenant(database.db, 'modme', new Date());
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', {
    crv: 'Ed25519',
    extractable: true,
  });
  writeFileSync(join(folder, 'public.json'), JSON.stringify(await exportJWK(publicKey)));
  writeFileSync(join(folder, 'private.json'), JSON.stringify(await exportJWK(privateKey)));
  writeFileSync(join(folder, 'secret.txt'), 'a shared secret of thirty-two bytes!\n');
  writeFileSync(join(folder, 'short.txt'), 'too short');
  writeFileSync(join(folder, 'ansi.csv'), Buffer.from([0xcf, 0xf0, 0xe8]));
  writeFileSync(join(folder, 'customers.csv'), customers);
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});
/** Words are split at spaces; `@name` is a file of the test's folder. */
const run = (line: string) =>
  runCommandLine(
    ['node', 'reglament', ...line.split(' ').map((word) => word.replace(/^@/, `${folder}/`))],
    { DATABASE_URL: database.url, SECRET_KEY: secretKey, DATA_DIR: folder },
  );

test.each([
  ['agents add ali --vendor modme', 2, /needs --vendor and --name/],
  ['agents add ali --vendor nobody --name Ali', 1, /no vendor nobody/],
  ['agents link stranger', 1, /no agent stranger/],
  ['origins allow crm.example --vendor modme', 2, /a scheme and a host/],
  ['origins allow https://crm.example/page --vendor modme', 2, /a scheme and a host/],
  ['keys add k --vendor modme --issuer https://crm.example', 2, /one of --public-jwk and/],
  ['keys add k --vendor modme --issuer i --secret-file @none.txt', 1, /it does not exist/],
  ['keys add k --vendor modme --issuer i --secret-file @.', 1, /it is a folder/],
  ['keys add k --vendor modme --issuer i --secret-file @short.txt', 1, /shorter than 32 bytes/],
  ['keys add k --vendor modme --issuer i --public-jwk @secret.txt', 1, /no Ed25519 public key/],
  ['keys revoke k --vendor modme', 1, /modme has no key k/],
  ['token user --vendor modme', 1, /no demo key of modme/],
  ['keys melt k --vendor modme', 2, /keys add KID/],
  ['contracts set A-1 --vendor modme --organisation Namuna', 2, /contracts set NUMBER/],
  ['contracts import --vendor modme', 2, /contracts import FILE/],
  ['contracts import @none.csv --vendor modme', 1, /it does not exist/],
  ['contracts import @ansi.csv --vendor modme', 1, /is not in UTF-8/],
  ['contracts check', 2, /--vendor VENDOR/],
  [
    'contracts set A-1 --vendor modme --organisation N --from 2026-01-01 --domain mail.ru',
    1,
    /Anybody can open a mailbox/,
  ],
  ['contracts set A-1 --vendor modme --organisation N --from 2026-02-30', 2, /like 2026-12-01/],
  [
    'contracts set A-1 --vendor modme --organisation N --from 2026-02-01 --first-response soon',
    2,
    /such as 4h/,
  ],
  ['contracts set A-1 --vendor nobody --organisation N --from 2026-02-01', 1, /no vendor nobody/],
  ['agents add x --vendor modme --name X --role chief', 2, /agent, developer, head/],
  ['verify-log --vendor nobody', 1, /no vendor nobody/],
  ['serve --fast', 2, /Unknown option/],
])('%s is refused in a sentence', async (line, code, sentence) => {
  const exit = await run(line);

  expect(said.join('\n')).toMatch(sentence);
  expect(said).toHaveLength(1);
  expect(exit).toBe(code);
});

test('a folder of policies that is not there is named before anything starts', async () => {
  const exit = await runCommandLine(['node', 'reglament', 'serve'], {
    POLICY_DIR: join(folder, 'none'),
  });

  expect([exit, ...said]).toEqual([1, 'POLICY_DIR: it does not exist']);
});

test('an agent is let in with a link that signs in', async () => {
  expect(await run('agents add ali --vendor modme --name Ali')).toBe(0);

  expect(said[0]).toMatch(/\/desk#token=[\w-]{43}$/);
  expect(await desksOf(database.db, 'ali')).toEqual([
    { tenantId: 'modme', id: 'ali', name: 'Ali', role: 'agent' },
  ]);
});

test('an agent who is renamed keeps the role that was given before', async () => {
  await run('agents add vali --vendor modme --name Vali --role developer');
  await run('agents add vali --vendor modme --name Valijon');

  expect(await desksOf(database.db, 'vali')).toEqual([
    { tenantId: 'modme', id: 'vali', name: 'Valijon', role: 'developer' },
  ]);
});

test('a contract is recorded and found by its number or its organisation', async () => {
  const set = 'contracts set A-17 --vendor modme --organisation Namuna --from 2026-01-01';
  expect(await run(`${set} --plan net --first-response 4h`)).toBe(0);
  expect(await run(`${set} --until 2026-12-31 --plan net --first-response 1d`)).toBe(0);

  const expected = {
    number: 'A-17',
    plan: 'net',
    validUntil: '2026-12-31',
    firstResponse: { value: 1, unit: 'businessDay' },
  };
  for (const claims of [{ contract: 'A-17' }, { org: 'Namuna' }]) {
    expect(await findContract(database.db, 'modme', claims, '2026-06-01')).toMatchObject(expected);
  }
});

test('what a later command leaves out of a contract stays', async () => {
  const set = 'contracts set A-18 --vendor modme --organisation Sinov --from 2026-01-01';
  await run(
    `${set} --plan net --email it@sinov.example --domain sinov.example --signed 2025-12-20`,
  );
  expect(await run(`${set} --until 2026-12-31`)).toBe(0);

  const [contract] = await readContracts(database.db, 'modme', { numbers: ['A-18'] });
  expect(contract).toMatchObject({
    plan: 'net',
    email: 'it@sinov.example',
    domains: ['sinov.example'],
    signedOn: '2025-12-20',
    validUntil: '2026-12-31',
  });
});

test('contracts of a file are shown, then written, then left', async () => {
  const printed = async (line: string) => {
    said.length = 0;
    expect(await run(line)).toBe(0);
    return [...said];
  };
  const line = 'contracts import @customers.csv --vendor modme';

  expect(await printed(line)).toEqual([
    'A-30 of Namuna would be added.',
    'A-31 of Sinov would be added.',
    '2 of 2 contracts would be written: say --apply.',
  ]);
  expect(await printed(`${line} --apply`)).toContain('2 of 2 contracts written.');
  expect(await printed(`${line} --apply`)).toContain('0 of 2 contracts written.');
  expect(await printed('contracts check --vendor modme')).toEqual([
    'Every contract says what the regulation leaves to it.',
  ]);
});

test('an origin is allowed once, however often it is said', async () => {
  await run('origins allow https://crm.example --vendor modme');

  expect(await run('origins allow https://crm.example --vendor modme')).toBe(0);
  expect(await findOrigins(database.db, 'modme')).toEqual(['https://crm.example']);
});

test('a shared secret is sealed, found again and ended', async () => {
  expect(await run('keys add s --vendor modme --issuer i --secret-file @secret.txt')).toBe(0);
  expect(await keyOf('s')).toMatchObject({ algorithm: 'HS256', issuer: 'i' });

  expect(await run('keys revoke s --vendor modme')).toBe(0);
  expect(await keyOf('s')).toBeUndefined();
});

test('of a key pair the public half alone is kept', async () => {
  expect(await run('keys add e --vendor modme --issuer i --public-jwk @private.json')).toBe(0);

  expect(await keyOf('e')).toMatchObject({ algorithm: 'EdDSA' });
  const [row] = await database.client.unsafe(
    `select public_jwk from identity_keys where kid = 'e'`,
  );
  expect(JSON.stringify(row)).not.toContain('"d"');
});

test('a log is counted again, and the first event that is not as it was written is named', async () => {
  const at = new Date('2026-11-23T05:00:00Z');
  for (const [vendor, amount] of [
    ['didox24', 1],
    ['technokad', 3],
  ] as const) {
    await ensureTenant(database.db, vendor, at);
    await database.db.transaction((tx) =>
      appendEvents(
        tx,
        vendor,
        Array.from({ length: amount }, () => ({
          ticketId: null,
          kind: 'noted' as const,
          at,
          actor: { kind: 'system' as const, id: null },
        })),
      ),
    );
  }
  expect(await run('verify-log --vendor technokad')).toBe(0);
  expect(said.splice(0)).toEqual(['technokad: 3 events, unbroken.']);

  await database.client.unsafe(
    `update ticket_events set body = replace(body, 'system', 'agent') where tenant_id = 'technokad' and seq = 2`,
  );

  expect(await run('verify-log')).toBe(1);
  expect(said).toContain('technokad: 3 events, broken from event 2 on.');
  expect(said).toContain('didox24: 1 events, unbroken.');
});
