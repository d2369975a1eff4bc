import { describe, expect, test } from 'vitest';
import type { PolicyPackFile } from '#server/policy/pack.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import { compilePolicy, readPack, vendorDate } from '#server/policy/packs.ts';
import { bridgeToMail, contractOnly, policyWith, samplePack } from '#test/support/pack-variants.ts';
import { calendarYears, policyOf } from '#test/support/policies.ts';

const sample = samplePack();
const problemsOf = (sections: object) => {
  const read = readPack({ ...sample, ...sections });
  return read.ok ? [] : read.failure;
};

describe('an author hears what to mend and where', () => {
  const { intake, clauses, clocks, channels } = sample;
  const { '9': _nine, ...withoutNine } = clauses;
  const [field, ...fields] = intake.fields;

  test.each<[string, object, string]>([
    ['a cited clause without a sentence', { clauses: withoutNine }, '/clocks/firstResponse/clause'],
    ['a key that the format does not know', { sla: 1 }, ''],
    ['a sentence missing in one language', { title: { ru: 'Да', en: 'Yes' } }, '/title/uz'],
    ['an empty sentence', { title: { ru: 'Да', uz: ' ', en: 'Yes' } }, '/title/uz'],
    [
      'a target in days without a reading',
      { clocks: { firstResponse: { ...clocks.firstResponse, reading: undefined } } },
      '/clocks/firstResponse/reading',
    ],
    [
      'a zone that does not exist',
      { desk: { ...sample.desk, timezone: 'Asia/Nowhere' } },
      '/desk/timezone',
    ],
    [
      'the same without hours',
      { desk: { hours: 'not_stated', timezone: 'Asia/Nowhere', clause: '7' } },
      '/desk/timezone',
    ],
    ['an edition not named by its date', { edition: '2025-11-26' }, '/edition'],
    ['an undated text with a date in its name', { editionDate: null }, '/editionDate'],
    [
      'a bridge to nowhere',
      { widget: { mode: 'bridge', bridge: 'mail', clause: '6' } },
      '/widget/bridge',
    ],
    ['a bridge without a channel', { widget: { mode: 'bridge', clause: '6' } }, '/widget/bridge'],
    [
      'a contract route without a way',
      { entitlement: { ...sample.entitlement, lapsed: 'contract_route' } },
      '/entitlement/contractRoute',
    ],
    [
      'two fields of one name',
      { intake: { ...intake, fields: [field, ...intake.fields] } },
      '/intake/fields',
    ],
    [
      'a field of an unknown category',
      { intake: { ...intake, fields: [{ ...field, categories: ['bug'] }, ...fields] } },
      '/intake/fields/0/categories',
    ],
    [
      'a choice without choices',
      { intake: { ...intake, fields: [{ ...field, kind: 'choice' }, ...fields] } },
      '/intake/fields/0',
    ],
    [
      'a field that differs for unknown people',
      { intake: { ...intake, fields: [{ ...field, byRequester: { king: 'asked' } }, ...fields] } },
      '/intake/fields/0/byRequester',
    ],
    [
      'a category excluded for no reason',
      {
        intake: {
          ...intake,
          categories: [
            ...intake.categories,
            { id: 'more', label: sample.title, clause: '5', out: 'more' },
          ],
        },
      },
      `/intake/categories/${intake.categories.length}/out`,
    ],
    [
      'nothing in scope',
      { intake: { ...intake, categories: intake.categories.filter(({ out }) => out) } },
      '/intake/categories',
    ],
    [
      'a guarantee by an unknown field',
      { guarantee: { clause: '3', fields: ['passport'] } },
      '/guarantee/fields',
    ],
    [
      'an official channel without an address',
      { channels: [{ ...channels[0], address: undefined }] },
      '/channels/0/address',
    ],
    [
      'a press that would run a script',
      { channels: [{ ...channels[0], href: 'javascript:alert(1)' }] },
      '/channels/0/href',
    ],
  ])('%s', (_case, sections, at) => {
    expect(problemsOf(sections).map((problem) => problem.at)).toContain(at);
  });

  test.each([
    ['null', null],
    ['a list', []],
    ['a word', 'pack'],
    ['nothing', undefined],
  ])('%s is no pack', (_case, json) => {
    expect(readPack(json).ok).toBe(false);
  });

  test('defaults stand where the author leaves a key out', () => {
    const { completeness: _rule, ...shortIntake } = intake;
    const { autoAckCounts: _ack, ...stops } = sample.stops;
    const { pack } = policyWith({ intake: shortIntake, stops });

    expect(pack.intake.completeness).toBe('ask');
    expect(pack.stops.autoAckCounts).toBe(false);
    expect(pack.desk).toMatchObject({
      closedOn: ['holiday', 'transferred', 'additional'],
      workingWeekends: 'honor',
      shortenedDays: 'ignore',
      missingYear: 'estimate',
      coverage: 'union',
    });
  });
});

describe('S0.0.1 POL: a request is bound to the edition in force when it was received', () => {
  const edition = (date: string | null): ReturnType<typeof policyWith> =>
    policyWith({
      edition: date ?? 'undated-2026-11-22',
      editionDate: date,
      validFrom: date,
    } satisfies Partial<PolicyPackFile>);
  const first = edition('2025-11-25');
  const second = edition('2026-12-01');
  const policies = [second, first];
  const inForce = (at: string) =>
    policyRegistry(policies).inForce('modme', Date.parse(at))?.pack.edition;

  test.each([
    ['long before the first: still the first', '2020-01-01T00:00:00Z', '2025-11-25'],
    ['under the first', '2026-06-01T00:00:00Z', '2025-11-25'],
    [
      'the last millisecond before the second, in the zone of the vendor',
      '2026-11-30T18:59:59.999Z',
      '2025-11-25',
    ],
    ['the first instant of the second', '2026-11-30T19:00:00.000Z', '2026-12-01'],
  ])('%s', (_case, at, expected) => {
    expect(inForce(at)).toBe(expected);
  });

  test('a text without a date is in force from the beginning, until a dated one follows', () => {
    const both = [first, edition(null)];
    const at = (instant: string) =>
      policyRegistry(both).inForce('modme', Date.parse(instant))?.pack.edition;

    expect(at('2020-01-01T00:00:00Z')).toBe('undated-2026-11-22');
    expect(at('2026-01-01T00:00:00Z')).toBe('2025-11-25');
  });

  test('another vendor has none', () => {
    expect(policyRegistry(policies).inForce('nobody', 0)).toBeUndefined();
  });
});

test('compiling knows hours where the text has them, and dates everywhere', () => {
  const silent = policyWith(contractOnly);
  const at = Date.parse('2026-11-20T19:00:00Z');

  expect(silent.desk).toBeNull();
  expect(policyOf('modme').desk?.schedule.isOpen(Date.parse('2026-11-21T05:00:00Z'))).toBe(true);
  expect(vendorDate(silent, at)).toBe('2026-11-21');
});

test('the variants of the tests are valid packs themselves', () => {
  for (const sections of [contractOnly, bridgeToMail]) expect(problemsOf(sections)).toEqual([]);
});

test('a pack is not changed by compiling it', () => {
  const read = readPack(samplePack());
  if (!read.ok) throw new Error('the sample is wrong');
  const before = structuredClone(read.value);
  compilePolicy(read.value, calendarYears);

  expect(read.value).toEqual(before);
});
