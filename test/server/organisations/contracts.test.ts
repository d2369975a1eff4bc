import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type {
  ContractView,
  IncompleteContracts,
  OrganisationList,
  OrganisationView,
} from '#shared/wire/organisation.ts';
import { contracts } from '#server/features/organisations/organisations.table.ts';
import { findContract } from '#server/features/organisations/find-contract.ts';
import { codeOf, deskApi } from '#test/support/api.ts';
import { enterContract, sampleContract } from '#test/support/contracts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database, { now: () => Date.parse('2026-11-23T06:00:00Z') });
  desk = await deskApi(server);
});
beforeEach(async () => {
  await database.client.unsafe(
    'truncate organisations, contracts, contract_domains, contract_contacts, contract_portals',
  );
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const vendor = 'didox24';
const addOrganisation = async (name: string, region: string | null = null, of = vendor) =>
  (await (await desk.post(of, '/organisations', { name, region })).json()) as OrganisationView;
const save = (contract: object, headers = {}, of = vendor) =>
  desk.put(of, '/contracts', contract, headers);
const read = async (number: string) =>
  (await (
    await desk.get(vendor, `/contracts?number=${encodeURIComponent(number)}`)
  ).json()) as ContractView;
const events = async () =>
  (
    await database.client.unsafe<{ kind: string; body: string }[]>(
      `select kind, body from ticket_events where ticket_id is null order by seq`,
    )
  ).map(({ kind, body }) => [kind, (JSON.parse(body) as { params: object }).params]);

describe('a contract', () => {
  test('is read as it was recorded, with domains in ASCII, portals by origin and logins in one spelling', async () => {
    const { id } = await addOrganisation('ООО «Завод»');
    const saved = await save(
      sampleContract(id, {
        signedOn: '2025-12-15',
        firstResponseBySeverity: { critical: { value: 30, unit: 'businessMinute' } },
        domains: ['Zavod.Example', 'президент.рф', 'zavod.example'],
        contacts: [
          {
            name: 'Анна',
            email: 'Anna@Zavod.Example',
            responsible: true,
            telegramLogin: '@AnnaZavod',
          },
          { name: 'Борис', phone: '+998 00 000 00 01', role: 'Бухгалтер' },
        ],
        portals: [
          { url: 'https://portal.zavod.example/company/', kind: 'box', edition: 'Энтерпрайз' },
        ],
      }),
    );
    const contract = await read('ТП-2026/7');

    expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"1"']);
    expect(contract).toEqual(await saved.json());
    expect(contract).toMatchObject({
      organisation: { id, name: 'ООО «Завод»' },
      signedOn: '2025-12-15',
      firstResponseBySeverity: { critical: { value: 30, unit: 'businessMinute' } },
      domains: ['xn--d1abbgf6aiiy.xn--p1ai', 'zavod.example'],
      contacts: [
        {
          name: 'Анна',
          email: 'anna@zavod.example',
          responsible: true,
          telegramLogin: 'annazavod',
        },
        { name: 'Борис', email: null, role: 'Бухгалтер', responsible: false },
      ],
      portals: [{ url: 'https://portal.zavod.example', kind: 'box', edition: 'Энтерпрайз' }],
      gaps: [],
    });
  });

  test('that is saved again as it is stays the same version, and nothing is logged', async () => {
    const { organisation } = await enterContract(desk, vendor, 'Завод', {
      domains: ['b.example', 'a.example'],
    });
    const before = await events();
    const again = await save(
      sampleContract(organisation.id, { domains: ['a.example', 'b.example'] }),
    );

    expect(again.headers.get('etag')).toBe('"1"');
    expect(await events()).toEqual(before);
  });

  test('that is changed is another version, and the log holds no word of it', async () => {
    const { organisation } = await enterContract(desk, vendor, 'Завод');
    await save(sampleContract(organisation.id, { validUntil: '2026-12-31' }), {
      'if-match': '"1"',
    });

    expect((await events()).slice(-2)).toEqual([
      [
        'contract_saved',
        { number: 'ТП-2026/7', organisation: organisation.id, version: 1, does: 'add' },
      ],
      [
        'contract_saved',
        { number: 'ТП-2026/7', organisation: organisation.id, version: 2, does: 'change' },
      ],
    ]);
  });

  test('somebody else changed meanwhile is not changed by what was seen before', async () => {
    const { organisation } = await enterContract(desk, vendor, 'Завод');
    await save(sampleContract(organisation.id, { validUntil: '2026-12-31' }));
    const late = await save(sampleContract(organisation.id), { 'if-match': '"1"' });

    expect(await codeOf(late)).toEqual([412, 'contract.changed']);
    expect((await read('ТП-2026/7')).validUntil).toBe('2026-12-31');
  });

  test('ends with a day, and keeps all else, also where the regulation would refuse it now', async () => {
    await enterContract(desk, vendor, 'Завод', { domains: ['zavod.example'] });
    await database.client.unsafe(`update contracts set email = null`);
    const end = (on: string) => desk.post(vendor, '/contracts/end', { number: 'ТП-2026/7', on });

    expect(await codeOf(await end('2025-12-31'))).toEqual([422, 'contract.ends_before_it_begins']);
    expect(await (await end('2026-11-30')).json()).toMatchObject({
      validUntil: '2026-11-30',
      domains: ['zavod.example'],
      version: 2,
    });
  });

  test.each<[string, string, object]>([
    ['of an organisation nobody knows', 'organisation.not_found', { organisation: 'org_x' }],
    ['without the address that B7 needs', 'contract.email_missing', { email: null }],
    [
      'with the domain of a public provider',
      'contract.domain_public',
      { domains: ['zavod.example', 'mail.ru'] },
    ],
    ['that ends before it begins', 'contract.ends_before_it_begins', { validUntil: '2025-12-31' }],
    ['with a domain that is none', 'request.invalid', { domains: ['zavod'] }],
    ['with a day that is none', 'request.invalid', { validFrom: '2026-02-30' }],
  ])('%s is refused: %s', async (_case, code, more) => {
    const { id } = await addOrganisation('Завод');

    expect((await codeOf(await save(sampleContract(id, more))))[1]).toBe(code);
    expect(await database.db.$count(contracts)).toBe(0);
  });

  test.each([
    ['service', 200],
    ['extended', 200],
    ['rental', 200],
    ['box', 422],
    ['gold', 422],
  ])(
    'of the plan %s under a regulation that names service and extended for bought copies: %i',
    async (plan, status) => {
      const { id } = await addOrganisation('Завод', null, 'jokercrm');
      const saved = await save(sampleContract(id, { plan }), {}, 'jokercrm');

      expect(saved.status).toBe(status);
      if (status === 422) expect(await codeOf(saved)).toEqual([422, 'contract.plan_unknown']);
    },
  );

  test('keeps its number from another organisation', async () => {
    await enterContract(desk, vendor, 'Завод');
    const { id } = await addOrganisation('Фабрика');

    expect(await codeOf(await save(sampleContract(id)))).toEqual([409, 'contract.number_taken']);
  });

  test.each([
    ['domain', { domains: ['zavod.example'] }, 'contract.domain_taken'],
    ['login', { contacts: [{ name: 'Анна', telegramLogin: 'annazavod' }] }, 'contract.login_taken'],
  ])('keeps a %s from another organisation until it is over', async (_what, more, code) => {
    await enterContract(desk, vendor, 'Завод', more);
    const { id } = await addOrganisation('Фабрика');
    const other = sampleContract(id, { ...more, number: 'ТП-2026/8' });

    expect(await codeOf(await save(other))).toEqual([409, code]);
    await desk.post(vendor, '/contracts/end', { number: 'ТП-2026/7', on: '2026-11-22' });
    expect((await save(other)).status).toBe(200);
  });

  test('of another vendor is not found', async () => {
    await enterContract(desk, vendor, 'Завод');
    const there = await desk.get('modme', `/contracts?number=${encodeURIComponent('ТП-2026/7')}`);

    expect(await codeOf(there)).toEqual([404, 'contract.not_found']);
  });
});

describe('S1.3.2.1: what a contract leaves open', () => {
  test('is shown with it, and in one list of the vendor', async () => {
    const { gaps } = await enterContract(desk, vendor, 'Завод', { firstResponse: null });
    const list = await (await desk.get(vendor, '/contracts/incomplete')).json();

    expect(gaps).toEqual([{ code: 'contract_without_term', clause: '3.2' }]);
    expect(list).toEqual({
      contracts: [{ number: 'ТП-2026/7', organisation: 'Завод', gaps }],
      next: null,
    } satisfies IncompleteContracts);
  });

  test('troubles nobody once the contract is over', async () => {
    await enterContract(desk, vendor, 'Завод', { firstResponse: null, validUntil: '2026-11-22' });

    expect(await (await desk.get(vendor, '/contracts/incomplete')).json()).toEqual({
      contracts: [],
      next: null,
    });
  });
});

describe('organisations', () => {
  test('are listed by name, a page at a time, with how many contracts they have', async () => {
    for (const name of ['Б', 'А', 'В']) await addOrganisation(name);
    await save(sampleContract((await addOrganisation('Г')).id));
    const page = async (query: string) =>
      (await (await desk.get(vendor, `/organisations?${query}`)).json()) as OrganisationList;
    const first = await page('limit=3');
    const second = await page(`limit=3&after=${encodeURIComponent(first.next ?? '')}`);

    expect(first.organisations.map(({ name }) => name)).toEqual(['А', 'Б', 'В']);
    expect(second).toMatchObject({ organisations: [{ name: 'Г', contracts: 1 }], next: null });
  });

  test('count their own contracts, whoever else has an organisation of the same id', async () => {
    const { id } = await addOrganisation('Завод');
    await save(sampleContract(id));
    await database.db.insert(contracts).values({
      tenantId: 'modme',
      number: 'Ч-1',
      organisationId: id,
      validFrom: '2026-01-01',
    });
    const list = (await (await desk.get(vendor, '/organisations')).json()) as OrganisationList;

    expect(list.organisations).toMatchObject([{ name: 'Завод', contracts: 1 }]);
  });

  test('are one a name', async () => {
    await addOrganisation('Завод');

    expect(await codeOf(await desk.post(vendor, '/organisations', { name: 'Завод' }))).toEqual([
      409,
      'organisation.exists',
    ]);
  });

  test('are of a region that the regulation tells apart', async () => {
    const { id, region } = await addOrganisation('Завод', 'siberia', 'technokad');
    const change = (body: object, version: string) =>
      desk.put('technokad', `/organisations/${id}`, body, { 'if-match': version });

    expect(region).toBe('siberia');
    expect(await codeOf(await change({ name: 'Завод', region: 'mars' }, '"1"'))).toEqual([
      422,
      'organisation.region_unknown',
    ]);
    expect(await (await change({ name: 'Завод-2', region: 'moscow' }, '"1"')).json()).toMatchObject(
      {
        name: 'Завод-2',
        region: 'moscow',
        version: 2,
      },
    );
    expect(await codeOf(await change({ name: 'Завод-3', region: null }, '"1"'))).toEqual([
      412,
      'organisation.changed',
    ]);
  });

  test('of another vendor are not found', async () => {
    const { id } = await addOrganisation('Завод');

    expect(await codeOf(await desk.get('modme', `/organisations/${id}`))).toEqual([
      404,
      'organisation.not_found',
    ]);
  });
});

test('of the contracts of an organisation the newest that has begun counts, else the next one', async () => {
  const { organisation } = await enterContract(desk, vendor, 'Завод', { validUntil: '2026-12-31' });
  await save(sampleContract(organisation.id, { number: 'ТП-2027/1', validFrom: '2027-01-01' }));
  const on = async (day: string) =>
    (await findContract(database.db, vendor, { org: 'Завод' }, day))?.number;

  expect(await on('2026-12-31')).toBe('ТП-2026/7');
  expect(await on('2027-01-01')).toBe('ТП-2027/1');
  expect(await on('2025-12-31')).toBe('ТП-2026/7');
});

test('two agents who enter the same domain for two organisations at once: one is refused', async () => {
  const ids = [(await addOrganisation('Завод')).id, (await addOrganisation('Фабрика')).id];
  const saved = await Promise.all(
    ids.map((id, i) => save(sampleContract(id, { number: `N-${i}`, domains: ['zavod.example'] }))),
  );

  expect(saved.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});
