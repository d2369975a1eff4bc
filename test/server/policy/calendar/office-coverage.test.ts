import { describe, expect, test } from 'vitest';
import {
  deskCovering,
  deskOfOffice,
  officesOpen,
} from '#server/policy/calendar/office-coverage.ts';
import type { DeskHours } from '#server/policy/calendar/desk-hours.ts';
import { dueBy } from '#server/policy/decision/due.ts';
import { recountPromise } from '#server/policy/decision/recount.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import { compilePolicy } from '#server/policy/packs.ts';
import { calendarYears, policyOf } from '#test/support/policies.ts';

const msk = (local: string) => Date.parse(`${local.replace(' ', 'T')}+03:00`);
const technokad = policyOf('technokad');
const friday = msk('2026-11-20 17:00');
const fourHours = { value: 4, unit: 'businessHour' } as const;

/** The two offices of TechnoKad under another rule of coverage. */
function policyCovered(coverage: DeskHours['coverage']) {
  const { pack } = technokad;
  if (!('offices' in pack.desk)) throw new Error('the pack states no hours');
  const offices = pack.desk.offices.map((office, index) => ({
    ...office,
    regions: [['moscow', 'regions'], ['siberia']][index] ?? [],
  }));
  return compilePolicy({ ...pack, desk: { ...pack.desk, offices, coverage } }, calendarYears);
}

function deskCovered(coverage: DeskHours['coverage']) {
  const { desk } = policyCovered(coverage);
  if (!desk) throw new Error('the pack states no hours');
  return desk;
}

const due = (coverage: DeskHours['coverage'], facts: Parameters<typeof deskCovering>[1]) =>
  dueBy(deskCovering(deskCovered(coverage), facts), {
    receivedAt: friday,
    target: fourHours,
    reading: 'clamped',
  }).dueAt;

describe('A4: whose working time counts, four hours from Friday 17:00', () => {
  test.each([
    ['both offices are one desk', 'union', {}, '2026-11-23 07:00'],
    ['a region changes nothing there', 'union', { region: 'siberia' }, '2026-11-23 07:00'],
    ['the head office alone', 'primaryOnly', { region: 'siberia' }, '2026-11-23 12:00'],
    ['the office of the region', 'byCustomerRegion', { region: 'siberia' }, '2026-11-23 08:00'],
    ['the other one', 'byCustomerRegion', { region: 'moscow' }, '2026-11-23 12:00'],
    ['a region nobody names', 'byCustomerRegion', { region: 'mars' }, '2026-11-23 07:00'],
    ['no region', 'byCustomerRegion', {}, '2026-11-23 07:00'],
    ['before assignment all together', 'byAssignee', {}, '2026-11-23 07:00'],
    ["then the assignee's", 'byAssignee', { assigneeOffice: 'head' }, '2026-11-23 12:00'],
    ['or hers', 'byAssignee', { assigneeOffice: 'novosibirsk' }, '2026-11-23 08:00'],
    ['an office nobody knows', 'byAssignee', { assigneeOffice: 'mars' }, '2026-11-23 07:00'],
    [
      'an assignee changes nothing elsewhere',
      'union',
      { assigneeOffice: 'head' },
      '2026-11-23 07:00',
    ],
  ] as const)('%s', (_case, coverage, facts, at) => {
    expect(new Date(due(coverage, facts))).toEqual(new Date(msk(at)));
  });
});

test('S3.2.1.3 POL: a promise counts the office of the region and says which, with its own closed time', () => {
  const policy = policyCovered('byCustomerRegion');
  const { firstResponse } = decisionOf(policy, {
    receivedAt: friday,
    arrival: 'widget',
    category: 'error',
    answered: new Set(policy.fields.keys()),
    attachments: 1,
    requester: { proven: true, entitlement: { firstResponse: fourHours } },
    region: 'siberia',
  });

  expect(firstResponse).toMatchObject({
    dueAt: '2026-11-23T05:00:00.000Z',
    office: 'novosibirsk',
  });
  const open = firstResponse.segments.filter(({ kind }) => kind === 'open');
  expect(open).toEqual([
    { from: '2026-11-23T01:00:00.000Z', to: '2026-11-23T05:00:00.000Z', kind: 'open' },
  ]);
  expect(recountPromise(policy.desk, firstResponse, friday)).toEqual(firstResponse);
});

describe('which office is open', () => {
  test.each([
    ['S3.2.1.3 POL: at four only the branch', '2026-11-23 04:00', ['novosibirsk']],
    ['S3.2.1.2 POL: at nine both', '2026-11-23 09:00', ['head', 'novosibirsk']],
    ['S3.2.1.3 POL: at one the branch has closed', '2026-11-23 13:00', ['head']],
    ['S3.2.1.2 POL: at six nobody', '2026-11-23 18:00', []],
    ['S3.2.1.1 POL: nobody on Unity Day', '2026-11-04 10:00', []],
  ])('%s', (_case, at, ids) => {
    const { desk } = technokad;

    expect(desk && officesOpen(desk, msk(at)).map(({ id }) => id)).toEqual(ids);
  });
});

test('an office is closed by its own hours', () => {
  const desk = deskCovered('union');

  expect(deskOfOffice(desk, 'novosibirsk').whyClosed('2026-11-22')).toEqual({ reason: 'day_off' });
  expect(deskOfOffice(desk, null)).toBe(desk);
});
