import type { CatalogOf } from '#shared/i18n/catalog.ts';

/** How an app is paid for in a portal, for its people and for the desk. */
export const en = {
  'payment.trial': { one: 'Trial: {count} day left', other: 'Trial: {count} days left' },
  'payment.trialOpen': 'Trial period',
  'payment.trialLast': 'Trial: the last day',
  'payment.trial_ended': 'The trial has ended',
  'payment.ending': {
    one: 'The subscription ends in {count} day',
    other: 'The subscription ends in {count} days',
  },
  'payment.endingLast': 'The subscription ends today',
  'payment.ended': 'The subscription has ended',
} as const;

export type PortalPaymentCatalog = CatalogOf<typeof en>;
