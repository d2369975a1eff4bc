import { describe, expect, test } from 'vitest';
import { nextResponseOf } from '#server/policy/life/next-response.ts';
import { policyOf } from '#test/support/policies.ts';

const modme = policyOf('modme');
const didox24 = policyOf('didox24');
const moidokumenty = policyOf('moidokumenty');
const technokad = policyOf('technokad');
const jokercrm = policyOf('jokercrm');
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);

describe('A12: the next answer', () => {
  const askedAt = msk('2026-11-20 16:00');
  const withTarget = {
    ...jokercrm,
    pack: {
      ...jokercrm.pack,
      clocks: {
        ...jokercrm.pack.clocks,
        nextResponse: {
          ...jokercrm.pack.clocks.nextResponse,
          target: { value: 4, unit: 'businessHour' as const },
        },
      },
    },
  };

  test('S4.2.3.3 POL: while developers have it none is counted, though the desk has a target', () => {
    expect(nextResponseOf(withTarget, { askedAt, state: 'with_development' })).toEqual({
      kind: 'suspended',
      in: 'with_development',
      clause: '2.3',
    });
    expect(nextResponseOf(withTarget, { askedAt, state: null })).toMatchObject({
      kind: 'target',
      ends: { kind: 'ends', at: msk('2026-11-23 11:00') },
    });
  });

  test.each([modme, didox24, moidokumenty, technokad, jokercrm])(
    'no regulation of the five promises one',
    (policy) => {
      expect(nextResponseOf(policy, { askedAt, state: null })).toEqual({ kind: 'none' });
    },
  );

  test('without hours a target has no instant', () => {
    const { clocks } = withTarget.pack;
    const varied = { ...didox24, pack: { ...didox24.pack, clocks } };

    expect(nextResponseOf(varied, { askedAt, state: null })).toMatchObject({
      ends: { kind: 'unstated', reason: 'hours_not_stated' },
    });
  });
});
