import { expect, test } from 'vitest';
import { paymentOf } from '#server/features/portals/portal-payment.ts';

test.each([
  ['a local app', 'L', null, null, null],
  ['a free app', 'F', false, null, null],
  ['a free app whose portal counts days', 'F', true, -1, null],
  ['a demo', 'D', false, 14, { state: 'trial', daysLeft: 14 }],
  ['a trial of which nobody counts the days', 'T', false, null, { state: 'trial', daysLeft: null }],
  ['the last day of a trial', 'T', false, 0, { state: 'trial', daysLeft: 0 }],
  ['a trial that is over', 'T', true, -1, { state: 'trial_ended', daysLeft: null }],
  ['a subscription for six days more', 'S', false, 6, null],
  ['a subscription for five', 'S', false, 5, { state: 'ending', daysLeft: 5 }],
  ['one paid for until today', 'P', false, 0, { state: 'ending', daysLeft: 0 }],
  ['one paid for without a term', 'P', false, null, null],
  ['one that ended by the days alone', 'S', false, -1, { state: 'ended', daysLeft: null }],
  ['one that the portal says has ended', 'P', true, null, { state: 'ended', daysLeft: null }],
  ['a portal that was never asked', 'S', null, null, null],
  ['a status that nobody knows', 'X', true, -5, null],
] as const)('how an app is paid for: %s', (_case, status, paymentExpired, daysLeft, payment) => {
  expect(paymentOf({ status, paymentExpired, daysLeft })).toEqual(payment);
});
