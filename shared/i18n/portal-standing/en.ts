import type { CatalogOf } from '#shared/i18n/catalog.ts';

/** How a portal stands with its app, beside the form in its frame. */
export const en = {
  app: 'App',
  version: 'version {version}',
  newer: '{version} is out',
  fixes: 'What newer versions mend',
  'update.admin': 'You can update the app in the portal’s Market.',
  'update.other': 'An administrator of the portal can update the app in the Market.',
  stays: 'Requests can be sent as before, and nothing that was sent is lost.',
  'renew.admin': 'You can renew it in the portal’s Market.',
  'renew.other': 'An administrator of the portal can renew it in the Market.',
  closed:
    'Should the portal stop opening the app, write in one of the other ways that are named below the form.',
  'contract.none': 'Contract: not named',
  'contract.asked': 'Contract: the number is being checked',
  'contract.refused': 'Contract: the number is not confirmed',
  'contract.valid': 'Contract: valid',
  'contract.until': 'Contract: valid until {date}',
  'contract.lapsed': 'Contract: ended on {date}',
  'contract.notNow': 'Contract: not valid at present',
  'contract.meanwhile':
    'Until the number is confirmed, requests count as those without a contract.',
  'contract.byAdmin': 'An administrator of the portal can name the number.',
  'contract.number': 'Number',
  'contract.plan': 'Plan',
  'contract.contacts': 'Contacts',
  'contract.listed': '{count}, you are among them',
  'contract.notListed': '{count}, you are not among them',
  'contract.other.asked':
    'Another number is being checked: {number}. The confirmed one holds meanwhile.',
  'contract.other.refused': 'Another number was not confirmed: {number}.',
  'contract.label': 'Contract number',
  'contract.other': 'Name another number',
  'contract.send': 'Send the number',
  'contract.sending': 'Sending…',
  'contract.unsent': 'The number was not sent and stays in the field.',
} as const;

export type PortalStandingCatalog = CatalogOf<typeof en>;
