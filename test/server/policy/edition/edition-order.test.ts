import { describe, expect, test } from 'vitest';
import { editionAt, editionStarts } from '#server/policy/edition/edition-order.ts';
import type { Policy } from '#server/policy/packs.ts';
import { policyOf } from '#test/support/policies.ts';

type Changes = Policy['pack']['publication']['changes'];

const shipped = policyOf('technokad');
const notice = shipped.pack.publication.changes;

/** An edition of TechnoKad by its first day; one without a day by the day it was read. */
function edition(name: string, changes: Changes = notice): Policy {
  const validFrom = name.startsWith('undated-') ? null : name;
  const publication = { ...shipped.pack.publication, changes };
  return { ...shipped, pack: { ...shipped.pack, edition: name, validFrom, publication } };
}

const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+03:00`);

const inForce = (
  editions: readonly Policy[],
  at: string,
  published: Readonly<Record<string, string>> = {},
) => {
  const starts = editionStarts(editions, 'technokad', ({ pack }) => {
    const day = published[pack.edition];
    return day === undefined ? undefined : msk(day);
  });
  return editionAt(starts, msk(at))?.pack.edition;
};

describe('S3.1.4.1 PUB, JOB: no edition holds before its publication is on record', () => {
  const first = edition('undated-2026-11-22');
  const second = edition('2026-12-01');
  const both = [first, second];

  test('the first one holds: there is nothing else to decide by', () => {
    expect(inForce([first], '2020-01-01 00:00')).toBe('undated-2026-11-22');
    expect(inForce([second], '2020-01-01 00:00')).toBe('2026-12-01');
  });

  test.each([
    ['never published: the older one stays', {}, '2027-03-01 12:00', 'undated-2026-11-22'],
    [
      'published in time: its own day decides',
      { '2026-12-01': '2026-11-25 12:00' },
      '2026-11-30 23:59',
      'undated-2026-11-22',
    ],
    [
      'and from that day on it holds',
      { '2026-12-01': '2026-11-25 12:00' },
      '2026-12-01 00:00',
      '2026-12-01',
    ],
    [
      'published late: not before the day of its publication',
      { '2026-12-01': '2026-12-10 12:00' },
      '2026-12-09 23:59',
      'undated-2026-11-22',
    ],
    [
      'published late: from that day on',
      { '2026-12-01': '2026-12-10 12:00' },
      '2026-12-10 12:00',
      '2026-12-01',
    ],
  ])('%s', (_case, published, at, expected) => {
    expect(inForce(both, at, published)).toBe(expected);
  });

  test('days of notice are counted from the publication', () => {
    const slow = edition('2026-12-01', { notice: 'published', daysBefore: 10, clause: '1.4' });
    const published = { '2026-12-01': '2026-11-25 12:00' };

    expect(inForce([first, slow], '2026-12-04 23:59', published)).toBe('undated-2026-11-22');
    expect(inForce([first, slow], '2026-12-05 00:00', published)).toBe('2026-12-01');
  });

  test('an edition cannot free itself from the notice that the text before it demands', () => {
    const silent = edition('2026-12-01', undefined);
    const free = edition('2026-12-01', { notice: 'none', daysBefore: 0, clause: '1.4' });

    expect(inForce([first, silent], '2027-03-01 12:00')).toBe('undated-2026-11-22');
    expect(inForce([first, free], '2027-03-01 12:00')).toBe('undated-2026-11-22');
  });

  test('of texts without a date the one read last holds, once it is published', () => {
    const reread = [edition('undated-2027-01-10'), first];

    expect(inForce(reread, '2027-02-01 12:00')).toBe('undated-2026-11-22');
    expect(inForce(reread, '2027-02-01 12:00', { 'undated-2027-01-10': '2027-01-11 09:00' })).toBe(
      'undated-2027-01-10',
    );
  });

  test('one that waits binds no later one to its own notice: it is not the text that is changed', () => {
    const free = { notice: 'none', daysBefore: 0, clause: '1.4' } as const;
    const slow = edition('2026-12-01', { notice: 'published', daysBefore: 10, clause: '1.4' });
    const editions = [
      edition('undated-2026-11-22', free),
      slow,
      edition('2027-01-01', free),
    ] as const;

    expect(inForce(editions, '2027-01-01 12:00')).toBe('2027-01-01');
    expect(inForce(editions, '2027-01-01 12:00', { '2026-12-01': '2026-11-25 12:00' })).toBe(
      '2026-12-01',
    );
  });

  test('one that waits keeps no later one from holding', () => {
    const third = edition('2027-01-01');
    const published = { '2027-01-01': '2026-12-20 12:00' };

    expect(inForce([...both, third], '2027-01-02 12:00', published)).toBe('2027-01-01');
  });
});

test('S2.3.5.1 POL: where no notice is demanded the first day alone decides', () => {
  const free = { notice: 'none', daysBefore: 0, clause: '1.4' } as const;
  const editions = [edition('undated-2026-11-22', free), edition('2026-12-01', free)];

  expect(inForce(editions, '2026-11-30 23:59')).toBe('undated-2026-11-22');
  expect(inForce(editions, '2026-12-01 00:00')).toBe('2026-12-01');
});

test('each edition says how it stands', () => {
  const editions = [edition('undated-2026-11-22'), edition('2026-12-01')];
  const [first, second] = editionStarts(editions, 'technokad', () => undefined);

  expect(first?.effect(0)).toEqual({ state: 'in_force', from: null, clause: expect.any(String) });
  expect(second?.effect(msk('2027-01-01 00:00'))).toEqual({
    state: 'not_published',
    clause: '1.4',
  });
});
