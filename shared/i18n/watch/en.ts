import type { CatalogOf } from '#shared/i18n/catalog.ts';

/** What the watch over the vendor's own platform writes into its incidents and notices. */
export const en = {
  'check.status': '{name}: answered {status}, expected {expected}',
  'check.name': '{name}: its name is not known',
  'check.connection': '{name}: nobody answers',
  'check.tls': '{name}: the secure connection cannot be made',
  'check.closed': '{name}: the port is closed',
  'check.chain': '{name}: the certificate comes alone, without the intermediate ones',
  'check.issuer': '{name}: nobody known vouches for the certificate',
  'check.expired': '{name}: the certificate has expired',
  'check.other_name': '{name}: the certificate is one of another name',
  'check.deadline': '{name}: no answer in time',
  'check.redirects': '{name}: leads round in circles',
  'check.refused': '{name}: this address is not looked at',
  'silence.title': 'The watch is silent',
  'silence.text': 'No check has given a result since {since}.',
  'silence.one': '{name}: the check is silent',
  'silence.oneText': 'The check “{name}” has given no result since {since}. Others speak.',
  'outage.title': 'Failure: {name}',
  'outage.text': 'We have noticed a failure ({name}) and are working on it.',
} as const;
export type WatchCatalog = CatalogOf<typeof en>;
