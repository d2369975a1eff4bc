import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ImportReport } from '#shared/wire/organisation.ts';
import { contracts, organisations } from '#server/features/organisations/organisations.table.ts';
import { importContracts } from '#server/features/organisations/import/import-contracts.ts';
import { readContracts } from '#server/features/organisations/read-contracts.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import { ensureTenant } from '#server/features/tenants/tenants.repository.ts';
import { systemIds } from '#server/ids.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { policyOf } from '#test/support/policies.ts';

const vendor = 'didox24';
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await ensureTenant(database.db, vendor, new Date());
});
beforeEach(async () => {
  await database.client.unsafe(
    'truncate organisations, contracts, contract_domains, contract_contacts, contract_portals',
  );
});
afterAll(() => database.drop());

const run = async (csv: string, apply = true): Promise<ImportReport> => {
  const done = await importContracts(
    {
      db: database.db,
      policies: policyRegistry([policyOf(vendor)]),
      ids: systemIds,
      now: () => Date.parse('2026-11-23T06:00:00Z'),
    },
    vendor,
    csv,
    { kind: 'system', id: null },
    apply,
  );
  if (!done.ok) throw new Error(done.failure.code);
  return done.value;
};
const stored = () => readContracts(database.db, vendor, {});
const counts = async () => [
  await database.db.$count(organisations),
  await database.db.$count(contracts),
];
const does = ({ contracts: list }: ImportReport) => list.map((one) => [one.number, one.does]);

const sheet = [
  'organisation;number;valid_from;valid_until;email;first_response;domains;contact_name;contact_email;contact_responsible;contact_telegram;portal_url;portal_kind',
  '"ООО «Завод»";Д-1;01.12.2026;;it@zavod.example;4h;zavod.example, завод.example;Анна;anna@zavod.example;да;@AnnaZavod;https://p.zavod.example/;box',
  ';Д-1;;;;;;Борис;;нет;;;',
  'Фабрика;Д-2;2026-01-01;2026-12-31;it@fabrika.example;;;;;;;;',
].join('\r\n');

test('a preview says what would be added and writes nothing', async () => {
  const report = await run(sheet, false);

  expect(report).toEqual({
    applied: false,
    contracts: [
      { number: 'Д-1', organisation: 'ООО «Завод»', does: 'add', gaps: [] },
      {
        number: 'Д-2',
        organisation: 'Фабрика',
        does: 'add',
        gaps: [{ code: 'contract_without_term', clause: '3.2' }],
      },
    ],
    errors: [],
  });
  expect(await counts()).toEqual([0, 0]);
});

test('an import writes contracts with persons and portals, and again it leaves all of it', async () => {
  const first = await run(`\uFEFF${sheet}`);
  const before = await stored();
  const again = await run(sheet);

  expect([first.applied, does(first)]).toEqual([
    true,
    [
      ['Д-1', 'add'],
      ['Д-2', 'add'],
    ],
  ]);
  expect(before.find(({ number }) => number === 'Д-1')).toMatchObject({
    organisation: { name: 'ООО «Завод»' },
    validFrom: '2026-12-01',
    firstResponse: { value: 4, unit: 'businessHour' },
    domains: ['xn--80aegj1b.example', 'zavod.example'],
    contacts: [
      { name: 'Анна', email: 'anna@zavod.example', responsible: true, telegramLogin: 'annazavod' },
      { name: 'Борис', email: null, responsible: false },
    ],
    portals: [{ url: 'https://p.zavod.example', kind: 'box' }],
  });
  expect(does(again)).toEqual([
    ['Д-1', 'leave'],
    ['Д-2', 'leave'],
  ]);
  expect(await stored()).toEqual(before);
});

test('what the file has no column for stays as it is; an empty cell clears', async () => {
  await run(sheet);
  const report = await run(
    'organisation,number,valid_from,first_response\nООО «Завод»,Д-1,2026-12-01,\n',
  );
  const [contract] = await readContracts(database.db, vendor, { numbers: ['Д-1'] });

  expect(does(report)).toEqual([['Д-1', 'change']]);
  expect(contract).toMatchObject({ firstResponse: null, email: 'it@zavod.example' });
  expect(contract?.contacts).toHaveLength(2);
});

describe('one wrong line keeps all from being written', () => {
  const head = 'organisation,number,valid_from,email,plan,domains,contact_name,contact_telegram';
  const good = 'Завод,Д-1,2026-01-01,a@zavod.example,,zavod.example,Анна,annazavod';

  test.each<[string, string, ImportReport['errors'][number]]>([
    [
      'a day that is none',
      'Ф,Д-2,2026-02-30,a@b.example,,,,',
      { line: 3, column: 'valid_from', code: 'import.cell_invalid' },
    ],
    [
      'no number',
      'Ф,,2026-01-01,a@b.example,,,,',
      { line: 3, column: 'number', code: 'import.cell_invalid' },
    ],
    [
      'no organisation',
      ',Д-2,2026-01-01,a@b.example,,,,',
      { line: 3, column: 'organisation', code: 'import.cell_invalid' },
    ],
    [
      'a login without a person',
      'Ф,Д-2,2026-01-01,a@b.example,,,,anna',
      { line: 3, column: 'contact_name', code: 'import.cell_invalid' },
    ],
    ['too few cells', 'Ф,Д-2', { line: 3, column: null, code: 'import.row_width' }],
    [
      'no address where B7 needs one',
      'Ф,Д-2,2026-01-01,,,,,',
      { line: 3, column: 'email', code: 'contract.email_missing' },
    ],
    [
      'a public domain',
      'Ф,Д-2,2026-01-01,a@b.example,,mail.ru,,',
      { line: 3, column: 'domains', code: 'contract.domain_public' },
    ],
    [
      'the domain of another line',
      'Ф,Д-2,2026-01-01,a@b.example,,zavod.example,,',
      { line: 3, column: 'domains', code: 'contract.domain_taken' },
    ],
    [
      'the login of another line',
      'Ф,Д-2,2026-01-01,a@b.example,,,Б,annazavod',
      { line: 3, column: 'contact_telegram', code: 'contract.login_taken' },
    ],
    [
      'another word on the same contract',
      'Завод,Д-1,2026-01-02,,,,,',
      { line: 3, column: 'valid_from', code: 'import.contradiction' },
    ],
    ['a mark that nobody closes', '"Ф,Д-2', { line: 3, column: null, code: 'import.malformed' }],
    [
      'NUL in a cell',
      'Ф\0,Д-2,2026-01-01,a@b.example,,,,',
      { line: 3, column: 'organisation', code: 'import.cell_invalid' },
    ],
  ])('%s', async (_case, line, error) => {
    const report = await run(`${head}\n${good}\n${line}\n`);

    expect(report.errors).toEqual([error]);
    expect(report.applied).toBe(false);
    expect(await counts()).toEqual([0, 0]);
  });

  test('a first line without what is needed, or with more than is known', async () => {
    const report = await run('organisation,number,until\nЗавод,Д-1,2026-01-01\n');

    expect(report.errors).toEqual([
      { line: 1, column: 'until', code: 'import.column_unknown' },
      { line: 1, column: 'valid_from', code: 'import.column_missing' },
    ]);
  });

  test('every wrong line is told at once, in the order of the file', async () => {
    const report = await run(
      `${head}\nФ,Д-2,2026-01-01,,,,,\n${good}\nГ,Д-3,soon,a@b.example,,,,\nЖ,Д-4,2026-01-01,a@c.example,,ya.ru,,\n`,
    );

    expect(report.errors.map(({ line, code }) => [line, code])).toEqual([
      [2, 'contract.email_missing'],
      [4, 'import.cell_invalid'],
      [5, 'contract.domain_public'],
    ]);
  });
});

test('an import of 1,200 contracts is one transaction with one chain of events', async () => {
  const lines = Array.from({ length: 1200 }, (_, i) => `К${i},N-${i},2026-01-01,a@k${i}.example`);
  const report = await run(`organisation,number,valid_from,email\n${lines.join('\n')}`);
  const [row] = await database.client.unsafe(
    `select count(*)::int as n from ticket_events where kind = 'contract_saved' and body like '%"N-%'`,
  );

  expect([report.applied, report.contracts.length, row?.['n']]).toEqual([true, 1200, 1200]);
});
