import { describe, expect, test } from 'vitest';
import { demoContracts, demoPeople } from '#server/demo/people.ts';
import { crmContents } from '#server/demo/pages/crm/crm-contents.ts';
import type { Column, Entry, Figure, Share, Tab } from '#server/demo/pages/kit/content.ts';
import { pageAddress, readPageState } from '#server/demo/pages/kit/page-state.ts';
import { vendors } from '#server/demo/pages/kit/vendor.ts';
import { mobileContents } from '#server/demo/pages/mobile/mobile-contents.ts';
import { portalContents } from '#server/demo/pages/portal/portal-contents.ts';

const today = '2026-11-22';

interface Sheet {
  readonly name: string;
  readonly share: Share;
  readonly tabs: readonly Tab[];
  readonly listed: readonly { readonly tab: string }[];
  readonly privates: number;
  readonly whole: unknown;
}

const privateOnes = (facts: readonly { readonly private?: boolean }[]) =>
  facts.filter((fact) => fact.private).length;
const tableSheet = (
  name: string,
  whole: {
    readonly share: Share;
    readonly tabs: readonly Tab[];
    readonly entries: readonly Entry[];
    readonly figures: readonly Figure[];
  },
): Sheet => {
  const { share, tabs, entries, figures } = whole;
  return { name, share, tabs, listed: entries, privates: privateOnes(figures), whole };
};

const sheets = vendors.flatMap((vendor): Sheet[] => {
  const mobile = mobileContents[vendor];
  return [
    tableSheet(`crm of ${vendor}`, crmContents[vendor]),
    tableSheet(`portal of ${vendor}`, portalContents[vendor]),
    {
      name: `mobile page of ${vendor}`,
      share: mobile.share,
      tabs: mobile.tabs,
      listed: mobile.items,
      privates: privateOnes(mobile.next.facts),
      whole: mobile,
    },
  ];
});
const tables: [string, readonly Column[], readonly Entry[]][] = vendors.flatMap((vendor) =>
  [crmContents[vendor], portalContents[vendor]].map(
    ({ columns, entries }): [string, readonly Column[], readonly Entry[]] => [
      vendor,
      columns,
      entries,
    ],
  ),
);

/** Every text in Uzbek, wherever it stands. */
function uzbekTexts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('uz' in value && typeof value.uz === 'string') return [value.uz];
  return Object.values(value).flatMap(uzbekTexts);
}

describe.each(sheets)('$name', ({ share, tabs, listed, privates, whole }) => {
  test('splits a whole, the widest part first', () => {
    const percents = share.parts.map(({ percent }) => percent);

    expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100);
    expect(percents[0]).toBe(Math.max(...percents));
  });

  test('has one private box, so that its id is one element', () => {
    expect(privates).toBe(1);
  });

  test('starts with the tab of everything and has no empty tab', () => {
    const found = tabs.slice(1).map(({ id }) => listed.some(({ tab }) => tab === id));

    expect(found).toEqual(found.map(() => true));
    expect(tabs[0]?.id).toBe('all');
  });

  test('writes Uzbek with its own letters', () => {
    const texts = uzbekTexts(whole);

    expect(texts.length).toBeGreaterThan(40);
    expect(texts.filter((text) => /['‘’`]/.test(text))).toEqual([]);
  });
});

test.each(tables)('%s: every row fills every column', (_vendor, columns, entries) => {
  const lengths = new Set(entries.map(({ cells }) => cells.length));

  expect([...lengths]).toEqual([columns.length]);
});

test('the debts of the MODME report add up to its figures', () => {
  const total = (column: number) =>
    crmContents.modme.entries.reduce((sum, { cells }) => sum + Number(cells[column]), 0);

  expect([total(3), total(4), total(5)]).toEqual([12_480_000, 9_930_000, 2_550_000]);
});

test('a page keeps its state in its address', () => {
  const state = readPageState('portal', '?vendor=technokad&lang=uz&person=pavel', 'dark');
  const query = pageAddress(state).split('?')[1] ?? '';

  expect(readPageState('portal', query, 'light')).toEqual(state);
});

test.each([
  ['crm', 'modme'],
  ['mobile', 'moidokumenty'],
  ['portal', 'didox24'],
] as const)('%s without a vendor, or with an unknown one, shows %s', (page, vendor) => {
  expect(readPageState(page, '', 'light').vendor).toBe(vendor);
  expect(readPageState(page, '?vendor=nobody&lang=xx', 'light')).toMatchObject({
    vendor,
    locale: 'ru',
  });
});

describe.each(vendors)('people of %s', (vendor) => {
  const people = demoPeople.filter((person) => person.vendor === vendor);
  const contractOf = (number: string | undefined) =>
    demoContracts.find((contract) => contract.vendor === vendor && contract.number === number);

  test('name contracts that exist, of their own organisation', () => {
    const named = people.filter(({ claims }) => claims.contract !== undefined);

    expect(named.map(({ claims }) => contractOf(claims.contract)?.organisation.name)).toEqual(
      named.map(({ claims }) => claims.org),
    );
  });

  test('hold somebody whose contract is valid and somebody whose contract ran out', () => {
    const ends = people.flatMap(({ claims }) => contractOf(claims.contract)?.validUntil ?? []);

    expect(ends.some((end) => end >= today)).toBe(true);
    expect(ends.some((end) => end < today)).toBe(true);
  });

  test('live at reserved domains only', () => {
    expect(people.filter(({ claims }) => !claims.email.endsWith('.example'))).toEqual([]);
  });
});
