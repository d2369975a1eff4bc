import { describe, expect, test } from 'vitest';
import { appealOf } from '#server/policy/life/appeal.ts';
import { policyOf } from '#test/support/policies.ts';

const technokad = policyOf('technokad');
const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);

describe('who hears a complaint', () => {
  const friday = msk('2026-11-20 17:00');

  test('the head of the department, by letter, as a role, at any time and without a term', () => {
    expect(appealOf(technokad, friday)).toMatchObject({
      to: { id: 'support-head' },
      channel: 'mail',
      due: { kind: 'unstated', reason: 'term_not_stated' },
      clause: '6',
    });
  });

  test('a term that the vendor sets has a clock of its own', () => {
    const { appeal } = technokad.pack;
    const within = { value: 4, unit: 'businessHour' as const };
    const timed = { ...technokad.pack, appeal: appeal && { ...appeal, within } };

    expect(appealOf({ ...technokad, pack: timed }, friday)?.due).toMatchObject({
      at: msk('2026-11-23 07:00'),
    });
  });

  test.each(['modme', 'didox24', 'moidokumenty', 'jokercrm'])('%s names nobody', (vendor) => {
    expect(appealOf(policyOf(vendor), friday)).toBeNull();
  });
});
