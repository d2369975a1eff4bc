import { describe, expect, test } from 'vitest';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import { takesEffect } from '#server/policy/edition/edition-effect.ts';
import type { Policy } from '#server/policy/packs.ts';
import { policyOf } from '#test/support/policies.ts';

const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
const uzt = (local: string) => Date.parse(`${local.replace(' ', 'T')}+05:00`);
const later = (
  policy: Policy,
  validFrom: string,
  publication = policy.pack.publication,
): Policy => ({
  ...policy,
  validFromDay: Date.parse(validFrom) / 86_400_000,
  pack: { ...policy.pack, edition: validFrom, validFrom, publication },
});

describe('S2.3.5.1 POL: a change without notice holds from its day', () => {
  const next = later(policyOf('moidokumenty'), '2026-12-01');

  test.each([
    ['the last millisecond before it in Moscow', '2026-11-30 23:59:59.999', 'later'],
    ['its first instant', '2026-12-01 00:00', 'in_force'],
  ])('%s', (_case, now, state) => {
    expect(takesEffect(next, [], msk(now))).toEqual({ state, from: '2026-12-01', clause: '3.5' });
  });

  test('the undated edition always held', () => {
    expect(takesEffect(policyOf('moidokumenty'), [], 0)).toMatchObject({
      state: 'in_force',
      from: null,
    });
  });
});

describe('a change that has to be published first', () => {
  const next = later(policyOf('technokad'), '2026-12-01');
  const noon = msk('2026-12-10 12:00');

  test('does not hold without a publication, whatever its day', () => {
    expect(takesEffect(next, [], noon)).toEqual({ state: 'not_published', clause: '1.4' });
  });

  test.each([
    ['published before its day', '2026-11-20 10:00', '2026-12-01'],
    ['published after it', '2026-12-05 23:00', '2026-12-05'],
  ])('%s', (_case, published, from) => {
    expect(takesEffect(next, [msk(published)], noon)).toMatchObject({ state: 'in_force', from });
  });

  test('the first publication counts', () => {
    const twice = [msk('2026-12-05 10:00'), msk('2026-12-03 10:00')];

    expect(takesEffect(next, twice, noon)).toMatchObject({ from: '2026-12-03' });
  });

  test('with days between', () => {
    const { changes, ...publication } = next.pack.publication;
    const slow = later(next, '2026-12-01', {
      ...publication,
      ...(changes ? { changes: { ...changes, daysBefore: 10 } } : {}),
    });

    expect(takesEffect(slow, [msk('2026-12-01 10:00')], noon)).toMatchObject({
      state: 'later',
      from: '2026-12-11',
    });
  });
});

test('a text that says nothing of its changes holds from its day, by what it says of itself', () => {
  expect(takesEffect(policyOf('modme'), [], uzt('2025-11-24 12:00'))).toEqual({
    state: 'later',
    from: '2025-11-25',
    clause: policyOf('modme').pack.editionClause,
  });
});

describe('S0.0.1 POL: a ticket keeps its edition', () => {
  const first = policyOf('modme');
  const second = later(first, '2026-12-01');
  const both = policyRegistry([second, first]);

  test('what came before the change keeps the edition it came under', () => {
    const received = uzt('2026-11-30 18:30');
    const edition = both.inForce('modme', received)?.pack.edition ?? '';

    expect(edition).toBe('2025-11-25');
    expect(both.edition('modme', edition)).toBe(first);
    expect(both.inForce('modme', uzt('2026-12-01 00:00'))).toBe(second);
  });

  test('an edition that is not loaded is none', () => {
    expect(both.edition('modme', '2020-01-01')).toBeUndefined();
  });
});
