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
} as const;

export type PortalStandingCatalog = CatalogOf<typeof en>;
