import { expect, test } from 'vitest';
import { developerAdvice } from '#server/policy/life/developer-advice.ts';
import { policyOf } from '#test/support/policies.ts';

test.each([
  ['JokerCRM, the extended plan holds it', 'jokercrm', 'extended', 'included', '5.2'],
  ['JokerCRM, the service plan does not: an order', 'jokercrm', 'service', 'order', '1.1'],
  ['JokerCRM, a rented copy: an order', 'jokercrm', undefined, 'order', '1.1'],
])('advice from a developer: %s', (_case, vendor, plan, outcome, clause) => {
  expect(developerAdvice(policyOf(vendor).pack, plan)).toMatchObject({ outcome, clause });
});

test.each(['modme', 'didox24', 'moidokumenty', 'technokad'])(
  'advice from a developer: %s sells none, so nothing is said about it',
  (vendor) => {
    expect(developerAdvice(policyOf(vendor).pack, undefined)).toEqual({ outcome: 'unstated' });
  },
);
